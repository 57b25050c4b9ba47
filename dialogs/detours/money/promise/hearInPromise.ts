// While a promise is made or stands, a day or a sum that is put in the place of another changes it, in whatever words: "not
// Tuesday, Thursday", "四百改六百", "I'll be a day late with it".
import { addDays, type CalendarDate } from '../../../../data/domain/calendar/calendar';
import {
  type CustomerTurn,
  certainTurn,
  exactYuan,
  type Intent,
  type Slots,
} from '../../../../data/domain/customer/customerTurn';
import { type Fen, yuanToFen } from '../../../../data/domain/money/money';
import { ownWords } from '../../../talk/acts/ownWords';
import { isProtective, readingsOf } from '../../../talk/acts/steps';
import type { Turn } from '../../../talk/turn';
import { amountsIn, daysNamed } from '../../../understanding/quantities/datesIn';
import { channelsNamed } from '../../protect/contactWish';
import { says as ownFigureSays } from '../ownFigureWords';
import { offersShown } from '../table/choiceWords';
import { asks } from '../table/tableWords';
import { openPromise } from './promiseState';
import { promiseWords as parsed } from './promiseWords';

interface Promised {
  readonly amountFen: Fen | null;
  readonly payDate: CalendarDate | null;
  /** True while it is read back and waits for a yes. */
  readonly isPending: boolean;
}

/** The sum that was said, where what is read back is the nearest that can be put down as a promise. */
function sumSaid({ state: { lastSpoken } }: Turn): Fen | undefined {
  const said = lastSpoken.find(({ id }) => id === 'negotiation.promise.outsideLimits')?.values.said;
  return typeof said === 'number' ? said : undefined;
}

async function promiseMeant(turn: Turn): Promise<Promised | undefined> {
  const { negotiation } = turn.state;
  if (negotiation?.stage === 'promising' && negotiation.promise != null) {
    const { amountFen, payDate } = negotiation.promise;
    return { amountFen: sumSaid(turn) ?? amountFen, payDate, isPending: true };
  }
  const open = await openPromise(turn);
  return open === undefined ? undefined : { ...open, isPending: false };
}

/** What is said of a promise may sound like any of these; what protects, asks or bargains for a plan is left alone. */
const maySpeakOfIt: readonly Intent[] = [
  'undo',
  'promiseToPay',
  'negotiate.terms',
  'negotiate.accept',
  'negotiate.reject',
  'account.dueDate',
  'ask.case',
  'affirm',
  'deny',
  'outOfScope',
  'cancel',
];
/** What a day alone, said right after a promise, is easily heard as: "ok Friday then, to be safe". */
const alsoAfterIt: readonly Intent[] = ['goodbye', 'thanks', 'greeting', 'negotiate.start', 'ask.queue', 'budget'];
const dayAloneMax = 40;

const wasSpokenOf = (turn: Turn): boolean => turn.wasJustSpokenOf(/^(?:negotiation\.)?promise\./);

/** A short word of another day and no question, right after a promise was spoken of. */
function isDayAfterPromise(turn: Turn, text: string): boolean {
  const { state, today } = turn;
  const isOneDay = daysNamed(text, today).length === 1 && amountsIn(text, today).length === 0;
  return wasSpokenOf(turn) && isOneDay && text.length <= dayAloneMax && !asks(text, state.locale);
}
const speaksOfPlan = ({ slots }: CustomerTurn): boolean =>
  slots.instalmentCount !== undefined || slots.frequency !== undefined || slots.offerNumber !== undefined;

/** By how many days the promise is put off, negative where it is brought forward; undefined where its day is not counted from. */
function shiftIn(text: string, { locale }: Turn['state']): number | undefined {
  const words = text.toLowerCase();
  if (parsed.nextDay[locale].test(words)) return 1;
  const later = parsed.shifts[locale].exec(words)?.[1];
  const earlier = parsed.shiftsEarlier[locale].exec(words)?.[1];
  const said = later ?? earlier;
  const days = said === undefined ? undefined : (parsed.days[said] ?? (Number(said) || undefined));
  return days === undefined || later !== undefined ? days : -days;
}

/** What a bare figure is heard as where no plan is bargained for: of a promise it is its sum. */
const bareSum = (turn: Turn, text: string): Slots['lumpSum'] =>
  ownFigureSays('regularly', text) || offersShown(turn).length > 0 ? undefined : turn.heard.slots.monthlyAmount;

/** The sum that takes the place of another: of two that are named, the one that was not promised. */
function sumInPlace(turn: Turn, text: string, promised: Promised): Slots['lumpSum'] {
  const { heard, state, today } = turn;
  const { ambiguity, slots } = heard;
  if (ambiguity?.kind !== 'figure') return slots.lumpSum ?? slots.amount ?? bareSum(turn, text);
  const [other, ...more] = amountsIn(text, today).filter((yuan) => yuanToFen(yuan) !== promised.amountFen);
  const last = parsed.takesLast[state.locale].test(text) ? ambiguity.readings.at(-1) : undefined;
  const sum = more.length === 0 ? other : last;
  return sum === undefined ? undefined : { min: sum, max: sum };
}

function changed(promised: Promised, payDate: CalendarDate | null, sum: Slots['lumpSum']): CustomerTurn {
  const lumpSum = sum ?? (promised.amountFen === null ? undefined : exactYuan(promised.amountFen));
  return certainTurn('promiseToPay', {
    ...(payDate === null ? {} : { payDate }),
    ...(lumpSum === undefined ? {} : { lumpSum }),
  });
}

