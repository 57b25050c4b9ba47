// A promise is changed as people speak: another day, another sum, a day later, one of two days that were asked about.
import { ids, people, saying, valuesOf, verified } from '../../saying';

test.each([
  ['zh-CN', '周四还1500', '不是周四，是周五', '2026-11-27', '1,500.00'],
  ['zh-CN', '周四还1500', '记错了，应该是28号', '2026-11-28', '1,500.00'],
  ['en-US', "i'll pay 1,500 on thursday", 'scrap that, not thursday, friday', '2026-11-27', '1,500.00'],
  ['en-US', "i'll pay 1,500 on thursday", 'sorry i meant the 30th', '2026-11-30', '1,500.00'],
] as const)(
  'a day put in the place of another changes the promise read back (%s: %s; %s)',
  async (locale, first, then, date, amount) => {
    const talk = await verified(people.late20, locale);
    const reply = await saying(talk, first, then);
    expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ date, amount });
  },
);

test.each([
  ['zh-CN', '周四还1500', '对', '我得晚两天', '2026-11-28'],
  ['en-US', "i'll pay 1,500 on thursday", 'yes', 'it will come a day late', '2026-11-27'],
] as const)('a promise on record is put off by days and read back (%s)', async (locale, first, yes, then, date) => {
  const talk = await verified(people.late20, locale);
  const reply = await saying(talk, first, yes, then);
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ date, amount: '1,500.00' });
});

test.each([
  ['zh-CN', '周四还1500', '对，26号那天'],
  ['en-US', "i'll pay 1,500 on thursday", 'yeah that one'],
] as const)('a yes that names the day of the promise records it (%s)', async (locale, first, yes) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await saying(talk, first, yes))).toContain('negotiation.promise.recorded');
});

// Known to go wrong: a typed day is heard as a promise of its own, and how much is asked again; the tap keeps the sum.
test.failing('which of two days was meant can be typed, and the sum is kept', async () => {
  const talk = await verified(people.late20, 'en-US');
  const reply = await saying(talk, "i'll pay 1,200 on 02/12", '2nd of december');
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ amount: '1,200.00', date: '2026-12-02' });
});

test.each([
  ['zh-CN', '周四还1500', '对', '约好的还款不算了'],
  ['en-US', "i'll pay 1,500 on thursday", 'yes', 'i take back my promise'],
] as const)('a promise taken back with nothing in its place is taken back (%s)', async (locale, first, yes, then) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await saying(talk, first, yes, then))).toContain('undo.promise');
});
