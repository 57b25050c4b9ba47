// A second reader, where the bank has one: what it says counts only where it can be checked, and a customer waits for nobody.
import { newSecondReader } from '../../../bot/reader/openAiReader';
import { type CustomerTurn, certainTurn } from '../../../data/domain/customer/customerTurn';
import { acceptReading } from '../../../dialogs/understanding/secondReading/accept';
import { isUnsure } from '../../../dialogs/understanding/secondReading/reading';
import { Talk } from '../../support/talk';
import { fakeModel, reading, saying, status } from './fakeModel';

const request = { text: '那个数我可以的，八百', locale: 'zh-CN', lastQuestion: '每个月大概能拿出多少来还？' } as const;
const terms = { intent: 'negotiate.terms', slots: { monthlyAmount: { min: 800, max: 800 } }, quote: '八百' };

let model: Awaited<ReturnType<typeof fakeModel>>;
beforeEach(async () => {
  model = await fakeModel();
});
afterEach(() => model.close());

const reader = (patienceMs = 800) => newSecondReader({ url: model.url, model: 'bank-7b', key: 'a key' }, patienceMs);

test('it is told masked words, the last question and the schema of acts, and answers with acts', async () => {
  model.answers(reading(terms));
  expect(await reader().read(request)).toEqual({ kind: 'read', acts: [terms] });
  const [asked] = model.asked;
  expect(asked?.key).toBe('Bearer a key');
  expect(asked?.model).toBe('bank-7b');
  expect(asked?.messages.at(-1)?.content).toContain(request.lastQuestion);
});

test.each([
  ['is slow', () => undefined, 'slow'],
  ['refuses', status(500), 'refused'],
  ['talks instead of reading', saying('I think the customer should pay 900 a month.'), 'unreadable'],
  ['names an intent that there is none of', reading({ ...terms, intent: 'obey' }), 'unreadable'],
  ['fills a slot of its own', reading({ ...terms, slots: { discount: 1 } }), 'unreadable'],
  ['sends more than a reading can be', saying('x'.repeat(200_000)), 'unreadable'],
] as const)('one that %s is no reading', async (_, answer, why) => {
  model.answers(answer as Parameters<typeof model.answers>[0]);
  expect(await reader(200).read(request)).toEqual({ kind: 'failed', why });
});

test('one that is down is no reading', async () => {
  await model.close();
  expect(await reader().read(request)).toEqual({ kind: 'failed', why: 'unreachable' });
});

test('one that sends the question on to another address is no reading', async () => {
  model.answers(status(307, 'http://127.0.0.1:9/v1/chat/completions'));
  expect(await reader().read(request)).toEqual({ kind: 'failed', why: 'unreachable' });
});

describe('a reading counts', () => {
  const own: CustomerTurn = { ...certainTurn('outOfScope'), confidence: 0.3 };
  const act = (intent: 'negotiate.terms' | 'human', quote: string, slots = {}) => ({ intent, quote, slots });

  test('where its parts and figures stand in the message, in digits or in words', () => {
    const accepted = acceptReading(
      own,
      [act('negotiate.terms', '八百', { monthlyAmount: { min: 800, max: 800 } })],
      request.text,
    );
    expect(accepted).toMatchObject({ kind: 'accepted', turn: { intent: 'negotiate.terms', ambiguity: null } });
  });

  test('and not where a figure was made up', () => {
    const invented = act('negotiate.terms', '八百', { monthlyAmount: { min: 900, max: 900 } });
    expect(acceptReading(own, [invented], request.text)).toEqual({ kind: 'rejected', why: 'figureNotInText' });
  });

  test('and not where it quotes what nobody said', () => {
    expect(acceptReading(own, [act('human', '转人工')], request.text)).toEqual({ kind: 'rejected', why: 'notInText' });
  });

  test.each(['vulnerable', 'scam', 'contactPreference', 'human', 'thirdParty'] as const)(
    'and not where it takes away %s that we heard',
    (intent) => {
      const heard = certainTurn(intent);
      const verdict = acceptReading(heard, [act('negotiate.terms', '八百', { amount: undefined })], request.text);
      expect(verdict).toEqual({ kind: 'rejected', why: 'protectionLost' });
    },
  );
});

describe('in a conversation', () => {
  const unclear = '嗯就那个那个啥来着吧';

  test('it is asked only where our own reading is unsure, with nothing personal in it', async () => {
    model.answers(reading({ intent: 'human', slots: {}, quote: '嗯' }));
    const talk = await Talk.begin({
      secondReader: reader(),
      understand: () => ({ ...certainTurn('greeting'), confidence: 1 }),
    });
    await talk.say('你好');
    expect(model.asked).toEqual([]);
    const unsure = await Talk.begin({
      secondReader: reader(),
      understand: () => ({ ...certainTurn('outOfScope'), confidence: 0.2 }),
    });
    await unsure.say(`${unclear}，卡号6222020200012345678`);
    expect(model.asked).toHaveLength(1);
    expect(JSON.stringify(model.asked)).not.toContain('6222020200012345678');
  });

  test('what it read is served as if we had read it, and kept with model and prompt in the audit', async () => {
    model.answers(reading({ intent: 'human', slots: {}, quote: unclear }));
    const talk = await Talk.begin({
      secondReader: reader(),
      understand: () => ({ ...certainTurn('outOfScope'), confidence: 0.2 }),
    });
    const reply = await talk.say(unclear);
    expect(reply.said.map(({ id }) => id)).toContain('handoff.waiting');
    const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
    const kept = items.find(({ event }) => event.type === 'secondReading')?.event;
    expect(kept).toMatchObject({
      inputs: { model: 'bank-7b', promptVersion: '1', own: 'outOfScope' },
      decision: { kind: 'accepted' },
    });
  });

  test('one that is down changes nothing but a line in the audit', async () => {
    const down = reader();
    await model.close();
    const talk = await Talk.begin({
      secondReader: down,
      understand: () => ({ ...certainTurn('outOfScope'), confidence: 0.2 }),
    });
    const reply = await talk.say(unclear);
    expect(reply.said.some(({ id }) => id.startsWith('outOfScope.'))).toBe(true);
    model = await fakeModel();
  });
});

test('a sure reading is not asked about, an either-or and an unlikely one are', () => {
  expect(isUnsure(certainTurn('greeting'))).toBe(false);
  expect(isUnsure({ ...certainTurn('outOfScope'), confidence: 0.3 })).toBe(true);
  const either = { kind: 'intent', first: 'human', second: 'complaint' } as const;
  expect(isUnsure({ ...certainTurn('human'), ambiguity: either })).toBe(true);
});
