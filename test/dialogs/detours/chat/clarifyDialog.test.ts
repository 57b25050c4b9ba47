// Two readings: a short question between them; never a guess, never "I did not understand", never a reading that cannot be.
import { type CustomerTurn, certainTurn, type Intent } from '../../../../data/domain/customer/customerTurn';
import { dialogClient } from '../../dialogClient';
import { people } from '../../saying';

const between = (first: Intent, second: Intent): CustomerTurn => ({
  ...certainTurn(first),
  confidence: 0.4,
  ambiguity: { kind: 'intent', first, second },
});
const figures: CustomerTurn = {
  ...certainTurn('negotiate.terms'),
  ambiguity: { kind: 'figure', slot: 'monthlyAmount', readings: [500, 800] },
};
const readings = {
  owed: certainTurn('account.balance'),
  plan: certainTurn('negotiate.start'),
  figures,
  '800': certainTurn('negotiate.terms', { monthlyAmount: { max: 800 } }),
  near: between('ask.creditReport', 'ask.legalAction'),
  refusing: between('negotiate.reject', 'negotiate.start'),
  nothing: between('outOfScope', 'greeting'),
  alike: between('negotiate.accept', 'affirm'),
};
const idsOf = (said: readonly { readonly id: string }[]) => said.map(({ id }) => id);

test('two intents are put side by side, both can be tapped, and the tap means what it says', async () => {
  const { say, titles } = await dialogClient(readings);
  expect(idsOf(await say('near'))).toContain('clarify.either');
  expect(idsOf(titles())).toEqual(['reading.creditReport', 'reading.legalAction', 'button.human']);
  const legal = titles()[1]?.text ?? '';
  expect(idsOf(await say(legal))).toContain('question.answer');
});

test('asked twice, the second question is put in other words', async () => {
  const { say } = await dialogClient(readings);
  const texts = [];
  for (let times = 0; times < 2; times += 1)
    texts.push((await say('near')).find(({ id }) => id === 'clarify.either')?.text);
  expect(new Set(texts).size).toBe(2);
});

test('two readings of a figure are asked about and put into no offer', async () => {
  const { say, titles } = await dialogClient(readings);
  await say('plan');
  await say(people.canonical);
  expect(idsOf(await say('figures'))).toEqual(['clarify.figure']);
  expect(
    titles()
      .filter(({ id }) => id === 'button.figure')
      .map(({ values }) => values.amount),
  ).toEqual(['500', '800']);
  expect(idsOf(await say('800 元'))).toContain('negotiation.offer.line');
});

test('two readings that a customer would see under one name are no choice, and nothing is asked', async () => {
  const { say } = await dialogClient(readings);
  await say('plan');
  await say(people.canonical);
  await say('800');
  expect(idsOf(await say('alike'))).not.toContain('clarify.either');
});

test('without offers on the table, turning one down is no reading', async () => {
  const { say } = await dialogClient(readings);
  expect(idsOf(await say('refusing'))).toEqual(['opening.machine', 'verify.ask']);
});

test('with offers on the table it is one', async () => {
  const { say, titles } = await dialogClient(readings);
  for (const words of ['plan', people.canonical, '800']) await say(words);
  expect(idsOf(await say('refusing'))).toEqual(['clarify.either']);
  expect(idsOf(titles())).toContain('reading.reject');
});

test('"something else, or saying hello" is not worth a question', async () => {
  const { say } = await dialogClient(readings);
  expect(idsOf(await say('nothing'))).not.toContain('clarify.either');
});

test('identity digits are never taken for two amounts', async () => {
  const { say } = await dialogClient({ ...readings, [people.english]: figures });
  await say('owed');
  expect(idsOf(await say(people.english))).toContain('verify.done');
});

test('the day asked about is the day that is answered', async () => {
  const { say } = await dialogClient({
    ...readings,
    later: certainTurn('account.balance', { payDate: '2026-12-15' }),
  });
  await say('owed');
  await say(people.canonical);
  const onDay = (await say('later')).find(({ id }) => id === 'account.onDay');
  expect(onDay?.values).toMatchObject({ date: '2026-12-15' });
  expect(Number(onDay?.values.total?.replaceAll(',', ''))).toBeGreaterThan(26_431.2);
});

test('neither of two readings is likely: neither is offered, and the message is asked for in other words', async () => {
  const guess: CustomerTurn = { ...between('ask.creditReport', 'ask.legalAction'), confidence: 0.2 };
  const { say, titles } = await dialogClient({ guess });
  expect(idsOf(await say('guess'))).toContain('clarify.open');
  expect(idsOf(titles()).some((id) => id.startsWith('reading.'))).toBe(false);
});
