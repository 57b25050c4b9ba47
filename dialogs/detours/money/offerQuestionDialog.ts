// Questions about what is on the table: answered from the offer read back, the offers shown, or the arrangement signed. They
// never lose the choice, the code or the place.
import type { Aspect } from '../../../data/domain/customer/customerTurn';
import type { Offer } from '../../../data/domain/offer/offer';
import { signingOf } from '../../talk/signingOf';
import type { After, Turn } from '../../talk/turn';
import { sayArrangement } from './arrangementLines';

/** The offers that a question is about: the one named, the one being signed, else those shown. */
function offersMeant(turn: Turn): readonly Offer[] {
  const { negotiation } = turn.state;
  const table = negotiation?.table ?? [];
  const shown = table.filter(({ number }) => negotiation?.shownNumbers.includes(number) === true);
  const { offerNumber, instalmentCount } = turn.heard.slots;
  const named =
    table.find(({ number }) => number === offerNumber) ??
    shown.find((one) => one.instalmentCount === instalmentCount?.min);
  const reading = signingOf(turn.state)?.terms.offer;
  if (named !== undefined) return [named];
  return reading === undefined ? shown : [reading];
}

/** Interest in yuan is what is paid above what is owed; nothing else is charged. */
const interestOf = ({ totalFen, financedFen, downPaymentFen }: Offer): number =>
  totalFen - financedFen - downPaymentFen;

function sayAspect(turn: Turn, offer: Offer, aspect: Aspect): void {
  const { number, totalFen, yearlyRateNominal, firstDueDate, lastDueDate, instalmentFen, instalmentCount } = offer;
  switch (aspect) {
    case 'interest':
      turn.say('offer.interest', { number, interest: interestOf(offer), total: totalFen });
      break;
    case 'yearlyRate':
      turn.say('offer.yearlyRate', { number, yearlyRate: yearlyRateNominal });
      break;
    case 'firstDate':
      turn.say('offer.firstDate', { number, date: firstDueDate });
      break;
    case 'lastDate':
      turn.say('offer.lastDate', { number, date: lastDueDate });
      break;
    default:
      turn.say('offer.total', {
        number,
        count: instalmentCount,
        instalment: instalmentFen,
        total: totalFen,
        interest: interestOf(offer),
      });
  }
}

export async function askOffer(turn: Turn): Promise<After> {
  const offers = offersMeant(turn);
  const aspect = turn.heard.slots.aspect ?? 'total';
  if (offers.length === 0) {
    if (!(await sayArrangement(turn))) turn.say('arrangement.none', {}).tap('button.plan', {}, 'negotiate.start');
    return 'resume';
  }
  if (aspect === 'missed') turn.say('offer.missed', {});
  else if (aspect === 'earlyRepayment') turn.say('offer.earlyRepayment', {});
  else if (aspect === 'agency') turn.say('offer.agency', {});
  else if (aspect === 'cheapest') {
    const [cheapest] = [...offers].sort((a, b) => a.totalFen - b.totalFen);
    if (cheapest !== undefined) sayAspect(turn, cheapest, 'total');
  } else for (const offer of offers) sayAspect(turn, offer, aspect);
  return 'resume';
}
