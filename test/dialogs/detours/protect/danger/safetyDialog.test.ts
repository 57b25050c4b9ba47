// Someone in danger, or who has died: no word about money any more in this conversation, a person at once.
import { type Act, type CustomerTurn, certainTurn } from '../../../../../data/domain/customer/customerTurn';
import { understand } from '../../../../../dialogs/understanding/understand';
import { Talk } from '../../../../support/talk';
import { ids, people, readyToSign, saying, taps, valuesOf, verified, withOffers } from '../../../saying';

const money = /^(account|negotiation|agreement|repay|promise|question|verify|arrangement)\./;

test.each([
  ['at the beginning', () => Talk.begin()],
  ['with offers on the table', () => withOffers()],
  ['about to sign', () => readyToSign()],
] as const)('%s, danger ends all talk of money', async (_where, reach) => {
  const talk = await reach();
  const reply = await talk.say('天天被催，我真的不想活了');
  expect(ids(reply)).toEqual(['vulnerable.first', 'vulnerable.person', 'handoff.urgent']);
  expect(taps(reply)).toEqual(['button.call', 'button.call', 'button.call']);
  for (const words of [
    '我欠多少',
    '能分期吗',
    '800',
    '选1',
    '会不会坐牢',
    '6688 1234',
    '你好',
    '再说一遍',
    '能说英文吗',
  ]) {
    const next = await talk.say(words);
    expect(ids(next).filter((id) => money.test(id))).toEqual([]);
    expect(next.taps.filter(({ id }) => id !== 'button.human' && id !== 'button.call')).toEqual([]);
  }
});

test('an agreement that was about to be signed cannot be signed any more in that conversation', async () => {
  const talk = await readyToSign();
  const code = await talk.newestCode();
  await talk.say('我真的不想活了');
  expect(ids(await talk.say(`${code} 确认`))[0]).toMatch(/^vulnerable\.(stay|notNow)$/);
});

test('contact rests without an end', async () => {
  const talk = await verified(people.canonical);
  await talk.say('我真的不想活了');
  const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
  const customerId = items.map(({ event }) => event.customerId).find((id) => id !== null);
  expect(await talk.repositories.contactPreferences.get(customerId ?? '')).toMatchObject({
    ceased: true,
    reason: 'vulnerable',
    until: null,
  });
});

test('for a holder who has died there are condolences and a person, and not one figure', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '我一共欠多少', people.deceased);
  expect(ids(reply)).toEqual(['vulnerable.bereaved']);
  expect(ids(await talk.say('他欠多少'))).toEqual(['vulnerable.noFigure']);
});

test('danger told again after a colleague was done brings a colleague again, with a new number and no rank', async () => {
  const talk = await Talk.begin();
  const first = valuesOf(await talk.say('我真的不想活了'), 'handoff.urgent').caseNumber ?? '';
  const { cases, deskConversations } = talk.repositories;
  const [matter, place] = [await cases.kept(first), await deskConversations.kept(talk.conversationId)];
  if (matter === undefined || place === undefined) throw new Error('a colleague was asked for');
  await cases.put({ ...matter.record, status: 'closed' }, matter.version);
  await deskConversations.put({ ...place.record, status: 'closed', endedAt: talk.now }, place.version);
  expect(ids(await talk.say('嗯'))).toEqual(['vulnerable.stay']);
  const again = valuesOf(await talk.say('我还是不想活了'), 'handoff.urgent').caseNumber;
  expect(again).not.toBe(first);
  expect(await deskConversations.get(talk.conversationId)).toMatchObject({ status: 'waiting', priority: 'urgent' });
});

test('a guess about the mood that comes back beside a wish is asked about twice, and the wish is served each time', async () => {
  const wish: Act = { intent: 'account.balance', confidence: 0.89, slots: {}, span: [0, 4] };
  const guess: Act = { intent: 'vulnerable', confidence: 0.53, slots: {}, span: [4, 8] };
  const sum: CustomerTurn = {
    ...certainTurn('account.balance'),
    confidence: 0.95,
    acts: [wish, guess],
    signals: ['vulnerable'],
  };
  const talk = await Talk.begin({
    understand: (text, locale, context) => (text.startsWith('欠多少') ? sum : understand(text, locale, context)),
  });
  await talk.say('6688 1234');
  const asked: boolean[] = [];
  for (const words of ['欠多少 我也不清楚', '欠多少呀 不太清楚', '欠多少现在 说不好']) {
    const reply = await talk.say(words);
    asked.push(ids(reply).includes('vulnerable.check'));
    expect(ids(reply).some((id) => id.startsWith('account.'))).toBe(true);
  }
  expect(asked).toEqual([true, true, false]);
});

test('somebody in despair who speaks of money is told, without being asked for any, how to go on', async () => {
  const talk = await withOffers();
  await talk.say('天天被催，我真的不想活了');
  expect(ids(await talk.say('我欠多少'))).toEqual(['vulnerable.notNow']);
  expect(ids(await talk.say('能分期吗'))).toEqual(['vulnerable.notNow']);
  expect(ids(await talk.say('我没事，接着谈分期'))).toContain('vulnerable.believed');
});

test.each([
  ['en-US', 'my partner opened that card in my name and last week he broke my wrist over the bill'],
  ['en-US', 'my ex gave me a black eye about this debt'],
  ['zh-CN', '为这张卡我老公上礼拜把我胳膊打断了'],
  ['zh-CN', '他为这笔账又动手了'],
] as const)('an injury done by somebody near is violence, and no mood to ask about (%s, %s)', async (locale, told) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(told))[0]).toBe('vulnerable.violence');
});
