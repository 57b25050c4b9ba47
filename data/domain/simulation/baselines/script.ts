// What every baseline shares: hearing figures, exits, an acceptance that is read back, and a yes that signs.
import type { NegotiableAccount } from '../../account/account';
import type { CustomerTurn } from '../../customer/customerTurn';
import type { PolicyLimits, Segment } from '../../limits/policyLimits';
import { yuanToFen } from '../../money/money';
import { bankFacts } from '../../negotiation/hear/facts';
import type { Move } from '../../negotiation/move';
import { firstDueDate } from '../../negotiation/offers/dueDates';
import { eligibility } from '../../negotiation/offers/eligibility';
import { buildOfferGrid, type OfferGrid } from '../../negotiation/offers/offerGrid';
import { rehearseTerms } from '../../negotiation/signing/signingProof';
import type { Offer } from '../../offer/offer';
import type { Bargainer, BargainingPolicy } from '../bargainer';
import { evidenceGateFen } from '../evidenceGate';
import { priced, type ScriptView } from './scriptView';

export type ScriptLine =
  | { readonly kind: 'ask'; readonly slot: 'monthlyAmount' | 'lumpSum' }
  | { readonly kind: 'offer'; readonly rows: readonly number[] };

export type Script = (view: ScriptView) => ScriptLine;

interface Memory {
  readonly view: ScriptView;
  readonly shown: readonly Offer[];
  readonly chosen: Offer | null;
  readonly lastAsked: 'monthlyAmount' | 'lumpSum' | null;
}

const base = { messageId: 'negotiation.offer.one', reasons: [] } as const;

/** Exits that every bot of a bank has; the bargaining is what differs. */
function leaves({ intent, signals }: CustomerTurn): Move | null {
  if (intent === 'hardship' || signals.includes('hardship'))
    return { kind: 'hardship', messageId: 'hardship.feel.any', reasons: [] };
  if (intent === 'thirdParty' || intent === 'goodbye')
    return { kind: 'end', messageId: 'negotiation.end', reasons: [] };
  if (intent === 'alreadyPaid' || intent === 'dispute' || intent === 'human' || intent === 'complaint')
    return { kind: 'handoff', reason: intent, messageId: 'negotiation.handoff', reasons: [] };
  return null;
}

function heardFigures(view: ScriptView, { slots }: CustomerTurn): ScriptView {
  const { monthlyAmount, lumpSum } = slots;
  const figure = (range: typeof lumpSum) => range?.min ?? range?.max;
  const [monthly, lump] = [figure(monthlyAmount), figure(lumpSum)];
  const statedFen = monthly === undefined ? view.statedFen : yuanToFen(monthly);
  const { limits, account } = view.facts;
  const most = monthlyAmount?.max ?? monthlyAmount?.min;
  const gateFen =
    most === undefined || !view.compliant ? view.gateFen : evidenceGateFen(account, limits, yuanToFen(most));
  if (lump === undefined || lump === null) return { ...view, statedFen, gateFen };
  const lumpSumFen = yuanToFen(lump);
  const grid = buildOfferGrid({ limits, account, segment: view.segment, extraDownPaymentsFen: [lumpSumFen] });
  return { ...view, statedFen, gateFen, lumpSumFen, grid };
}

/** How often a figure that leaves no plan is asked about before the bot gives up. */
const askedAgainMax = 4;

/** Nothing may be shown: asks for money at hand, then whether more can be paid, and gives up in the end. */
function nothingFits({ asked, lumpSumFen }: ScriptView): ScriptLine | null {
  if (lumpSumFen === null && asked.lumpSum < 1) return { kind: 'ask', slot: 'lumpSum' };
  return asked.monthlyAmount < askedAgainMax ? { kind: 'ask', slot: 'monthlyAmount' } : null;
}

const lay = ({ view, shown }: Memory, rows: readonly number[]): Offer[] =>
  rows.map((row, place) => priced(view, row, shown.length + 1 + place));

