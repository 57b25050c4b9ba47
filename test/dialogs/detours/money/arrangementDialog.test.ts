// Arrangement: what is left, the next date, and what to do after a missed instalment.
import { ids, people, readyToSign, taps, valuesOf, verified } from '../../saying';

test('whoever missed an instalment is told how many, how much and since when, and can talk about it', async () => {
  const talk = await verified(people.missedInstalment);
  const reply = await talk.say('我的分期还剩几期');
  expect(ids(reply)).toEqual(
    expect.arrayContaining(['arrangement.status', 'arrangement.missed', 'agreement.document']),
  );
  expect(valuesOf(reply, 'arrangement.missed').missed).toBe('1');
  expect(taps(reply)).toEqual(expect.arrayContaining(['button.negotiate', 'button.human']));
});

test('without an agreement it says so and offers one', async () => {
  const talk = await verified(people.late20);
  const reply = await talk.say('我的分期还剩几期');
  expect(ids(reply)).toEqual(['arrangement.none']);
  expect(taps(reply)).toContain('button.plan');
});

test('just signed, nothing is missed and no further plan is bargained for', async () => {
  const talk = await readyToSign();
  await talk.say('{code} 确认');
  const reply = await talk.say('我的分期还剩几期');
  expect(ids(reply)).toContain('arrangement.next');
  expect(ids(reply)).not.toContain('arrangement.missed');
  const again = await talk.say('能分期吗');
  expect(ids(again)).toContain('arrangement.status');
  expect(ids(again)).not.toContain('negotiation.ask.monthlyAmount');
});

test.each([
  ['我现在欠多少', 'arrangement.next'],
  ['下次哪天还', 'arrangement.next'],
])(
  'after signing, "%s" is answered from the agreement: next day and amount first, never the old minimum',
  async (asked, first) => {
    const talk = await readyToSign();
    await talk.say('{code} 确认');
    const reply = await talk.say(asked);
    expect(ids(reply)[0]).toBe(first);
    expect(ids(reply)).not.toContain('account.minimumDue');
    expect(ids(reply)).not.toContain('account.summary');
  },
);

test('whoever wants another paying day for a signed agreement is told how, and is not asked for a monthly amount', async () => {
  const talk = await verified(people.missedInstalment);
  const reply = await talk.say('还款日改成每月18号');
  expect(valuesOf(reply, 'arrangement.changeDay').day).toBe('18');
  expect(ids(reply)).not.toContain('negotiation.ask.monthlyAmount');
});

test.each([
  ['zh-CN', '把文件发给我'],
  ['en-US', 'send me the document'],
  ['en-US', 'can i have a copy of the agreement'],
] as const)(
  'who asks for a copy after signing gets the agreement, not the way to hand papers in (%s, %s)',
  async (locale, asked) => {
    const talk = await verified(people.missedInstalment, locale);
    const reply = await talk.say(asked);
    expect(ids(reply)).toContain('agreement.document');
    expect(ids(reply)).not.toContain('evidence.where');
  },
);

test.each([
  'Kindly move my instalment to the 3rd, salary now comes on the 1st.',
  'can you move my payment day to the 3rd, i get paid on the 1st',
])('the day that pay comes is not the day wished for (%s)', async (asked) => {
  const talk = await verified(people.missedInstalment, 'en-US');
  expect(valuesOf(await talk.say(asked), 'arrangement.changeDay').day).toContain('3');
});

test.each(['hi i skipped one in november. is the whole deal off?', "i missed november's, is my plan dead?"])(
  'who fears for the agreement after a missed instalment hears what a missed one does (%s)',
  async (asked) => {
    const talk = await verified(people.missedInstalment, 'en-US');
    expect(ids(await talk.say(asked))).toContain('offer.missed');
  },
);
