// Negotiate: asked once, offered within limits, countered in any order, never asked twice in the same words (P1, P5, P6, P8).
import { ids, people, saying, taps, valuesOf, verified, withOffers } from '../../saying';

test('what can be paid a month is asked when it is not known, with two ways out for whoever cannot say', async () => {
  const talk = await verified(people.canonical);
  const reply = await talk.say('能分期吗');
  expect(ids(reply)).toEqual(['negotiation.ask.monthlyAmount']);
  expect(taps(reply)).toEqual(expect.arrayContaining(['button.unsure', 'button.noIncome']));
});

test('the figure is repeated as it was said, offers follow, and each of them can be tapped', async () => {
  const talk = await verified(people.canonical);
  const reply = await saying(talk, '能分期吗', '每个月最多还800');
  expect(ids(reply)[0]).toBe('negotiation.noted');
  const lines = reply.said.filter(({ id }) => id.startsWith('negotiation.offer.line'));
  const choices = reply.taps.filter(({ id }) => id === 'button.choose');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThanOrEqual(3);
  expect(choices.map(({ values }) => values.number)).toEqual(lines.map(({ values }) => values.number));
});

test('no offer asks for more a month than the customer said, and none is longer than the law allows', async () => {
  const talk = await withOffers();
  const reply = await talk.say('再说一遍');
  const lines = reply.said.filter(({ id }) => id.startsWith('negotiation.offer.line'));
  for (const { values } of lines) {
    expect(Number(values.instalment?.replaceAll(',', ''))).toBeLessThanOrEqual(800);
    expect(Number(values.count)).toBeLessThanOrEqual(60);
  }
  expect(lines.length).toBeGreaterThan(0);
});

test('the same account and the same figure get the same offers in both languages and however rudely it is said', async () => {
  const figures = async (talk: Awaited<ReturnType<typeof verified>>, words: string) => {
    const reply = await talk.say(words);
    return reply.said
      .filter(({ id }) => id.startsWith('negotiation.offer.line'))
      .map(({ values }) => [values.number, values.count, values.total]);
  };
  const polite = await verified(people.canonical);
  await polite.say('请问能分期吗');
  const english = await verified(people.canonical, 'en-US');
  await english.say("can't pay it all, can we work something out");
  const rude = await verified(people.canonical);
  await saying(rude, '能分期吗');
  const offers = await figures(polite, '每个月最多还800');
  expect(offers.length).toBeGreaterThan(0);
  expect(await figures(english, '800 a month at most')).toEqual(offers);
  expect(await figures(rude, '烦死了，每个月最多还800')).toEqual(offers);
});

test('a customer who does not know is shown plans of several lengths instead of being asked again', async () => {
  const talk = await verified(people.canonical);
  await talk.say('能分期吗');
  const reply = await talk.say('不知道');
  expect(ids(reply).filter((id) => id === 'negotiation.offer.line')).toHaveLength(2);
  expect(ids(reply).join(' ')).not.toContain('negotiation.ask.');
  expect(taps(reply)).toContain('button.human');
});

test('a counter below the floor is told the longest plan, the one figure that is missing, and what could close it', async () => {
  const talk = await verified(people.canonical);
  const reply = await saying(talk, '能分期吗', '每个月最多300');
  expect(valuesOf(reply, 'negotiation.nearest.monthlyAmount')).toMatchObject({
    count: '60',
    instalment: '479.66',
    asked: '300',
    missing: '179.66',
  });
  expect(taps(reply)).toEqual(expect.arrayContaining(['button.firstPayment', 'button.hardshipReview', 'button.human']));
});

test('tapping "first payment" brings an offer with that first payment', async () => {
  const talk = await verified(people.canonical);
  await saying(talk, '能分期吗', '每个月最多300');
  const reply = await talk.say('先还一笔');
  expect(ids(reply)).toContain('negotiation.offer.lineWithStart');
  expect(ids(reply)).not.toContain('negotiation.nearest.monthlyAmount');
});

test('a conditional yes is a counter-offer and is never read back', async () => {
  const talk = await withOffers();
  const reply = await talk.say('可以，但是每月只能600');
  expect(ids(reply)).not.toContain('negotiation.readBack');
  expect(ids(reply).some((id) => id.startsWith('negotiation.'))).toBe(true);
});

test('a question in the middle is answered, and the offers stand as they were', async () => {
  const talk = await withOffers();
  const reply = await talk.say('会不会坐牢');
  expect(ids(reply)).toEqual(expect.arrayContaining(['question.answer', 'negotiation.resume']));
  expect(taps(reply)).toContain('button.choose');
  expect(ids(await talk.say('选1'))).toContain('negotiation.readBack');
});

test('interrupted again and again, the way back is put in other words each time while there are words left', async () => {
  const talk = await withOffers();
  const lines: string[] = [];
  for (const question of ['会不会坐牢', '征信多久能消', '利息怎么算的']) {
    const reply = await talk.say(question);
    lines.push(...reply.said.filter(({ id }) => id === 'negotiation.resume').map(({ text }) => text));
  }
  expect(lines).toHaveLength(3);
  expect(new Set(lines).size).toBe(3);
});

test('never mind keeps the offers, and the next conversation finds them', async () => {
  const talk = await withOffers();
  expect(ids(await talk.say('算了先不弄了'))).toContain('negotiation.quoteSaved');
  talk.newConversation();
  const reply = await saying(talk, '能分期吗', people.canonical);
  expect(valuesOf(reply, 'negotiation.quoteFound').validUntil).toBe('2026-11-30');
});

test.each([
  [people.tooSmall, 'negotiation.refuse.balanceTooSmall'],
  [people.excluded, 'negotiation.refuse.excluded'],
] as const)('%s cannot have a plan: the ground is told and other ways stay open', async (codes, reason) => {
  const talk = await verified(codes);
  const reply = await talk.say('能分期吗');
  expect(ids(reply)).toEqual([reason, 'negotiation.refuse.close']);
  expect(taps(reply)).toEqual(['button.repay', 'button.hardshipReview', 'button.human']);
});

test('a refused customer who asks again is not stuck: hardship and a person still work', async () => {
  const talk = await verified(people.excluded);
  await talk.say('能分期吗');
  expect(ids(await talk.say('困难复核'))).toContain('hardship.recorded');
  expect(ids(await talk.say('转人工'))).toContain('handoff.waiting');
});

test('a disputed account is not negotiated', async () => {
  const talk = await verified(people.disputed);
  const reply = await talk.say('能分期吗');
  expect(ids(reply)).toEqual(['account.frozenDispute']);
});

test('of two cards both are named once, where the plans for them are first shown', async () => {
  const talk = await verified(people.twoCards);
  const first = await saying(talk, '能分期吗', '每个月最多还1200');
  expect(valuesOf(first, 'negotiation.offer.cards').list).toMatch(/2201.*2212/);
  expect(ids(await talk.say('每个月最多还1300'))).not.toContain('negotiation.offer.cards');
});

test('a number that is on no offer chooses nothing: that is said, with those that are', async () => {
  const talk = await withOffers();
  const reply = await talk.say('选9');
  expect(valuesOf(reply, 'negotiation.ask.noSuchOffer').number).toBe('9');
  expect(taps(reply)).toContain('button.choose');
});
