// One turn at the bargaining table of an account that may be negotiated: by intent, in the order of a conversation.
import { type CustomerTurn, certainTurn, type Intent, type Wish } from '../../customer/customerTurn';
import { acceptedOffer, wishesAnother } from '../hear/acceptance';
import { statedFigure } from '../hear/capacity';
import type { Heard } from '../hear/facts';
import { hearPromise } from '../hear/promising';
import { documentedFenMax } from '../offers/gate';
import { buildOfferGrid } from '../offers/offerGrid';
import { reliefAnswer, reliefTold } from '../offers/relief';
import { sameTerms } from '../signing/signing';
import type { SigningProof } from '../signing/signingProof';
import { agreed, ask, askedMax, handOver, hardshipReview, readBack, refuse, timesAsked } from './answers';
import { askBeside, askFirst } from './askFirst';
import { answerTerms } from './counter';
import { type Answer, cookMenu, openKitchen, showAgain } from './menu';
import { answerReject } from './refusalOfOffers';
import { reason, type Scene, withNegotiation } from './scene';
import { answerWish, toldOfWish } from './wish';

/** Nothing can be offered. Where documents are what leaves nothing for instalments, the whole budget is looked at instead. */
function noPlan({ negotiation, account, limits, segment }: Scene): Answer {
  const supportedFen = documentedFenMax(account, limits);
  if (Number.isFinite(supportedFen) && buildOfferGrid({ account, limits, segment }).size > 0)
    return hardshipReview(negotiation, reason('hardship.documents', { supportedFen }, 'documentedMonthly'));
  return refuse(negotiation, 'noPlanFits', [reason('noPlanFits', { segmentId: segment.segmentId }, 'policy')]);
}

/** Counts a counter, a refusal or a price request; beyond the policy's number a person takes over. */
function nextRound(scene: Scene, answer: (counted: Scene) => Answer): Answer {
  const rounds = scene.negotiation.rounds + 1;
  const counted = withNegotiation(scene, { rounds });
  return rounds > scene.limits.roundsMax ? handOver(counted.negotiation, 'roundsMax') : answer(counted);
}

/** Terms, a start, or anything that may carry facts: one question where one would move the deal, else the offers. */
function hearTerms(scene: Scene, heard: Heard): Answer {
  const { negotiation, account } = scene;
  const lump = statedFigure(heard.facts.lumpSum);
  if (heard.stated.has('lumpSum') && lump !== null && lump >= account.balanceFen) {
    const everything = { min: account.balanceFen / 100, max: account.balanceFen / 100 };
    return hearPromise(scene, certainTurn('promiseToPay', { lumpSum: everything }));
  }
  const question = askFirst(scene, heard);
  if (question !== null) return question;
  if (heard.stated.size === 0 && negotiation.table.length > 0)
    return showAgain(scene, null, [reason('nothingNew')]) ?? noPlan(scene);
  // An answer to the bank's own question is no counter.
  const counts = negotiation.table.length > 0 && !(negotiation.lastAsked === 'lumpSum' && heard.stated.has('lumpSum'));
  const answer = (counted: Scene) => {
    const terms = answerTerms(counted, heard);
    return terms === null ? noPlan(counted) : askBeside(counted, heard, terms);
  };
  return counts ? nextRound(scene, answer) : answer(scene);
}

function hearAccept(scene: Scene, turn: CustomerTurn, heard: Heard): Answer {
  const { negotiation } = scene;
  if (negotiation.table.length === 0) return nothingToAccept(scene);
  if (wishesAnother(negotiation, turn.slots)) return hearTerms(scene, heard);
  const again = Object.keys(turn.slots).length === 0 ? negotiation.signing : null;
  const number = again?.terms.offer.number ?? acceptedOffer(negotiation, turn.slots)?.number ?? null;
  const read = number === null ? null : readBack(negotiation, number);
  return read ?? whichOne(scene);
}

/** Which offer? Asked twice without an answer, the offers are shown once more. */
const whichOne = (scene: Scene): Answer =>
  nextRound(scene, (counted) =>
    timesAsked(counted.negotiation, 'offer') < askedMax
      ? ask({ ...counted.negotiation, stage: 'offering', signing: null }, 'offer')
      : (showAgain(counted, null, [reason('which')]) ?? noPlan(counted)),
  );

/** A yes with no offer on the table: either nothing was offered yet, or the offers have run out of days. */
function nothingToAccept(scene: Scene): Answer {
  const { negotiation } = scene;
  if (negotiation.facts.statedMonthly === null && timesAsked(negotiation, 'monthlyAmount') === 0)
    return ask({ ...negotiation, stage: 'eliciting' }, 'monthlyAmount');
  return cookMenu(openKitchen(scene), [reason('expired')]) ?? noPlan(scene);
}

