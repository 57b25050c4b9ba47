// The engine's one question: given all that is known and what the customer just said, what does the bank say next?
import type { NegotiableAccount } from '../account/account';
import type { CalendarDate } from '../calendar/calendar';
import type { CustomerTurn, Intent } from '../customer/customerTurn';
import type { PolicyLimits } from '../limits/policyLimits';
import { end, handOver, hardshipReview, refuse } from './answer/answers';
import { answerTurn } from './answer/conversationTurn';
import type { Answer } from './answer/menu';
import { offerReasons } from './answer/offerReasons';
import { dropExpired, reviseTable } from './answer/reviseTable';
import type { Scene } from './answer/scene';
import { type Heard, hearFacts } from './hear/facts';
import { hearPromise, promiseStands, recordPromise } from './hear/promising';
import type { ClosedBy, Negotiation } from './negotiation';
import { eligibility } from './offers/eligibility';
import type { SigningProof } from './signing/signingProof';

export type NextMove = Answer;

/** Turns heard before a person takes over, whatever they were: no conversation goes round for ever. */
const turnsMax = 60;

/** What leaves the bargaining table at once, from every stage, and where to. */
function leave(negotiation: Negotiation, turn: CustomerTurn): Answer | null {
  // Danger before all else that the message says.
  if (turn.signals.includes('vulnerable')) return handOver({ ...negotiation, closedBy: 'vulnerable' }, 'vulnerable');
  switch (turn.intent) {
    case 'human':
    case 'dispute':
    case 'alreadyPaid':
      // What closed the table for good goes on closing it.
      return handOver({ ...negotiation, closedBy: forGood(negotiation.closedBy) ?? turn.intent }, turn.intent);
    case 'vulnerable':
      return handOver({ ...negotiation, closedBy: 'vulnerable' }, 'vulnerable');
    case 'complaint':
    case 'verifyCollector':
      return handOver(negotiation, turn.intent);
    case 'thirdParty':
      return end({ ...negotiation, closedBy: forGood(negotiation.closedBy) ?? 'thirdParty' }, 'thirdParty');
    case 'goodbye':
    case 'cancel':
    case 'contactPreference':
      return end(negotiation, turn.intent);
    case 'hardship':
      return hardshipReview(negotiation);
    default:
      break;
  }
  // Hardship rides along with a figure: the review comes first, once; the figure is kept and talk may go on.
  const news = turn.signals.includes('hardship') && !negotiation.hardshipHeard;
  return news ? hardshipReview(negotiation) : null;
}

/** Danger and somebody else on the line close the table for the whole conversation. */
const forGood = (by: ClosedBy | null): ClosedBy | null => (by === 'vulnerable' || by === 'thirdParty' ? by : null);

/** Started anew by the customer's own word, after a wish for a person or a dispute; never by a yes, a figure or a number. */
const opensAnew = ({ closedBy }: Negotiation, { intent }: CustomerTurn): boolean =>
  intent === 'negotiate.start' && forGood(closedBy) === null;

/** A closed table: the person is on the way, or there is nothing to say here. A promise of their own is still heard. */
function stillClosed({ negotiation, ...scene }: Omit<Scene, 'segment'>, by: ClosedBy, turn: CustomerTurn): Answer {
  const promised = forGood(by) === null ? answerPromise({ negotiation, ...scene }, turn) : null;
  return promised ?? (by === 'thirdParty' ? end(negotiation, by) : handOver(negotiation, by));
}

/** Agreed once, the table is closed: nothing more is offered, and no second yes signs anything. */
const afterSigning = (negotiation: Negotiation, turn: CustomerTurn): Answer =>
  leave(negotiation, turn) ?? end(negotiation, 'signed');

/**
 * Pure: the same arguments give the same move, and nothing is changed in place. A yes agrees to what was read back only with
 * a proof of its signing, and only while the terms of the proof are those that stand today; else they are read back anew.
 */
