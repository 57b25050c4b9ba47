// Nothing to eat: food first, a colleague first, no figure asked for, no paper, and no button that asks for money afterwards.
import { Talk } from '../../support/talk';
import { ids, people, saying, taps, valuesOf, verified } from '../saying';

const hungry = {
  'zh-CN': [
    '两天没吃饭了，孩子也饿着',
    '家里揭不开锅了，真的还不上',
    '我现在连饭都吃不起，怎么还',
    '孩子奶粉都断了，没钱买奶粉',
    '一家人饿了一天了，没钱还卡',
  ],
  'en-US': [
    "we've got no food in the house and the kids are hungry, I can't pay",
    "I haven't eaten for two days, I can't pay you",
    'we are living off the food bank, there is nothing to pay with',
    "I can't afford food for the children, let alone the card",
    'I go hungry so the kids can eat, I cannot pay this',
  ],
} as const;

describe.each(['zh-CN', 'en-US'] as const)('in %s', (locale) => {
  test.each(hungry[locale])('"%s" is answered with food and a colleague first', async (words) => {
    const talk = await verified(people.canonical, locale);
    const reply = await talk.say(words);
    expect(ids(reply)).toEqual(['hardship.feel.hunger', 'hardship.recorded', 'hardship.needs.hunger']);
    expect(valuesOf(reply, 'hardship.feel.hunger')).toMatchObject({ assistance: '12345', medical: '120' });
    expect(taps(reply)).toEqual(['button.call', 'button.call', 'button.human']);
    const waiting = await talk.repositories.deskConversations.get(talk.conversationId);
    expect(waiting).toMatchObject({ priority: 'urgent', reason: 'vulnerable', status: 'waiting' });
  });
});

test('help is named before the check, since nobody has to show who they are to eat', async () => {
  const reply = await (await Talk.begin()).say('两天没吃饭了，真的还不上');
  expect(ids(reply)).toEqual(['opening.machine', 'hardship.feel.hunger', 'verify.ask']);
});

test('told in the middle of a review it is heard there too', async () => {
  const talk = await verified(people.english, 'en-US');
  const reply = await saying(talk, "I lost my job, I can't pay", 'I skip meals so the kids can eat');
  expect(ids(reply)).toEqual(['hardship.feel.hunger', 'hardship.needs.hunger']);
});

test('the balance that the customer asks for afterwards comes without a button to pay', async () => {
  const talk = await verified(people.canonical);
  const reply = await saying(talk, '两天没吃饭了，真的还不上', '那我一共欠多少');
  expect(ids(reply)).toContain('account.summary');
  expect(taps(reply)).toEqual(['button.human']);
});

test('whoever has just lost somebody is asked for no figures', async () => {
  const talk = await verified(people.english, 'en-US');
  const reply = await talk.say("I lost my wife last week, I can't pay");
  expect(ids(reply)).toEqual(['hardship.feel.bereaved', 'hardship.recorded', 'hardship.needs.bereaved']);
  expect(taps(reply)).toEqual(['button.human']);
});
