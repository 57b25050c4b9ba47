// "What if I lose my job halfway?", "万一哪个月还不上呢": a question about what is agreed, or nearly so, and never news of a life
// that has changed. What else the message does is left as it is.
import { type Act, type CustomerTurn, certainTurn, type Intent } from '../../../../data/domain/customer/customerTurn';
import { actsOf, withoutActs } from '../../../talk/acts/steps';
import { asksAfterPaying } from '../../../talk/takenAsSaid';
import type { Turn } from '../../../talk/turn';
import { arrangementInForce } from '../arrangementLines';
import { isPromiseMeant } from '../promise/promiseState';
import { offersShown } from './choiceWords';
import { isSupposed } from './planAhead';

/** What a supposition is easily taken for; a figure in it is one of the bargaining. */
const mayBeSupposed: readonly Intent[] = [
  'hardship',
  'budget',
  'outOfScope',
  'help',
  'cancel',
  'deny',
  'affirm',
  'evidence',
  'dispute',
  'negotiate.start',
  'negotiate.terms',
  'negotiate.reject',
  'negotiate.accept',
  'negotiate.priceRelief',
  'promiseToPay',
  'ask.consequences',
  'ask.partialPayment',
  'ask.minimumPayment',
  'ask.installmentPolicy',
  'ask.offer',
  'ask.case',
  'account.arrangement',
  'account.balance',
  'account.dueDate',
];

/** Longer messages tell what has happened. */
const lengthMax = { 'zh-CN': 60, 'en-US': 180 } as const;

const statesFigure = ({ slots }: Act): boolean =>
  [slots.monthlyAmount, slots.lumpSum, slots.amount, slots.instalmentCount].some((slot) => slot !== undefined);

/** Something that may go wrong: a plan being chosen or signed, an arrangement, a promise. */
const hasSomething = async (turn: Turn): Promise<boolean> =>
  offersShown(turn).length > 0 || (await isPromiseMeant(turn)) || (await arrangementInForce(turn)) !== undefined;

function asQuestion(heard: CustomerTurn, acts: readonly Act[], supposed: readonly Act[]): CustomerTurn {
  const slots = { aspect: 'missed' } as const;
  const question: Act = { intent: 'ask.offer', slots, span: supposed[0]?.span ?? [0, 0], confidence: 1 };
  const others = acts.filter((act) => !supposed.includes(act));
  const { language, signals } = heard;
  return { ...certainTurn('ask.offer', slots), acts: [...others, question], language, signals };
}

/** How far after its clause the question stands, in characters. */
const questionWithin = 12;

/** "And once it's paid, does the record go?": beside other things, what paying would bring is no payment that was made. */
function withoutPaymentSupposed({ heard, typed }: Turn): CustomerTurn {
  const isSupposedPaid = ({ intent, span: [from, to] }: Act): boolean =>
    intent === 'alreadyPaid' && asksAfterPaying(typed.slice(from, to + questionWithin));
  return (heard.acts.length > 1 ? withoutActs(heard, isSupposedPaid) : undefined) ?? heard;
}

export async function hearSupposed(turn: Turn): Promise<void> {
  turn.heard = withoutPaymentSupposed(turn);
  const { heard, state, typed, customerId } = turn;
  if (customerId === null || typed.length > lengthMax[state.locale] || !isSupposed(turn)) return;
  if (heard.signals.includes('vulnerable') || turn.isTap) return;
  const acts = actsOf(heard);
  const supposed = acts.filter((act) => mayBeSupposed.includes(act.intent) && !statesFigure(act));
  const isHardship = supposed.some(({ intent }) => intent === 'hardship');
  if (supposed.length === 0 || !(isHardship || (await hasSomething(turn)))) return;
  turn.heard = asQuestion(heard, acts, supposed);
}