export function nextMove(
  negotiation: Negotiation,
  turn: CustomerTurn,
  account: NegotiableAccount,
  limits: PolicyLimits,
  today: CalendarDate,
  proof: SigningProof | null = null,
): NextMove {
  if (negotiation.signing?.step === 'signed') return afterSigning(negotiation, turn);
  const heard = hearFacts(negotiation, turn, account, limits);
  const current = { ...dropExpired(negotiation, today), turns: negotiation.turns + 1, facts: heard.facts };
  const left = leave(current, turn);
  if (left !== null) return left;
  const opened = opensAnew(current, turn) ? { ...current, closedBy: null } : current;
  if (opened.closedBy !== null)
    return stillClosed({ negotiation: opened, account, limits, today }, opened.closedBy, turn);
  return atTheTable({ negotiation: opened, account, limits, today }, turn, heard, proof);
}

/** The table is open: a promise, whether a plan is possible at all, what still stands, and the answer. */
function atTheTable(
  { negotiation: current, account, limits, today }: Omit<Scene, 'segment'>,
  turn: CustomerTurn,
  heard: Heard,
  proof: SigningProof | null,
): Answer {
  if (current.turns > turnsMax) return handOver(current, 'turnsMax');
  const promised = answerPromise({ negotiation: current, account, limits, today }, turn);
  if (promised !== null) return promised;
  const fit = eligibility(account, limits);
  if (fit.kind === 'refused')
    return namesOnePayment(turn)
      ? hearPromise({ negotiation: current, account, limits, today }, turn)
      : refuse(current, fit.refusal, fit.reasons);
  const { segment } = fit;
  const revised = reviseTable({ negotiation: current, account, limits, segment, today });
  const scene = { negotiation: revised.negotiation, account, limits, segment, today };
  const answer = answerTurn(scene, turn, heard, proof);
  const reasons = [...revised.reasons, ...answer.move.reasons, ...offerReasons(answer.move, { ...scene, ...answer })];
  return { ...answer, move: { ...answer.move, reasons } };
}

/** "Can I pay 2,000 first?", where no plan is possible: a payment by itself is, and only its day is missing. */
const namesOnePayment = ({ intent, slots }: CustomerTurn): boolean =>
  intent === 'negotiate.terms' &&
  slots.lumpSum !== undefined &&
  slots.monthlyAmount === undefined &&
  slots.instalmentCount === undefined;

/** With a figure or a day, these go on with the promise that is being made. */
const promiseCorrections: ReadonlySet<Intent> = new Set(['negotiate.terms', 'negotiate.reject', 'deny']);

/** A promise is heard wherever something is owed, also where no plan is possible. */
function answerPromise(scene: Omit<Scene, 'segment'>, turn: CustomerTurn): Answer | null {
  const { negotiation, account } = scene;
  if (account.balanceFen <= 0) return null;
  if (turn.intent === 'promiseToPay') return hearPromise(scene, turn);
  const { amount, lumpSum, lumpSumShare, payDate, dueDay, monthlyAmount, instalmentCount } = turn.slots;
  // "Could it be 1,000 instead", "make it the 6th": of a promise that is on record, where no plan is spoken of.
  const changes = negotiation.stage === 'promised' && monthlyAmount === undefined && instalmentCount === undefined;
  if (negotiation.stage !== 'promising' && !(changes && turn.intent === 'negotiate.terms')) return null;
  const states = [amount, lumpSum, lumpSumShare, payDate, dueDay].some((slot) => slot !== undefined);
  if (turn.intent === 'affirm' && !states && promiseStands(scene)) return recordPromise(negotiation);
  // "No, the 20th" corrects the promise that was read back, and "yes, but 200" is not yet a yes to it.
  const goesOn = turn.intent === 'affirm' || (states && promiseCorrections.has(turn.intent));
  return goesOn ? hearPromise(scene, turn) : null;
}
