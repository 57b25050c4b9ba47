// Laws of the engine over random policies, accounts and turns: limits hold, terms never worsen, every path has an end.
import fc from 'fast-check';
import { type CustomerTurn, certainTurn } from '../../../../data/domain/customer/customerTurn';
import type { Move } from '../../../../data/domain/negotiation/move';
import { type Negotiation, negotiationSchema, startNegotiation } from '../../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../../data/domain/negotiation/nextMove';
import { rehearseYes } from '../../../../data/domain/negotiation/signing/signingProof';
import type { Offer } from '../../../../data/domain/offer/offer';
import { violations } from '../../../../data/domain/simulation/result/violations';
import { arbitraryAccount, arbitraryLimits, arbitraryTurns } from './arbitraries';
import { offersIn, today } from './bargaining';

interface Step {
  readonly turn: CustomerTurn;
  readonly before: Negotiation;
  readonly move: Move;
  readonly after: Negotiation;
}

const world = fc.record({ limits: arbitraryLimits, account: arbitraryAccount, turns: arbitraryTurns });
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function walk({ limits, account, turns }: World): Step[] {
  let before = startNegotiation(limits, account, today);
  return turns.map((turn) => {
    const proof = rehearseYes(before.signing, turn);
    const { move, negotiation } = nextMove(before, turn, account, limits, today, proof);
    const step = { turn, before, move, after: negotiation };
    before = negotiation;
    return step;
  });
}

const law = (name: string, holds: (world: World, steps: readonly Step[]) => void, numRuns = 120) =>
  test(name, () =>
    fc.assert(
      fc.property(world, (drawn) => holds(drawn, walk(drawn))),
      { numRuns },
    ),
  );

const shownOrSigned = (move: Move): readonly Offer[] => {
  if (move.kind === 'readBack') return [move.offer];
  return move.kind === 'agreed' ? [move.agreement.offer] : offersIn(move);
};

law('no offer, read-back or agreement breaks a limit of the policy or of the law', ({ limits, account }, steps) => {
  // Relief to close is the one switch that gives relief without its rule being met; it has its own test.
  const strict = { account, limits, today };
  for (const { move } of steps)
    for (const offer of shownOrSigned(move)) {
      const broken = violations(offer, strict);
      expect(limits.reliefToClose ? broken.filter((name) => name !== 'relief') : broken).toEqual([]);
    }
});

law('what was shown stays on the table with the same number and the same terms', (_, steps) => {
  for (const { before, after } of steps)
    for (const { chosenAgainstAdvice: _, ...terms } of before.table)
      expect(after.table.find((one) => one.number === terms.number)).toMatchObject(terms);
});

law(
  'every offer on the table can be taken at any time',
  ({ limits, account }, steps) => {
    for (const { after } of steps) {
      if (after.signing?.step === 'signed' || after.closedBy !== null) continue;
      for (const { number } of after.table) {
        const { move, negotiation } = nextMove(
          after,
          certainTurn('negotiate.accept', { offerNumber: number }),
          account,
          limits,
          today,
        );
        expect(move).toMatchObject({ kind: 'readBack', offer: { number } });
        const yes = certainTurn('affirm');
        const proof = rehearseYes(negotiation.signing, yes);
        expect(nextMove(negotiation, yes, account, limits, today, proof).move.kind).toBe('agreed');
        expect(nextMove(negotiation, yes, account, limits, today).move).toMatchObject({ kind: 'readBack' });
      }
    }
  },
  100,
);

law(
  'the lowest instalment of a menu never rises among plans that ask for no larger first payment than it does',
  (_, steps) => {
    const earlier: Offer[] = [];
    for (const { move } of steps) {
      const offers = offersIn(move);
      if (offers.length === 0) continue;
      // A first payment that is taken back takes along the lower instalments that it bought; they can still be chosen by number.
      const start = Math.max(...offers.map(({ downPaymentFen }) => downPaymentFen));
      const alike = earlier.filter(({ downPaymentFen }) => downPaymentFen <= start);
      const lowest = (of: readonly Offer[]) => Math.min(...of.map(({ instalmentFen }) => instalmentFen));
      expect(lowest(offers)).toBeLessThanOrEqual(lowest(alike));
      earlier.push(...offers);
    }
  },
);

