// Why each offer of a move is there: its shape, what the gate allowed when it was shown, and the rule of relief that priced it.
import type { AdmittedOffer } from '../../offer/offer';
import { type Move, offersOf, type Reason } from '../move';
import { advisedFenMax } from '../offers/bounds';
import { documentedFenMax } from '../offers/gate';
import { reason, type Scene } from './scene';

const finite = (fen: number): number | null => (Number.isFinite(fen) ? fen : null);

/** One reason for every offer that is shown or read back, and one more for each that the bank advises against. */
export function offerReasons(move: Move<AdmittedOffer>, { negotiation, account, limits }: Scene): Reason[] {
  const offers = move.kind === 'readBack' ? [move.offer] : offersOf(move);
  const advisedFen = finite(advisedFenMax(negotiation.facts, limits));
  const documentedFen = finite(documentedFenMax(account, limits));
  return offers.flatMap((offer) => {
    const { number: offerNumber, shape, instalmentFen, instalmentCount, downPaymentFen, reliefRuleId } = offer;
    const made = { offerNumber, downPaymentFen, instalmentFen, instalmentCount, reliefRuleId };
    return [
      reason(`offer.${shape}`, { ...made, advisedFen, documentedFen }),
      ...(offer.chosenAgainstAdvice ? [reason('offer.againstAdvice', { offerNumber, instalmentFen, advisedFen })] : []),
    ];
  });
}
