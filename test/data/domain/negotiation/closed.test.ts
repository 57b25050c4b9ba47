// A table that is closed stays closed in the engine itself: after danger, somebody else, a dispute, the wish for a person, a signature.
import fc from 'fast-check';
import { type CustomerTurn, certainTurn } from '../../../../data/domain/customer/customerTurn';
import { arbitraryTurns } from './arbitraries';
import { type Act, monthly, offersIn, play } from './bargaining';

const menu = ['negotiate.terms', { ...monthly(1200), payday: 15 }] as const;
const chosen = ['negotiate.accept', { offerNumber: 1 }] as const;
const inDanger: CustomerTurn = { ...certainTurn('negotiate.terms', monthly(500)), signals: ['vulnerable'] };

const closing: readonly (readonly [string, Act, boolean])[] = [
  ['danger', 'vulnerable', false],
  ['danger that rides along with a figure', inDanger, false],
  ['somebody else', 'thirdParty', false],
  ['a dispute', 'dispute', true],
  ['a payment made already', 'alreadyPaid', true],
  ['the wish for a person', 'human', true],
];

describe.each(closing)('after %s', (_, act, mayOpen) => {
  test.each<readonly [string, readonly Act[]]>([
    ['offers were shown', [menu]],
    ['an offer was read back', [menu, chosen]],
    ['nothing was shown', []],
  ])('%s: no offer, no read-back and no agreement comes, whatever is said', (_, before) => {
    const { negotiation } = play([...before, act]);
    fc.assert(
      fc.property(arbitraryTurns, (turns) => {
        const said = turns.filter(({ intent }) => intent !== 'negotiate.start');
        if (said.length === 0) return;
        for (const { kind } of play(said, { from: negotiation }).moves)
          expect(['offer', 'nearest', 'readBack', 'agreed']).not.toContain(kind);
      }),
      { numRuns: 40 },
    );
    expect(play(['affirm', chosen, 'affirm'], { from: negotiation }).moves.map(({ kind }) => kind)).not.toContain(
      'agreed',
    );
  });
  test(`starting anew ${mayOpen ? 'opens' : 'does not open'} it`, () => {
    const { negotiation } = play([menu, act]);
    const { last } = play(['negotiate.start', menu], { from: negotiation });
    expect(offersIn(last).length > 0).toBe(mayOpen);
  });
});

test('after a signature nothing is offered or signed again; a person is still one word away', () => {
  const { negotiation } = play([menu, chosen, 'affirm']);
  const said: Act[] = ['affirm', chosen, menu, 'negotiate.start', 'negotiate.reject', 'goodbye'];
  for (const act of said) {
    const { last, negotiation: after } = play([act], { from: negotiation });
    expect(last.kind).toBe('end');
    expect(after.signing?.step).toBe('signed');
  }
  const { last, negotiation: after } = play(['human', 'affirm'], { from: negotiation });
  expect(last.kind).toBe('end');
  expect(after.signing?.step).toBe('signed');
  expect(play(['human'], { from: negotiation }).last.kind).toBe('handoff');
});

test('danger is served first, and what comes after it opens nothing', () => {
  const { moves } = play([menu, inDanger, 'human', 'negotiate.start', menu]);
  expect(moves.slice(1).map(({ kind }) => kind)).toEqual(['handoff', 'handoff', 'handoff', 'handoff']);
});

test('a customer who waits for a person may still promise a payment', () => {
  const slots = { lumpSum: { min: 3000, max: 3000 }, payDate: '2026-12-15' };
  expect(play([menu, 'human', ['promiseToPay', slots], 'affirm']).last).toMatchObject({
    kind: 'promise',
    recorded: true,
  });
});
