// Guessing: endings of card and ID are tried over many conversations, people and cards, and nothing of anybody is found out.
import { ActivityTypes } from 'botbuilder';
import { inventedCustomer } from '../../../../data/seed/inventedBook';
import { type Reply, Talk } from '../../../support/talk';
import { ids, people, saying } from '../../saying';

/** Somebody new, in a conversation of their own. */
const asStranger = (talk: Talk, number: number): void => {
  talk.userId = `stranger-${number}`;
  talk.conversationId = `strange-${number}`;
};

async function verifiedCount(talk: Talk): Promise<number> {
  const { items } = await talk.repositories.audit.ofType('verified', { limit: 1000 });
  return items.length;
}

/** Wrong endings for one card by so many strangers. */
async function guessesAt(talk: Talk, cardTail: string, times: number): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let number = 0; number < times; number += 1) {
    asStranger(talk, number);
    replies.push(await talk.say(`${cardTail} ${String(9000 + number)}`));
  }
  return replies;
}

/** The holder of the card comes, with a right pair of endings. */
function asHolder(talk: Talk): void {
  talk.userId = 'holder';
  talk.conversationId = 'of-the-holder';
}

test('two hundred conversations at once against one card do not find its ending', async () => {
  const talk = await Talk.begin();
  const guesses = Array.from({ length: 200 }, (_, number) =>
    number === 100 ? people.canonical : `6688 ${9000 + number}`,
  );
  await Promise.all(
    guesses.map((text, number) =>
      talk.send({
        type: ActivityTypes.Message,
        text,
        from: { id: `stranger-${number}`, name: '' },
        conversation: { id: `strange-${number}`, isGroup: false, name: '', conversationType: 'personal' },
      }),
    ),
  );
  expect(await verifiedCount(talk)).toBe(0);
});

test('nine wrong guesses by strangers do not lock the holder out: with the code on the phone the holder is in', async () => {
  const talk = await Talk.begin();
  await guessesAt(talk, '6688', 9);
  asHolder(talk);
  const asked = await saying(talk, '我一共欠多少', people.canonical);
  expect(ids(asked)).toEqual(['verify.codeAsked']);
  const inAgain = await talk.say('{code}');
  expect(ids(inAgain).slice(0, 2)).toEqual(['verify.done', 'account.summary']);
  expect(inAgain.text).toContain('26,431.20');
});

test('after guesses at a card, right and wrong endings are answered in the same words, and only the holder gets a code', async () => {
  const talk = await Talk.begin();
  await guessesAt(talk, '6688', 3);
  const answers: Reply[] = [];
  for (const [number, endings] of [people.canonical, '6688 0001'].entries()) {
    asStranger(talk, 100 + number);
    answers.push(await talk.say('我一共欠多少'), await talk.say(endings));
    answers.push(await talk.say('123456'));
  }
  expect(answers.slice(0, 3).map(({ text }) => text)).toEqual(answers.slice(3).map(({ text }) => text));
  const { items } = await talk.repositories.outbox.list();
  expect(items.map(({ record }) => record.customerId)).toEqual(['C-1001']);
});

test('a card that nobody holds is answered in the same words, after the same reads and writes, as one that somebody holds', async () => {
  const steps: string[][] = [];
  const texts: string[] = [];
  for (const endings of ['6688 9999', '0000 9999']) {
    const talk = await Talk.begin();
    await talk.say('我一共欠多少');
    const seen: string[] = [];
    const { get, query, transaction } = talk.store;
    Object.assign(talk.store, {
      get: (collection: string, id: string) => {
        seen.push(`get ${collection}`);
        return get.call(talk.store, collection, id);
      },
      query: (...request: Parameters<typeof query>) => {
        seen.push(`query ${request[0]}`);
        return query.apply(talk.store, request);
      },
      transaction: (operations: Parameters<typeof transaction>[0]) => {
        seen.push(`store ${operations.map(({ kind }) => kind).join(' ')}`);
        return transaction.call(talk.store, operations);
      },
    });
    texts.push((await talk.say(endings)).text);
    steps.push(seen);
  }
  expect(texts[0]).toBe(texts[1]);
  expect(steps[0]).toEqual(steps[1]);
});

test('guesses spread over many cards and people open no account once the whole bank has seen too many, and staff are told', async () => {
  const talk = await Talk.begin();
  for (let number = 0; number < 25; number += 1) {
    asStranger(talk, number);
    await talk.say(`${1000 + number} 9999`);
  }
  const { items } = await talk.repositories.audit.ofType('identityAlarm');
  expect(items).toHaveLength(1);
  asStranger(talk, 500);
  expect(ids(await saying(talk, '我一共欠多少', people.english))).toEqual(['verify.codeAsked']);
  expect(await verifiedCount(talk)).toBe(0);
  asHolder(talk);
  expect(ids(await saying(talk, '我一共欠多少', people.late20, '{code}'))).toContain('verify.done');
});

/** So many customers who hold a card with this ending; gives the endings of each. */
async function sharingOneEnding(talk: Talk, count: number): Promise<string[]> {
  const { customers, accounts } = talk.repositories;
  const all = Array.from({ length: count }, (_, number) => inventedCustomer(number + 1, '2026-11-23'));
  for (const { customer, account } of all) {
    await customers.put(customer, null);
    await accounts.put({ ...account, cardTail: '7777' }, null);
  }
  return all.map(({ customer }) => `7777 ${customer.idTail}`);
}

test.each([
  [3, 'verify.done'],
  [4, 'verify.codeAsked'],
])('where %i customers share a card ending, right endings are answered with %s', async (count, id) => {
  const talk = await Talk.begin();
  const [endings = ''] = await sharingOneEnding(talk, count);
  expect(ids(await talk.say(endings))).toContain(id);
});

test('right answers count against nobody: a hundred customers in a row are verified by their endings alone', async () => {
  const talk = await Talk.begin();
  for (let number = 0; number < 100; number += 1) {
    asStranger(talk, number);
    expect(ids(await talk.say(people.canonical))).toContain('verify.done');
  }
});

test('whoever knows an account of their own wins no further guesses by being verified in between', async () => {
  const talk = await Talk.begin();
  const answers: string[] = [];
  for (let number = 0; number < 8; number += 1) {
    talk.conversationId = `again-${number}`;
    answers.push(...ids(await talk.say(number % 2 === 0 ? '8801 9999' : people.canonical)));
  }
  expect(answers.filter((id) => id === 'verify.wrong')).toHaveLength(2);
  expect(answers).toContain('verify.locked');
});

test('the code is guessed three times and no more, and a code of right endings is worth nothing to another conversation', async () => {
  const talk = await Talk.begin();
  await guessesAt(talk, '6688', 4);
  asHolder(talk);
  await talk.say(people.canonical);
  const code = await talk.newestCode();
  asStranger(talk, 900);
  await saying(talk, '我一共欠多少', '6688 0001');
  expect(ids(await talk.say(code))).toEqual(['verify.codeWrong']);
  expect(ids(await talk.say(code))).toContain('verify.locked');
  asHolder(talk);
  expect(ids(await talk.say(code))).toContain('verify.done');
});

test('a customer is sent no more codes than the rules allow, whoever asks for them', async () => {
  const talk = await Talk.begin();
  await guessesAt(talk, '6688', 4);
  for (let number = 200; number < 210; number += 1) {
    asStranger(talk, number);
    expect(ids(await saying(talk, '我一共欠多少', people.canonical))).toEqual(['verify.codeAsked']);
  }
  const { items } = await talk.repositories.outbox.list();
  expect(items).toHaveLength(3);
});
