// "What is left if I pay 1,000?", "does that go to interest?", "and on 10 January?": questions about the customer's own
// figures, in which an amount is no offer and a day no promise. They are heard as a question about the balance.
import {
  type Act,
  type CustomerTurn,
  certainTurn,
  type Intent,
  type Slots,
} from '../../../data/domain/customer/customerTurn';
import { actsOf, isProtective, withoutActs } from '../../talk/acts/steps';
import type { Turn } from '../../talk/turn';
import { amountsIn, daysAhead } from '../../understanding/quantities/datesIn';
import { says } from './ownFigureWords';
import { namesNext } from './table/tableWords';

/** What such a question is easily heard as; a message that does anything else keeps that. */
const mayBeWhatIf: readonly Intent[] = [
  'account.balance',
  'account.dueDate',
  'account.payments',
  'ask.consequences',
  'ask.howToRepay',
  'ask.interestAndFees',
  'ask.offer',
  'ask.partialPayment',
  'negotiate.accept',
  'negotiate.priceRelief',
  'negotiate.reject',
  'negotiate.start',
  'negotiate.terms',
  'outOfScope',
  'promiseToPay',
];

/** How long own figures that were told are what a question goes on from, in turns. */
const figuresLastTurns = 2;

/** Confidence (0-1) below which any other reading is likelier such a question, where its words are those of one. */
const hardlyHeard = 0.5;

function toldBefore({ state: { ownFigures, turnNumber } }: Turn): Slots | undefined {
  if (ownFigures === null || turnNumber - ownFigures.turnNumber > figuresLastTurns) return undefined;
  const { amount, payDate } = ownFigures;
  return {
    ...(amount === null ? {} : { amount: { min: amount, max: amount } }),
    ...(payDate === null ? {} : { payDate }),
  };
}

/** The amount in figures, where nothing said what it is for; an own card's ending is none. */
function amountNamed({ typed: text, today, heard }: Turn): Slots['amount'] {
  const named = amountsIn(text, today).filter((yuan) => String(yuan) !== heard.slots.cardTail);
  const [only] = named;
  return only === undefined || named.length > 1 ? undefined : { min: only, max: only };
}

/** A single payment of the message; what is paid every month, or a plan, is no single payment. */
function singlePayment(turn: Turn, acts: readonly Act[]): Slots | undefined {
  const slots: Slots = Object.assign({}, ...acts.map((act) => act.slots));
  if (says('regularly', turn.typed) || slots.instalmentCount !== undefined || slots.offerNumber !== undefined)
    return undefined;
  const amount = slots.lumpSum ?? slots.amount ?? slots.monthlyAmount ?? amountNamed(turn);
  const { payDate, cardTail } = slots;
  return {
    ...(amount === undefined ? {} : { amount }),
    ...(payDate === undefined ? {} : { payDate }),
    ...(cardTail === undefined ? {} : { cardTail }),
  };
}

/** "What is left after?", "does it go to interest?": what a payment would do. */
export const asksEffect = ({ typed }: Turn): boolean => says('left', typed) || says('goesTo', typed);

/** The slots of the question, or undefined where it is none about own figures. */
function askedOf(turn: Turn, acts: readonly Act[]): Slots | undefined {
  const { typed: text } = turn;
  const said = singlePayment(turn, acts);
  // What puts the account right is the minimum, and not all that is owed on the day.
  if (said === undefined || says('toBeOk', text)) return undefined;
  const before = toldBefore(turn);
  const isOfEffect = asksEffect(turn);
  if (isOfEffect && said.amount !== undefined) return said;
  const day = said.payDate ?? daysAhead(text, turn.today)[0];
  // "And can the next one be on the 15th?" is asked of the instalment.
  const goesOn = before !== undefined && says('thenWhat', text) && !namesNext(text, turn.state.locale);
  if (day !== undefined && (says('sumThen', text) || says('left', text) || goesOn)) return { ...said, payDate: day };
  if (isOfEffect && before?.amount !== undefined && says('back', text)) return { ...before, ...said };
  return goesOn && said.amount !== undefined && before.amount !== undefined ? said : undefined;
}

function heardAs(heard: CustomerTurn, asked: Slots, acts: readonly Act[], others: readonly Act[]): CustomerTurn {
  const [first] = acts;
  const act: Act = {
    intent: 'account.balance',
    slots: asked,
    span: first?.span ?? [0, 0],
    confidence: 1,
  };
  return { ...heard, intent: 'account.balance', slots: asked, confidence: 1, acts: [...others, act], ambiguity: null };
}

const saidIn = ({ heard, typed }: Turn, { span: [from, to] }: Act): string =>
  heard.acts.length > 1 ? typed.slice(from, to) : typed;

/** What a cry of need is easily taken for. */
const hardlyAsks: readonly Intent[] = ['help', 'outOfScope', 'abuse'];
/** Confidence (0-1) at which a hardship is asked about before it is recorded. */
const needToldBetween = 0.4;

/** "What would that leave me to live on": money of one's life, and no question about the account. It goes on to what is possible. */
export function hearWhatIsLeftToLiveOn(turn: Turn): void {
  const { heard } = turn;
  const hasOffers = (turn.state.negotiation?.table.length ?? 0) > 0;
  const isWeak = ({ intent, confidence }: Act) =>
    !hasOffers && intent !== 'vulnerable' && (heard.ambiguity?.kind === 'intent' || confidence < hardlyHeard);
  const isCry = (act: Act) => act.intent.startsWith('account.') || hardlyAsks.includes(act.intent) || isWeak(act);
  // "How am I meant to live?": before there are plans it tells of need, and a review is asked about.
  const meant = certainTurn(hasOffers ? 'negotiate.start' : 'hardship');
  const need = { ...meant, confidence: needToldBetween, language: heard.language };
  turn.heard = withoutActs(heard, (act) => isCry(act) && says('toLiveOn', saidIn(turn, act))) ?? need;
}

/** Hears a question about own figures as one; a tap, and what protects, is left as it is. */
export function hearWhatIf(turn: Turn): void {
  const { heard } = turn;
  if (turn.isTap) return;
  const acts = actsOf(heard);
  // "All of it at the end of the month, then": a promise that says how much asks nothing.
  const isPromise = ({ intent, slots }: Act) => intent === 'promiseToPay' && slots.lumpSumShare !== undefined;
  const own = acts.filter(
    (act) =>
      !isPromise(act) &&
      (mayBeWhatIf.includes(act.intent) || (act.confidence < hardlyHeard && !isProtective(act.intent))),
  );
  if (own.length === 0) return;
  const asked = askedOf(turn, own);
  const others = acts.filter((act) => !own.includes(act));
  if (asked !== undefined) turn.heard = heardAs(heard, asked, own, others);
}
