// The engine's one question: given all that is known and what the customer just said, what does the bank say next?
import type { NegotiableAccount } from '../account/account';
import type { CalendarDate } from '../calendar/calendar';
import type { CustomerTurn, Intent } from '../customer/customerTurn';
import type { PolicyLimits } from '../limits/policyLimits';
import { agreed, end, handOver, hardshipReview, refuse } from './answer/answers';
import { answerTurn } from './answer/conversationTurn';
import type { Answer } from './answer/menu';
import { dropExpired, reviseTable } from './answer/reviseTable';
import type { Scene } from './answer/scene';
import { hearFacts } from './hear/facts';
import { hearPromise, promiseWaits, recordPromise } from './hear/promising';
import type { Negotiation } from './negotiation';
import { eligibility } from './offers/eligibility';
import { rehearseTerms, type SigningProof } from './signing/signingProof';

export type NextMove = Answer;

/** Turns heard before a person takes over, whatever they were: no conversation goes round for ever. */
const turnsMax = 60;

/** What leaves the bargaining table at once, from every stage, and where to. */
function leave(negotiation: Negotiation, turn: CustomerTurn): Answer | null {
  switch (turn.intent) {
    case 'human':
    case 'dispute':
    case 'alreadyPaid':
    case 'complaint':
    case 'vulnerable':
    case 'verifyCollector':
      return handOver(negotiation, turn.intent);
    case 'thirdParty':
    case 'goodbye':
    case 'cancel':
    case 'contactPreference':
      return end(negotiation, turn.intent);
    case 'hardship':
      return hardshipReview(negotiation);
    default:
      break;
  }
  if (turn.signals.includes('vulnerable')) return handOver(negotiation, 'vulnerable');
  // Hardship rides along with a figure: the review comes first, once; the figure is kept and talk may go on.
  const news = turn.signals.includes('hardship') && !negotiation.hardshipHeard;
  return news ? hardshipReview(negotiation) : null;
}

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
  // Agreed once, it is the same agreement whatever is said later, and the table is closed.
  if (negotiation.signing?.step === 'signed') return agreed(negotiation, rehearseTerms(negotiation.signing.terms));
  const heard = hearFacts(negotiation, turn, account, limits);
  const current = { ...dropExpired(negotiation, today), turns: negotiation.turns + 1, facts: heard.facts };
  const left = leave(current, turn);
  if (left !== null) return left;
  if (current.turns > turnsMax) return handOver(current, 'turnsMax');
  const promised = answerPromise({ negotiation: current, account, limits, today }, turn);
  if (promised !== null) return promised;
  const fit = eligibility(account, limits);
  if (fit.kind === 'refused') return refuse(current, fit.refusal, fit.reasons);
  const { segment } = fit;
  const revised = reviseTable({ negotiation: current, account, limits, segment, today });
  const scene = { negotiation: revised.negotiation, account, limits, segment, today };
  const answer = answerTurn(scene, turn, heard, proof);
  return { ...answer, move: { ...answer.move, reasons: [...revised.reasons, ...answer.move.reasons] } };
}

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
  if (turn.intent === 'affirm' && !states && promiseWaits(negotiation)) return recordPromise(negotiation);
  // "No, the 20th" corrects the promise that was read back, and "yes, but 200" is not yet a yes to it.
  const goesOn = turn.intent === 'affirm' || (states && promiseCorrections.has(turn.intent));
  return goesOn ? hearPromise(scene, turn) : null;
}
