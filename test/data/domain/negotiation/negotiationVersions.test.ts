// Negotiations saved by an earlier version go on: what was chosen is read again, what was agreed stays agreed.
import { negotiationSchema } from '../../../../data/domain/negotiation/negotiation';
import { monthly, play } from './bargaining';

/** As version 1 saved it: a stage and a number instead of a signing. */
function asVersion1(stage: string, chosenNumber: number | null) {
  const { signing: _, pricedOn: __, ...rest } = play([['negotiate.terms', monthly(700, 800)]]).negotiation;
  return JSON.parse(JSON.stringify({ ...rest, version: 1, stage, chosenNumber }));
}

test('an offer that was being read back is still chosen, and a yes reads it again before anything is agreed', () => {
  const negotiation = negotiationSchema.parse(asVersion1('readingBack', 2));
  expect(negotiation).toMatchObject({
    version: 4,
    stage: 'offering',
    signing: { step: 'chosen', terms: { offer: { number: 2 } } },
  });
  const { moves } = play(['ask.creditReport', 'affirm'], { from: negotiation });
  expect(moves[0]).toMatchObject({ kind: 'readBack', offer: { number: 2 } });
  expect(moves[1]).toMatchObject({ kind: 'agreed', agreement: { offer: { number: 2 } } });
});

test('what was agreed stays agreed, and nothing more is', () => {
  const negotiation = negotiationSchema.parse(asVersion1('agreed', 1));
  expect(negotiation.signing).toMatchObject({ step: 'signed', terms: { offer: { number: 1 } } });
  const { last, negotiation: after } = play(['affirm'], { from: negotiation });
  expect(last.kind).toBe('end');
  expect(after.signing).toEqual(negotiation.signing);
});

test.each([
  ['offering', null],
  ['offering', 2],
  ['eliciting', null],
  ['readingBack', 99],
  ['hardship', null],
] as const)('stage %s with number %p is signing nothing, and every offer and fact is kept', (stage, number) => {
  const saved = asVersion1(stage, number);
  const negotiation = negotiationSchema.parse(saved);
  expect(negotiation.signing).toBeNull();
  expect(negotiation).toMatchObject({ table: saved.table, facts: saved.facts, shownNumbers: saved.shownNumbers });
});

test('a negotiation saved before tables closed is open, and goes on', () => {
  const { closedBy: _, ...rest } = play([['negotiate.terms', monthly(1200)]]).negotiation;
  const negotiation = negotiationSchema.parse(JSON.parse(JSON.stringify({ ...rest, version: 3 })));
  expect(negotiation).toMatchObject({ version: 4, closedBy: null });
  expect(play([['negotiate.accept', { offerNumber: 1 }]], { from: negotiation }).last.kind).toBe('readBack');
});
