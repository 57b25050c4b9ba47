// A day that is named for paying, and the sum that goes with it: corrected, put off, told by what it is, and paid now.
import { ids, people, saying, valuesOf, verified } from '../../saying';

test.each([
  ["can I pay on saturday instead, they've moved payday", '2026-11-28'],
  ['can i pay it next thursday', '2026-12-03'],
])('a day to pay is a payment on that day, and no day of a plan: %s', async (said, date) => {
  const talk = await verified(people.late20, 'en-US');
  const reply = await talk.say(said);
  expect(valuesOf(reply, 'promise.howMuchOn').date).toBe(date);
  expect(ids(reply)).not.toContain('negotiation.noted');
  expect(valuesOf(await talk.say('the minimum'), 'negotiation.promise.confirm')).toMatchObject({ date });
});

test.each([
  ['make that 1,800 and not 2,000', '1,800.00'],
  ['1,500 rather, sorry', '1,500.00'],
])('a sum in the place of the one that is read back keeps the day: %s', async (said, amount) => {
  const talk = await verified('3101 4417', 'en-US');
  await talk.say('2,000 a week on wednesday ok?');
  expect(valuesOf(await talk.say(said), 'negotiation.promise.confirm')).toMatchObject({ amount, date: '2026-12-02' });
});

test.each([
  ['could it be 1,000 instead same day', { amount: '1,000.00', date: '2026-12-04' }],
  ['ok monday then to be safe', { amount: '1,200.00', date: '2026-11-30' }],
])('a promise on record is changed by a figure or a day alone: %s', async (said, promised) => {
  const talk = await verified(people.late20, 'en-US');
  await saying(talk, '1,200 on 4 december', 'yes');
  expect(valuesOf(await talk.say(said), 'negotiation.promise.confirm')).toMatchObject(promised);
});

test('another day for a sum that is too small for a promise keeps the sum that was said', async () => {
  const talk = await verified(people.late20, 'en-US');
  const reply = await saying(talk, 'tomorrow 500', 'scrub that, not tues, thursday');
  expect(valuesOf(reply, 'negotiation.promise.outsideLimits')).toMatchObject({ said: '500', saidDate: '2026-11-26' });
});

test.each([
  ['i can do it on friday with the next one', { amount: '1,458.16', date: '2026-11-27' }],
  ["ok i'll pay the missed one with this months", { amount: '1,458.16', date: '2026-12-11' }],
  ['i can do it on friday', { amount: '729.08', date: '2026-11-27' }],
])('what is paid on a day makes up the instalment that was missed: %s', async (said, promised) => {
  const talk = await verified(people.missedInstalment, 'en-US');
  expect(valuesOf(await talk.say(said), 'negotiation.promise.confirm')).toMatchObject(promised);
});

test('the next instalment on another day makes nothing up', async () => {
  const talk = await verified(people.missedInstalment, 'en-US');
  const reply = await saying(talk, 'i can do it on friday', 'yes', 'and can the next one be on the 15th');
  expect(ids(reply)).toEqual(['arrangement.changeDay']);
});

test('whoever pays now is told the ways to pay, and promises nothing', async () => {
  const talk = await verified('3101 4417', 'en-US');
  const said = ids(await talk.say("i'll pay the minimum now"));
  expect(said).toContain('repay.channels');
  expect(said).not.toContain('negotiation.ask.payDate');
});

test('a yes to the sum that clears one card on a day promises just that', async () => {
  const talk = await verified(people.twoCards, 'en-US');
  const asked = await talk.say('what would it take to clear 2212 on friday');
  const { total, date } = valuesOf(asked, 'account.onDay');
  expect(valuesOf(await talk.say('yes'), 'negotiation.promise.confirm')).toMatchObject({ amount: total, date });
});

test.each(["ok i'll do that on the 28th", 'i can send that on the 28th'])(
  'told the least that puts it right, somebody pays just that: %s',
  async (said) => {
    const talk = await verified(people.late20, 'en-US');
    await talk.say("what's the least i have to pay to be up to date");
    const reply = await talk.say(said);
    expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ amount: '1,559.60', date: '2026-11-28' });
  },
);

test('what is left then is told of the payment that was promised', async () => {
  const talk = await verified(people.english, 'en-US');
  const reply = await saying(talk, '1,818 on friday', 'yes', "and what's left then");
  expect(ids(reply)).toContain('account.leftAfter');
});

test('what was promised for a day is no first payment of a plan', async () => {
  const talk = await verified('3101 4417', 'en-US');
  const reply = await saying(talk, '2,000 on friday', 'yes', '300 a month for the rest');
  expect(ids(reply)).toContain('negotiation.offer.line');
  expect(ids(reply)).not.toContain('negotiation.offer.lineWithStart');
});
