// Questions about what is on the table: answered from the offer read back, the offers shown, or the arrangement signed. They
// never lose the choice, the code or the place.
import type { Aspect, Intent } from '../../../data/domain/customer/customerTurn';
import { whyNotCount } from '../../../data/domain/negotiation/whyNotCount';
import { whyNotLower } from '../../../data/domain/negotiation/whyNotLower';
import { missedInstalmentsMaxDefault } from '../../../data/domain/offer/costTable';
import type { Offer } from '../../../data/domain/offer/offer';
import { negotiatedAccounts } from '../../stages/negotiate/negotiatedAccounts';
import { sayWhy, sayWhyCount } from '../../stages/negotiate/whyLines';
import { signingOf } from '../../talk/signingOf';
import type { After, Turn } from '../../talk/turn';
import { ask } from '../chat/questionDialog';
import { account } from './accountDialog';
import { arrangementInForce, sayArrangement } from './arrangementLines';
import { type NamedOffer, sayCheapest, sayDates, sayDifferences, sayRates, sayTotals } from './offerAspects';
import { says } from './ownFigureWords';

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

const asNamed = (turn: Turn, offers: readonly Offer[]): NamedOffer[] =>
  offers.map((offer) => ({ offer, name: turn.words('offer.plan', { number: offer.number }) }));

/** A comparison is with all that is shown, whichever one was named. */
function offersCompared(turn: Turn, meant: readonly Offer[]): readonly Offer[] {
  const { negotiation } = turn.state;
  const shown = (negotiation?.table ?? []).filter(({ number }) => negotiation?.shownNumbers.includes(number) === true);
  const [first] = meant;
  return meant.length === 1 && first !== undefined
    ? [first, ...shown.filter((one) => one.number !== first.number)]
    : meant;
}

async function sayAgency(turn: Turn): Promise<void> {
  const accounts = await turn.ownAccounts();
  const placed = accounts.some((account) => account.agencyId !== null);
  turn.say(placed ? 'offer.agency' : 'offer.collection', {});
}

/** The plan of the length asked for, worked out; without a length, what holds the instalment where it is. */
async function sayWhyNot(turn: Turn): Promise<void> {
  const negotiated = await negotiatedAccounts(turn);
  if (negotiated === undefined) return;
  const { before, view, limits } = negotiated;
  const { instalmentCount } = turn.heard.slots;
  const asked = instalmentCount?.max ?? instalmentCount?.min;
  const line = asked === undefined ? null : whyNotCount(asked, before, view, limits);
  if (line === null) sayWhy(turn, whyNotLower(before, view, limits).slice(0, 2));
  else sayWhyCount(turn, line);
}

/** What is said of one or several offers, the same before and after signing. */
async function sayAspect(turn: Turn, offers: readonly NamedOffer[], aspect: Aspect): Promise<void> {
  const { graceDays } = turn.services.contract;
  switch (aspect) {
    case 'interest':
    case 'total':
      return sayTotals(turn, offers, aspect);
    case 'yearlyRate':
      return sayRates(turn, offers);
    case 'firstDate':
    case 'lastDate':
      return sayDates(turn, offers, aspect);
    case 'difference':
      return sayDifferences(turn, offers);
    case 'cheapest':
      return sayCheapest(turn, offers);
    case 'missed':
      turn.say('offer.missed', { graceDays, missed: missedInstalmentsMaxDefault });
      return;
    case 'earlyRepayment':
      turn.say('offer.earlyRepayment', {});
      return;
    case 'agency':
      return sayAgency(turn);
    case 'whyNot':
      return sayWhyNot(turn);
  }
}

/** Where there is no plan, a question of sums and days is about the account. */
const askedOfAccount: Partial<Record<Aspect, Intent>> = {
  total: 'account.balance',
  interest: 'ask.interestAndFees',
  firstDate: 'account.dueDate',
};

const namesPlan = ({ heard: { slots }, input }: Turn): boolean =>
  slots.offerNumber !== undefined || slots.instalmentCount !== undefined || says('plan', input.text);

/** No plan was worked out yet: what holds for every plan is told, and for the rest a figure is asked for. */
async function askOfNothing(turn: Turn, aspect: Aspect): Promise<After> {
  const intent = namesPlan(turn) || turn.state.stage !== 'open' ? undefined : askedOfAccount[aspect];
  if (intent !== undefined) {
    turn.heard = { ...turn.heard, intent };
    return intent === 'ask.interestAndFees' ? ask(turn) : account(turn);
  }
  const holdsForAll = aspect === 'earlyRepayment' || aspect === 'missed' || aspect === 'agency' || aspect === 'whyNot';
  if (holdsForAll) {
    await sayAspect(turn, [], aspect);
    return 'resume';
  }
  turn.say('offer.none', {});
  // In the middle of something else its own question stands last.
  if (turn.state.stage !== 'open' && turn.state.stage !== 'negotiating') return 'resume';
  turn.expects = 'monthlyAmount';
  turn
    .tap('button.unsure', {}, 'negotiate.start')
    .tap('button.noIncome', {}, 'hardship')
    .tap('button.human', {}, 'human');
  return 'stay';
}

/** Of the arrangement in force: its own figures; how to change it is told where the question is why not. */
async function askOfSigned(turn: Turn, aspect: Aspect): Promise<After> {
  const inForce = await arrangementInForce(turn);
  if (inForce === undefined || aspect === 'whyNot' || (aspect === 'missed' && inForce.missed > 0)) {
    if (await sayArrangement(turn)) return 'resume';
    return askOfNothing(turn, aspect);
  }
  const signed: NamedOffer = { offer: inForce.record.offer, name: turn.words('offer.signed', {}) };
  await sayAspect(turn, [signed], aspect);
  if (aspect === 'earlyRepayment') turn.say('arrangement.change', {});
  turn.tap('button.arrangement', {}, 'account.arrangement').tap('button.human', {}, 'human');
  return 'resume';
}

export async function askOffer(turn: Turn): Promise<After> {
  const meant = offersMeant(turn);
  const aspect = turn.heard.slots.aspect ?? 'total';
  if (meant.length === 0) return askOfSigned(turn, aspect);
  const compares = aspect === 'difference' || aspect === 'cheapest';
  const offers = compares ? offersCompared(turn, meant) : meant;
  await sayAspect(turn, asNamed(turn, offers), aspect);
  return 'resume';
}
