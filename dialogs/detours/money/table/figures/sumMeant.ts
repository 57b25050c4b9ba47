// Beside the plans it is asked whether there is a sum to pay first. What is said then may be that sum, another figure for every
// month ("still too much, 450?"), or that there is no such sum after all: the words, and the plans shown, say which.
import { z } from 'zod';
import type { Act, Intent, Slots } from '../../../../../data/domain/customer/customerTurn';
import { yuanToFen } from '../../../../../data/domain/money/money';
import { statedFigure } from '../../../../../data/domain/negotiation/hear/capacity';
import { actsOf } from '../../../../talk/acts/steps';
import { inBothLanguages, oneWriting } from '../../../../talk/acts/wordPatterns';
import type { Turn } from '../../../../talk/turn';
import { offersShown } from '../choiceWords';
import { asks } from '../tableWords';
import words from './sumMeantWords.json';

const both = inBothLanguages();
const parsed = z.strictObject({ first: both, ofMonth: both, takenBack: both }).parse(words);

const firstPaymentSaid = ({ state: { negotiation } }: Turn): number =>
  statedFigure(negotiation?.facts.lumpSum ?? null) ?? 0;

/** A sum that nobody calls the first is one for every month where it is said to be the most, the safer or still less, or where it is below any instalment. */
function isOfMonth(turn: Turn, text: string, yuan: number): boolean {
  const { locale, negotiation } = turn.state;
  if (parsed.first[locale].test(text)) return false;
  const lightest = Math.min(...offersShown(turn).map(({ instalmentFen }) => instalmentFen));
  const stated = statedFigure(negotiation?.facts.statedMonthly ?? null) ?? 0;
  const isWithinStated = asks(text, locale) && yuanToFen(yuan) <= stated;
  return parsed.ofMonth[locale].test(text) || yuanToFen(yuan) < lightest || isWithinStated;
}

function asMonthly({ lumpSum, ...others }: Slots): Slots {
  return lumpSum === undefined ? others : { ...others, monthlyAmount: lumpSum };
}

/** Hears the sum as one for every month, where it is meant so. */
function hearOfMonth(turn: Turn): void {
  const { heard, state, typed } = turn;
  const { lumpSum, monthlyAmount } = heard.slots;
  const yuan = lumpSum?.max ?? lumpSum?.min;
  const isOpen = state.expects === 'lumpSum' && offersShown(turn).length > 0 && firstPaymentSaid(turn) === 0;
  const isSum = yuan !== undefined && monthlyAmount === undefined && heard.intent !== 'promiseToPay';
  if (!isOpen || !isSum || !isOfMonth(turn, oneWriting(typed), yuan)) return;
  const acts = heard.acts.map((act) => ({ ...act, slots: asMonthly(act.slots) }));
  turn.heard = { ...heard, slots: asMonthly(heard.slots), acts };
}

/** What "scrap that, I haven't got it" is easily heard as; what weighs more gives way only where it was hardly heard. */
const mayTakeBack: readonly Intent[] = ['undo', 'cancel', 'deny', 'negotiate.reject', 'outOfScope'];
const hardlyHeard = 0.6;
/** A promise is how something is paid as well: with none made, it is the first payment that is meant. */
const namesNothingElse = ({ what, ...others }: Slots): boolean =>
  (what === undefined || what === 'promise' || what === 'choice') && Object.keys(others).length === 0;

/** Hears that there is no first payment after all, right after one was noted. */
function hearTakenBack(turn: Turn): void {
  const { heard, state, typed } = turn;
  if (firstPaymentSaid(turn) === 0 || !turn.wasJustSaid('negotiation.noted')) return;
  const acts = actsOf(heard);
  const partOf = ({ span: [from, to] }: Act): string => oneWriting(acts.length > 1 ? typed.slice(from, to) : typed);
  const isIt = (act: Act): boolean =>
    (mayTakeBack.includes(act.intent) || act.confidence < hardlyHeard) &&
    namesNothingElse(act.slots) &&
    parsed.takenBack[state.locale].test(partOf(act));
  const taken = acts.find(isIt);
  if (taken === undefined) return;
  const without: Act = { ...taken, intent: 'negotiate.terms', slots: { wish: 'noDownPayment' } };
  const isMain = taken.intent === heard.intent;
  const { what: _promise, ...others } = heard.slots;
  turn.heard = {
    ...heard,
    ...(isMain ? { intent: without.intent, slots: { ...others, ...without.slots }, ambiguity: null } : {}),
    acts: acts.length > 1 ? acts.map((act) => (act === taken ? without : act)) : [],
  };
}

export function hearSumMeant(turn: Turn): void {
  if (turn.customerId === null || turn.isTap) return;
  hearOfMonth(turn);
  hearTakenBack(turn);
}
