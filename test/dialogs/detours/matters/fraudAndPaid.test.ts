// Fraud locks the card first and says who decides by when; a payment that is claimed is looked for by its amount and day.
import type { Account } from '../../../../data/domain/account/account';
import { Talk } from '../../../support/talk';
import { ids, people, saying, taps, valuesOf, verified } from '../../saying';

const customerOf = async (talk: Talk): Promise<string> => {
  const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
  return items.map(({ event }) => event.customerId).find((id) => id !== null) ?? '';
};
const casesOf = async (talk: Talk) => talk.repositories.cases.ofCustomer(await customerOf(talk));

test.each([
  ['zh-CN', '卡被盗刷了，不是我刷的'],
  ['zh-CN', '有人冒用我的身份办的这张卡'],
  ['en-US', 'someone opened this card in my name'],
  ['en-US', 'my card was cloned, I never made those payments'],
] as const)('before anybody is checked, the card is locked first (%s: %s)', async (locale, words) => {
  const reply = await (await Talk.begin({ locale })).say(words);
  expect(ids(reply).slice(0, 2)).toEqual(['opening.machine', 'fraud.lock']);
  expect(taps(reply)).toEqual(expect.arrayContaining(['button.call']));
});

test.each([
  ['zh-CN', '卡被盗刷了，不是我刷的'],
  ['en-US', 'someone opened this card in my name'],
] as const)(
  'a fraud is a case of its own, ahead of others, with a day and with the papers that help (%s)',
  async (locale, words) => {
    const talk = await verified(people.canonical, locale);
    const reply = await talk.say(words);
    expect(ids(reply)).toEqual(expect.arrayContaining(['fraud.lock', 'fraud.opened', 'dispute.stops', 'fraud.papers']));
    expect(await casesOf(talk)).toMatchObject([
      { kind: 'fraud', priority: 'urgent', status: 'open', dueOn: '2026-12-08' },
    ]);
    const customerId = await customerOf(talk);
    const address = { channelId: talk.channelId, userId: talk.userId };
    const asked = { customerId, address, channel: 'call', purpose: 'collection' } as const;
    expect(await talk.contactGate.ask(asked, talk.now)).toMatchObject({ ok: false, reason: 'dispute' });
  },
);

test('a charge that is merely contested is a dispute, and both are taken back by their name', async () => {
  const talk = await verified(people.canonical);
  expect(ids(await talk.say('这笔账不对，我有异议'))).toContain('dispute.opened');
  expect(ids(await talk.say('撤回异议'))).toEqual(['undo.case']);
  const other = await verified(people.english, 'en-US');
  expect(ids(await other.say('someone opened this card in my name'))).toContain('fraud.opened');
  expect(ids(await other.say('I take back the dispute'))).toEqual(['undo.case']);
  expect(await casesOf(other)).toMatchObject([{ kind: 'fraud', status: 'closed' }]);
});

/** A payment of 3,000 yuan three days ago is in the book. */
async function withPayment(locale: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<Talk> {
  const talk = await Talk.begin({ locale });
  await saying(talk, locale === 'zh-CN' ? '我一共欠多少' : 'how much do I owe', people.canonical);
  const [kept] = await talk.repositories.accounts.keptOfCustomer(await customerOf(talk));
  if (kept === undefined) throw new Error('no account');
  const payment: Account['payments'][number] = {
    paymentId: 'P-1',
    paidOn: '2026-11-20',
    amountFen: 300_000,
    channel: 'transfer',
  };
  await talk.repositories.accounts.put({ ...kept.record, payments: [payment] }, kept.version);
  return talk;
}

test.each([
  ['zh-CN', '我上周五还了3000，怎么还催'],
  ['zh-CN', '11月20号已经还了三千'],
  ['en-US', 'I paid 3000 on 20 November, why are you still calling'],
  ['en-US', "I've already paid 3,000"],
] as const)('one that came in is told, and nothing is opened (%s: %s)', async (locale, words) => {
  const talk = await withPayment(locale);
  const reply = await talk.say(words);
  expect(ids(reply)).toContain('alreadyPaid.matched');
  expect(valuesOf(reply, 'alreadyPaid.matched').amount).toBe('3,000.00');
  expect(await casesOf(talk)).toEqual([]);
});

test.each([
  ['zh-CN', '我昨天还了5000', '5,000.00'],
  ['zh-CN', '10月5号已经还了三千', '3,000.00'],
  ['en-US', 'I paid 5000 yesterday', '5,000.00'],
] as const)('one of another amount, or of a day long before, is traced (%s: %s)', async (locale, words, amount) => {
  const talk = await withPayment(locale);
  const reply = await talk.say(words);
  expect(ids(reply)).toEqual(expect.arrayContaining(['alreadyPaid.notSeen', 'alreadyPaid.opened']));
  expect(valuesOf(reply, 'alreadyPaid.notSeen').amount).toBe(amount);
});

test('where no amount was told it is asked for once, and what is answered stays with the case', async () => {
  const talk = await verified(people.canonical);
  expect(ids(await talk.say('我已经还过了'))).toEqual(['alreadyPaid.opened', 'alreadyPaid.ask']);
  expect(ids(await talk.say('11月15号，2000'))).toEqual(['alreadyPaid.notSeen', 'case.underWay']);
  const [kept] = await casesOf(talk);
  expect(kept).toMatchObject({ kind: 'alreadyPaid', status: 'open' });
  expect(kept?.lastWords).toContain('2000');
});

test('the amount that is answered is found as well', async () => {
  const talk = await withPayment('en-US');
  await talk.say("I've already paid");
  expect(ids(await talk.say('3000, on the 20th'))).toContain('alreadyPaid.matched');
});