const isAskedForMoney = ({ negotiation }: Scene): boolean =>
  negotiation.lastAsked === 'lumpSum' && timesAsked(negotiation, 'lumpSum') < askedMax;

/** A yes to a read-back signs with its proof; without one, or when the terms have changed since, they are read back. */
function hearAffirm(scene: Scene, proof: SigningProof | null): Answer {
  const { negotiation } = scene;
  if (negotiation.signing !== null) {
    const { terms } = negotiation.signing;
    if (proof !== null && sameTerms(proof.terms, terms)) return agreed(negotiation, proof);
    return readBack(negotiation, terms.offer.number) ?? whichOne(scene);
  }
  const [only, ...others] = negotiation.shownNumbers;
  if (negotiation.stage === 'offering' && only !== undefined && others.length === 0)
    return readBack(negotiation, only) ?? whichOne(scene);
  return negotiation.table.length > 0 ? whichOne(scene) : nothingToAccept(scene);
}

/** A no: to a read-back it goes back to the offers; to offers it asks for another shape. */
function hearNo(scene: Scene, heard: Heard): Answer {
  const { negotiation } = scene;
  if (heard.stated.size > 0) return hearTerms(scene, heard);
  if (negotiation.signing !== null || negotiation.stage === 'promising') {
    const back = { ...negotiation, stage: 'eliciting' as const, signing: null, promise: null };
    return (
      showAgain({ ...scene, negotiation: back }, null, [reason('takenBack')]) ??
      hearTerms({ ...scene, negotiation: back }, heard)
    );
  }
  if (negotiation.table.length === 0) return hearTerms(scene, heard);
  return nextRound(scene, answerReject);
}

/** Small talk and questions change nothing: the thread is taken up where it was. */
function goOn(scene: Scene, heard: Heard): Answer {
  const { negotiation } = scene;
  if (negotiation.signing !== null)
    return readBack(negotiation, negotiation.signing.terms.offer.number) ?? noPlan(scene);
  if (negotiation.table.length > 0) return showAgain(scene, null, [reason('nothingNew')]) ?? noPlan(scene);
  return hearTerms(scene, heard);
}

/** What may carry a wish with a direction; an acceptance chooses by it ("the cheapest one"). */
const mayWish: ReadonlySet<Intent> = new Set([
  'negotiate.start',
  'negotiate.terms',
  'negotiate.reject',
  'negotiate.priceRelief',
  'ask.partialPayment',
  'deny',
  'affirm',
]);

/** A wish that came alone moves the offers its own way; beside figures it is told what is true of it, and they are answered. */
function hearWish(scene: Scene, heard: Heard, wish: Wish): Answer | null {
  const { table } = scene.negotiation;
  if (table.length === 0 || heard.stated.size > 0) {
    const bargains = wish === 'settle' && table.length === 0 && heard.stated.size === 0;
    return toldOfWish(scene, heard, wish, bargains ? reliefAnswer(scene, heard) : hearTerms(scene, heard));
  }
  const moves = wish === 'lower' || wish === 'shorter' || wish === 'cheaper';
  return moves
    ? nextRound(scene, (counted) => answerWish(counted, heard, wish) ?? noPlan(counted))
    : answerWish(scene, heard, wish);
}

export function answerTurn(scene: Scene, turn: CustomerTurn, heard: Heard, proof: SigningProof | null): Answer {
  const { wish } = turn.slots;
  const wished = wish !== undefined && mayWish.has(turn.intent) ? hearWish(scene, heard, wish) : null;
  // Lower interest is relief first; a shorter plan that costs less stands beside what relief would need.
  const isRelief = turn.intent === 'negotiate.priceRelief' && wish === 'cheaper';
  if (wished !== null && isRelief && wished.move.wish?.id === 'negotiation.wish.cheaper')
    return { ...wished, move: { ...wished.move, reasons: [...wished.move.reasons, reliefTold(scene).told] } };
  if (wished !== null && !isRelief) return wished;
  switch (turn.intent) {
    case 'negotiate.accept':
      return hearAccept(scene, turn, heard);
    case 'affirm':
      // "Yes" to the question for money at hand: how much?
      if (heard.stated.size === 0 && isAskedForMoney(scene)) return ask(scene.negotiation, 'lumpSum');
      return heard.stated.size > 0 ? hearTerms(scene, heard) : hearAffirm(scene, proof);
    case 'negotiate.reject':
    case 'deny':
      return hearNo(scene, heard);
    case 'negotiate.priceRelief':
      return nextRound(scene, (counted) => reliefAnswer(counted, heard));
    case 'negotiate.start':
    case 'negotiate.terms':
    case 'ask.partialPayment':
      return hearTerms(scene, heard);
    default:
      return goOn(scene, heard);
  }
}
