// Promise to pay: amount and date read back, recorded after a yes, limits told when it is outside them.
import type { Talk } from '../../support/talk';
import { audited, ids, people, saying, taps, valuesOf, verified } from '../saying';

const promisesOf = async (talk: Talk) => {
  const [event] = await audited(talk, 'promiseRecorded');
  return event?.customerId == null ? [] : talk.repositories.promises.ofCustomer(event.customerId);
};

test('amount and day are read back, and nothing is recorded before a yes', async () => {
  const talk = await verified(people.late20);
  const reply = await talk.say('12月1号先还3000');
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ amount: '3,000.00', date: '2026-12-01' });
  expect(taps(reply)).toEqual(['button.yes', 'button.no', 'button.human']);
  expect(await audited(talk, 'promiseRecorded')).toHaveLength(0);
});

test('after a yes it is recorded once, in fen and with its day', async () => {
  const talk = await verified(people.late20);
  await saying(talk, '12月1号先还3000', '对');
  expect(await promisesOf(talk)).toMatchObject([{ amountFen: 300_000, payDate: '2026-12-01', status: 'open' }]);
});

test('after a no nothing is recorded', async () => {
  const talk = await verified(people.late20);
  const reply = await saying(talk, '12月1号先还3000', '不对');
  expect(ids(reply)).not.toContain('negotiation.promise.recorded');
  expect(await audited(talk, 'promiseRecorded')).toHaveLength(0);
});

test('too little is answered with the least and the latest, and tapping that records nothing by itself', async () => {
  const talk = await verified(people.late20);
  const reply = await talk.say('12月1号先还100');
  expect(valuesOf(reply, 'negotiation.promise.outsideLimits').least).toBe('656.23');
  expect(taps(reply)).toContain('button.promise');
  const nearest = await talk.say('约个日子还');
  expect(ids(nearest)).toContain('negotiation.promise.confirm');
  expect(await audited(talk, 'promiseRecorded')).toHaveLength(0);
});

test.each([
  ['zh-CN', '12月1号先还3000', '对', '改到12月4号还', '2026-12-04', 300_000],
  ['en-US', "I'll pay 3,000 on 1 December", 'yes', 'could it be 2,000 instead', '2026-12-01', 200_000],
] as const)(
  'a promise on record is changed, and only the new one stands (%s)',
  async (locale, made, yes, change, payDate, amountFen) => {
    const talk = await verified(people.late20, locale);
    await saying(talk, made, yes);
    expect(ids(await talk.say(change))).toEqual(['negotiation.promise.confirm']);
    expect(ids(await talk.say(yes))).toEqual(['negotiation.promise.recorded', 'promise.replaced']);
    expect(await promisesOf(talk)).toMatchObject([{ amountFen, payDate, status: 'open' }]);
  },
);

test.each([
  ['zh-CN', '我答应的那笔现在什么情况'],
  ['en-US', 'what did I promise to pay and when'],
] as const)('asked how the promise stands, its day and amount are told (%s)', async (locale, asked) => {
  const talk = await verified(people.late20, locale);
  await saying(
    talk,
    locale === 'zh-CN' ? '12月1号先还3000' : "I'll pay 3,000 on 1 December",
    locale === 'zh-CN' ? '对' : 'yes',
  );
  expect(valuesOf(await talk.say(asked), 'promise.open').amount).toBe('3,000.00');
});

test('a promise to clear everything on a day is for what will be owed on that day', async () => {
  const talk = await verified(people.late20);
  const reply = await saying(talk, '12月1号全部还清');
  expect(valuesOf(reply, 'negotiation.promise.confirm').amount).toBe('13,176.00');
});

test('less than can be promised is said back with its day, and may still be paid', async () => {
  const talk = await verified(people.late20);
  expect(valuesOf(await talk.say('12月1号先还100'), 'negotiation.promise.outsideLimits')).toMatchObject({
    said: '100',
    saidDate: expect.stringContaining('12'),
  });
});

test.each([
  ['en-US', '2,500 a week on thursday', 'yes', 'can it be the saturday after', '2026-12-05'],
  ['en-US', '2,500 next thursday', 'yes', 'i will pay the following monday instead', '2026-12-07'],
] as const)(
  'a weekday after the promised day is counted from that day (%s, %#)',
  async (locale, made, yes, change, date) => {
    const talk = await verified(people.late20, locale);
    await saying(talk, made, yes);
    expect(valuesOf(await talk.say(change), 'negotiation.promise.confirm').date).toBe(date);
  },
);

test.each([
  ['zh-CN', '下周四还2500', '对', '约的是哪天来着'],
  ['en-US', '2,500 a week on thursday', 'yes', 'what date did you put down'],
] as const)('asked which day was noted, the promise is told (%s, %#)', async (locale, made, yes, asked) => {
  const talk = await verified(people.late20, locale);
  await saying(talk, made, yes);
  expect(valuesOf(await talk.say(asked), 'promise.open').date).toBe('2026-12-03');
});

test.each([
  ['zh-CN', '周五我打1500过去，剩下的让个真人给我打电话', '2026-11-27'],
  ['en-US', "I'll send 1500 on friday and can a human ring me about the rest", '2026-11-27'],
] as const)('a promise beside the wish to be called keeps its sum and its day (%s)', async (locale, said, date) => {
  const talk = await verified(people.late20, locale);
  const reply = await talk.say(said);
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ amount: '1,500.00', date });
  expect(ids(reply).some((id) => id.startsWith('handoff.') || id.startsWith('queue.'))).toBe(true);
});

test.each([
  ['zh-CN', '漏的那期12月5号补', '对'],
  ['en-US', "i'll make up the missed one on the 5th of december", 'yes'],
] as const)(
  'a missed instalment promised and agreed to is on record, however small a share of the debt it is (%s)',
  async (locale, promised, yes) => {
    const talk = await verified(people.missedInstalment, locale);
    expect(valuesOf(await talk.say(promised), 'negotiation.promise.confirm').amount).toBe('729.08');
    expect(ids(await talk.say(yes))).toContain('negotiation.promise.recorded');
  },
);

test.each([
  ['zh-CN', '明天我把最低还款额还上'],
  ['en-US', "ok i'll pay the minimum tomorrow by 5"],
  ['en-US', "I'll make the minimum payment tomorrow"],
] as const)('the minimum is promised in the figures of the account (%s, %s)', async (locale, said) => {
  const talk = await verified('3101 4417', locale);
  expect(valuesOf(await talk.say(said), 'negotiation.promise.confirm')).toMatchObject({
    amount: '460.10',
    date: '2026-11-24',
  });
});