function speak(script: Script, memory: Memory): ReturnType<Bargainer> {
  const { view } = memory;
  const wanted = script(view);
  const line = wanted.kind === 'offer' && wanted.rows.length === 0 ? (nothingFits(view) ?? wanted) : wanted;
  if (line.kind === 'ask') {
    const asked = { ...view.asked, [line.slot]: view.asked[line.slot] + 1 };
    return {
      move: { ...base, kind: 'ask', slot: line.slot },
      next: after(script, { ...memory, view: { ...view, asked }, lastAsked: line.slot }),
    };
  }
  const offers = lay(memory, line.rows);
  if (offers.length === 0)
    return { move: { ...base, kind: 'refuse', reason: 'noPlanFits' }, next: after(script, memory) };
  const next = after(script, {
    view: { ...view, round: view.round + 1 },
    shown: [...memory.shown, ...offers],
    chosen: null,
    lastAsked: null,
  });
  return { move: { ...base, kind: 'offer', offers }, next };
}

const after =
  (script: Script, before: Memory): Bargainer =>
  (turn) => {
    const exit = leaves(turn);
    if (exit !== null) return { move: exit, next: after(script, before) };
    const { chosen } = before;
    if (chosen !== null && turn.intent === 'affirm') {
      const agreement = { offer: chosen, policyVersion: before.view.facts.limits.version };
      const move = { ...base, kind: 'agreed', agreement, proof: rehearseTerms(agreement) } as const;
      return { move, next: after(script, before) };
    }
    const offer = before.shown.find((one) => one.number === turn.slots.offerNumber);
    if (turn.intent === 'negotiate.accept' && offer !== undefined)
      return { move: { ...base, kind: 'readBack', offer }, next: after(script, { ...before, chosen: offer }) };
    // "None" to the question for money at hand is an answer.
    const none = before.lastAsked === 'lumpSum' && turn.intent === 'deny';
    const heard = heardFigures(before.view, turn);
    return speak(script, { ...before, view: none ? { ...heard, lumpSumFen: 0 } : heard });
  };

interface Opening {
  readonly limits: PolicyLimits;
  readonly grid: OfferGrid;
  readonly evidence: ScriptView['evidence'];
}

/** All scripts open on the same grid and the same evidence, so they are worked out once for each account. */
const openings = new WeakMap<NegotiableAccount, Opening>();

function openingFor(account: NegotiableAccount, limits: PolicyLimits, segment: Segment): Opening {
  const known = openings.get(account);
  if (known?.limits === limits) return known;
  const { documentedMonthly, bankMonthly } = bankFacts(account, limits);
  const [documentedFen, bankFen] = [documentedMonthly?.minFen ?? null, bankMonthly?.minFen ?? null];
  const documented = documentedFen === null ? null : ({ kind: 'documented', fen: documentedFen } as const);
  const bank = bankFen === null ? null : ({ kind: 'bank', fen: bankFen } as const);
  const opening = { limits, grid: buildOfferGrid({ limits, account, segment }), evidence: documented ?? bank };
  openings.set(account, opening);
  return opening;
}

/**
 * A bargaining policy that only has to say which rows of the grid it shows. All are compliant, which means inside policy and the
 * evidence gate, but for one that is built without the gate.
 */
export const scripted = (name: string, script: Script, compliant = true): BargainingPolicy => ({
  name,
  open: (facts) => {
    const { account, limits, today } = facts;
    const fit = eligibility(account, limits);
    if (fit.kind === 'refused') {
      const refused: Bargainer = (turn) => ({
        move: leaves(turn) ?? { ...base, kind: 'refuse', reason: fit.refusal },
        next: refused,
      });
      return refused;
    }
    const { grid, evidence } = openingFor(account, limits, fit.segment);
    const view: ScriptView = {
      facts,
      segment: fit.segment,
      grid,
      dueDate: firstDueDate(today, limits.dueDayDefault, fit.segment, 0),
      round: 0,
      asked: { monthlyAmount: 0, lumpSum: 0 },
      statedFen: null,
      evidence,
      lumpSumFen: null,
      compliant,
      gateFen: compliant ? evidenceGateFen(account, limits, null) : Number.POSITIVE_INFINITY,
    };
    return after(script, { view, shown: [], chosen: null, lastAsked: null });
  },
});