/** Right after it was recorded, a bare "cancel that" is said of the promise. */
const wasMadeNow = (turn: Turn): boolean => turn.wasJustSaid('negotiation.promise.recorded');

function heardOf(turn: Turn, promised: Promised): CustomerTurn | undefined {
  const { heard, state, today } = turn;
  const text = ownWords(turn);
  if (parsed.drops[state.locale].test(text) && !promised.isPending) return certainTurn('undo', { what: 'promise' });
  const sumNamed = sumInPlace(turn, text, promised)?.max;
  const isOther = sumNamed !== undefined && yuanToFen(sumNamed) !== promised.amountFen;
  const named = isOther || daysNamed(text, today).some((day) => day !== promised.payDate);
  if ((promised.isPending || wasMadeNow(turn)) && !named && parsed.dropsPending[state.locale].test(text))
    return certainTurn('undo', { what: 'promise' });
  if (promised.isPending && parsed.asksWhich[state.locale].test(text)) return certainTurn('repeat');
  const shift = shiftIn(text, state);
  const shifted = shift === undefined || promised.payDate === null ? undefined : addDays(promised.payDate, shift);
  if (shifted !== undefined && shifted >= today) return changed(promised, shifted, undefined);
  if (!promised.isPending && parsed.asksWhich[state.locale].test(text)) return certainTurn('account.arrangement');
  const follows = parsed.follows[state.locale].test(text);
  // "The Saturday after" is counted from the day that was promised.
  const day = daysNamed(text, follows ? (promised.payDate ?? today) : today).at(-1) ?? null;
  const agrees = promised.isPending && parsed.agrees[state.locale].test(text);
  if (agrees && day !== null && day === promised.payDate && sumInPlace(turn, text, promised) === undefined)
    return certainTurn('affirm');
  if (promised.isPending && heard.intent === 'negotiate.accept' && Object.keys(heard.slots).length === 0)
    return certainTurn('affirm');
  if (!follows && !parsed.changes[state.locale].test(text) && !isDayAfterPromise(turn, text)) return undefined;
  const sum = sumInPlace(turn, text, promised);
  // A promise is taken back where nothing is put in its place.
  if (day === null && sum === undefined) return undefined;
  if (day === promised.payDate && sum === undefined) return undefined;
  return changed(promised, day ?? promised.payDate, sum);
}

/** Confidence (0-1) below which a wish about contact that names no way of it is none. */
const hardlyOfContact = 0.65;

/** "那你先别记", while a promise is made: it is not to be put down, and nobody is told to stop calling. */
function dropsNow({ heard, state }: Turn, text: string): boolean {
  const isUnsure = heard.intent === 'contactPreference' && heard.confidence < hardlyOfContact;
  const drops = parsed.dropsPending[state.locale].test(text) && channelsNamed(text).length === 0;
  return state.negotiation?.stage === 'promising' && isUnsure && drops;
}

/** A day or a sum, named right after a promise was spoken of: it is said of the promise, and asks for no article. */
export const namesForPromise = (turn: Turn): boolean =>
  wasSpokenOf(turn) && (daysNamed(turn.typed, turn.today).length > 0 || amountsIn(turn.typed, turn.today).length > 0);

/** "Make it 1,300", right after a promise was spoken of: another sum in its place, and no question of what paying would leave. */
export const changesPromiseSaid = (turn: Turn): boolean =>
  wasSpokenOf(turn) && parsed.changes[turn.state.locale].test(turn.typed) && !asks(turn.typed, turn.state.locale);

/** True where the message was heard as a change of the promise, or a yes to it. */
export async function hearInPromise(turn: Turn): Promise<boolean> {
  const { heard, state } = turn;
  if (dropsNow(turn, ownWords(turn))) {
    turn.heard = { ...certainTurn('undo', { what: 'promise' }), language: heard.language };
    return true;
  }
  const all = readingsOf(heard);
  // "I'll be a day late" is said of a promise, whatever it sounds like; what protects is never heard away.
  const isShift = shiftIn(ownWords(turn), state) !== undefined && !all.some(isProtective);
  const isChange = namesForPromise(turn) && parsed.changes[state.locale].test(ownWords(turn));
  const also = isChange || isDayAfterPromise(turn, ownWords(turn)) ? alsoAfterIt : [];
  const mayBe = all.some((intent) => [...maySpeakOfIt, ...also].includes(intent)) && !all.some(isProtective);
  if (!(isShift || mayBe) || speaksOfPlan(heard)) return false;
  const promised = await promiseMeant(turn);
  const meant = promised === undefined ? undefined : heardOf(turn, promised);
  if (meant === undefined) return false;
  turn.heard = { ...meant, language: heard.language };
  return true;
}

/** "Scrap that, not Thursday, Friday": what is dropped and what is put in its place, in parts of one message, are one change. */
export async function hearPromiseChanged(turn: Turn): Promise<void> {
  const { acts } = turn.heard;
  const isOfPromise = turn.state.negotiation?.stage === 'promising' && acts.length > 1;
  if (isOfPromise && acts.every(({ intent }) => maySpeakOfIt.includes(intent))) await hearInPromise(turn);
}