law('at most three offers are shown, each once', (_, steps) => {
  for (const { move } of steps) {
    const numbers = offersIn(move).map((offer) => offer.number);
    expect(numbers.length).toBeLessThanOrEqual(3);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});

law(
  'no offer that can be taken is beyond accepted documents, however it came to be shown',
  ({ account, limits }, steps) => {
    const documented = account.documentedMonthlyCapacityFen;
    if (documented === null) return;
    for (const { move, after } of steps)
      for (const offer of [...after.table, ...shownOrSigned(move)])
        expect(offer.instalmentFen).toBeLessThanOrEqual(documented * limits.evidence.documentedShareMax);
  },
);

law(
  'what takes more than policy’s share of what was said is marked as advised against, and nothing else is',
  ({ limits }, steps) => {
    for (const { move, after } of steps) {
      const { statedMonthly } = after.facts;
      const said = statedMonthly?.maxFen ?? statedMonthly?.minFen ?? Number.POSITIVE_INFINITY;
      for (const offer of offersIn(move))
        expect(offer.chosenAgainstAdvice ?? false).toBe(offer.instalmentFen > said * limits.evidence.statedShareMax);
    }
  },
);

law('every offer of a move lies on the table', (_, steps) => {
  for (const { move, after } of steps) for (const offer of offersIn(move)) expect(after.table).toContainEqual(offer);
});

law('nothing is signed that was not read back before', (_, steps) => {
  steps.forEach(({ move, before }) => {
    if (move.kind === 'agreed') expect(before.signing?.terms).toEqual(move.agreement);
  });
});

law(
  'a person, and the end, are one word away from everywhere',
  ({ limits, account }, steps) => {
    for (const { after } of steps) {
      if (after.signing?.step === 'signed') continue;
      expect(nextMove(after, certainTurn('human'), account, limits, today).move.kind).toBe('handoff');
      expect(nextMove(after, certainTurn('goodbye'), account, limits, today).move.kind).toBe('end');
    }
  },
  100,
);

law('what is remembered survives being saved', (_, steps) => {
  for (const { after } of steps) expect(negotiationSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
});

law(
  'the same arguments give the same answer, and nothing is changed in place',
  ({ limits, account }, steps) => {
    for (const { turn, before, move, after } of steps) {
      const frozen = structuredClone(before);
      const proof = rehearseYes(before.signing, turn);
      expect(nextMove(before, turn, account, limits, today, proof)).toEqual({ move, negotiation: after });
      expect(before).toEqual(frozen);
    }
  },
  100,
);

law('every offer that is shown says which shape, bound and rule of relief made it', (_, steps) => {
  for (const { move } of steps) {
    const told = move.reasons.filter(({ rule }) => rule.startsWith('offer.') && rule !== 'offer.againstAdvice');
    if (offersIn(move).length === 0) continue;
    expect(told.map(({ rule, facts }) => [rule, facts.offerNumber, facts.reliefRuleId])).toEqual(
      offersIn(move).map((offer) => [`offer.${offer.shape}`, offer.number, offer.reliefRuleId]),
    );
  }
});

law('every answer says why', (_, steps) => {
  for (const { move } of steps) expect(move.reasons.length + (move.kind === 'agreed' ? 1 : 0)).toBeGreaterThan(0);
});

test('no conversation goes on for ever: whatever is repeated, a person comes', () => {
  fc.assert(
    fc.property(world, ({ limits, account, turns }) => {
      let negotiation = startNegotiation(limits, account, today);
      const endings = new Set(['handoff', 'agreed', 'refuse', 'hardship', 'promise', 'end']);
      for (let i = 0; i < 65; i++) {
        const turn = turns[i % turns.length] ?? certainTurn('affirm');
        const answer = nextMove(negotiation, turn, account, limits, today);
        negotiation = answer.negotiation;
        if (endings.has(answer.move.kind)) return;
      }
      throw new Error('still talking');
    }),
    { numRuns: 60 },
  );
});

test('tone, language, certainty and small talk change no offer', () => {
  fc.assert(
    fc.property(
      world,
      fc.constantFrom('abuse', 'greeting', 'ask.creditReport', 'thanks'),
      ({ limits, account, turns }, chatter) => {
        const said = turns.map(({ slots }) => certainTurn('negotiate.terms', slots));
        const plain = walk({ limits, account, turns: said });
        const loud = walk({
          limits,
          account,
          turns: said.map((turn) => ({ ...turn, confidence: 0.7, language: 'en-US', signals: ['anger'] })),
        });
        expect(loud.map(({ move }) => move)).toEqual(plain.map(({ move }) => move));
        const last = plain.at(-1);
        if (last === undefined || offersIn(last.move).length === 0 || last.after.turns > 40) return;
        const again = nextMove(last.after, certainTurn(chatter), account, limits, today).move;
        expect(offersIn(again)).toEqual(offersIn(last.move));
      },
    ),
    { numRuns: 80 },
  );
});
