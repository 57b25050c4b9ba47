// A message's figures → slots: quantities, their roles, what was asked last, corrections, and the offers on the table.
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { Expects, Locale, Slots } from '../../../data/domain/customer/customerTurn';
import type { Offer } from '../../../data/domain/offer/offer';
import { type FoundQuantities, findQuantities } from '../quantities/findQuantities';
import { withExpected } from './expected';
import { offerAt, offerByFigure, offerBySize } from './offers';
import { type RoleLexicon, roleLexicons } from './roleLexicon';
import { assignRoles, type Figure, languagesIn, roleText } from './roles';
import {
  isMoneyLike,
  onePayDate,
  settleOpen,
  withoutCorrected,
  withoutStrayTerms,
  withPaymentsAfter,
  withSinglePayment,
} from './settle';
import { type Filled, fillSlots } from './slotValues';

export interface ExtractContext {
  readonly expects?: Expects | undefined;
  readonly offers?: readonly Offer[] | undefined;
  readonly refDate: CalendarDate;
}

export interface Extraction extends Filled {
  readonly figures: readonly Figure[];
  /** The text as role rules see it: one letter for each figure. */
  readonly masked: string;
  readonly found: FoundQuantities;
}

/** A message this short that holds one number word is that number. */
const shortAnswer = 14;
/** Beside a Chinese number word hardly anything may stand: in "你们就是一帮骗子" there is no figure. */
const besideHanMax = 5;
const saysLittleElse = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  !/\p{Script=Han}/u.test(text) || text.length - (end - start) <= besideHanMax;
/** In "not this one" the last word is no number. */
const pointing = /\b(?:this|that|no|not|any|which|another) /;

/** Groups of digits and nothing else (6688 1234) are card or identity numbers, not two amounts. */
const onlyCodes = (text: string) => /^[BX](?: ?[BX])+$/.test(text.trim());

function chosenOffer(
  figures: readonly Figure[],
  text: string,
  lexicons: readonly RoleLexicon[],
  context: ExtractContext,
) {
  const offers = context.offers ?? [];
  for (const figure of figures) {
    if (figure.role !== 'offerNumber') continue;
    const { quantity } = figure;
    const choice =
      quantity.kind === 'option'
        ? quantity.choice
        : quantity.kind === 'bare'
          ? quantity.min
          : quantity.kind === 'day' && quantity.day !== 'last'
            ? quantity.day
            : null;
    const number = choice === null ? null : offerAt(choice, offers);
    if (number !== null) return { number, figure };
  }
  for (const lexicon of lexicons) {
    const picked = lexicon.pick.exec(text);
    const at = picked === null ? -1 : picked.index + picked[0].search(/[BMT]/);
    const figure = figures.find(
      (item) => item.at === at || (picked === null && context.expects === 'offer' && item.quantity.kind !== 'day'),
    );
    const offer = figure === undefined ? null : offerByFigure(figure, offers);
    if (offer !== null && figure !== undefined) return { number: offer.number, figure, count: offer.instalmentCount };
    const bySize = offerBySize(text, lexicon, offers);
    if (bySize !== null) return { number: bySize, figure: undefined };
  }
  return null;
}

/** What an offer chosen by its figure leaves of that figure: the number of instalments stays stated, an amount does not. */
function withOffer(filled: Filled, chosen: NonNullable<ReturnType<typeof chosenOffer>>): Filled {
  const slots: Slots = { ...filled.slots, offerNumber: chosen.number };
  const byCount =
    chosen.count !== undefined && 'min' in (chosen.figure?.quantity ?? {}) && slots.instalmentCount === undefined;
  if (chosen.figure !== undefined && isMoneyLike(chosen.figure.quantity)) {
    delete slots.amount;
    delete slots.monthlyAmount;
    const quantity = chosen.figure.quantity;
    if (byCount && 'min' in quantity && quantity.min === chosen.count)
      slots.instalmentCount = { min: quantity.min, max: quantity.min };
  }
  return { slots, ambiguity: null };
}

/** Paying off everything: "一次性还清", "clear it all by Friday". */
function wholeDebt(filled: Filled, text: string, lexicons: readonly RoleLexicon[]): boolean {
  const { slots } = filled;
  const spread =
    slots.monthlyAmount !== undefined || slots.instalmentCount !== undefined || slots.lumpSumShare !== undefined;
  if (spread || slots.lumpSum !== undefined || slots.amount !== undefined) return false;
  return lexicons.some((lexicon) => {
    const match =
      lexicon.wholeDebt.exec(text) ?? (slots.payDate === undefined ? null : lexicon.wholeDebtWithDate.exec(text));
    if (match === null) return false;
    const after = text.slice(match.index + match[0].length);
    return !lexicon.wholeDebtRefused.test(text.slice(0, match.index)) && !lexicon.wholeDebtRefusedAfter.test(after);
  });
}

/** "15号发工资，先还三千": the money comes on payday, so that is the day of the payment. */
function payOnPayday(slots: Slots, figures: readonly Figure[], refDate: CalendarDate): Slots {
  const once = slots.lumpSum !== undefined && slots.monthlyAmount === undefined;
  return once && slots.payDate === undefined ? { ...slots, ...paydayAsDate(figures, refDate) } : slots;
}

/** The next payday of a message that names one. */
export function paydayAsDate(figures: readonly Figure[], refDate: CalendarDate): Slots {
  const payday = figures.find((figure) => figure.role === 'payday');
  return payday === undefined ? {} : fillSlots([{ ...payday, role: 'payDateFromDay' }], refDate, false).slots;
}

export function extractSlots(normal: string, locale: Locale, context: ExtractContext): Extraction {
  const found = findQuantities(normal, context.refDate);
  const text = roleText(found);
  const lexicons = languagesIn(normal, locale).map((language) => roleLexicons[language]);
  let figures: readonly Figure[] = assignRoles(found, locale);
  if (context.expects !== undefined && figures.length === 0 && text.length <= shortAnswer && !pointing.test(text))
    figures = found.weak
      .filter((quantity) => saysLittleElse(text, quantity))
      .map((quantity) => ({ quantity, role: 'open' as const, bound: null, at: -1, alone: true }));
  if (onlyCodes(text)) figures = [];
  figures = withoutCorrected(figures, text, lexicons);
  if (context.expects !== 'instalmentCount') figures = withoutStrayTerms(figures, text, lexicons);
  figures = settleOpen(withExpected(figures, context.expects), text, lexicons);
  figures = onePayDate(figures, text, lexicons);
  figures = withSinglePayment(withPaymentsAfter(figures, text, lexicons), text, lexicons);
  let filled = fillSlots(
    figures,
    context.refDate,
    lexicons.some((lexicon) => lexicon.alternatives.test(text)),
  );
  const chosen = chosenOffer(figures, text, lexicons, context);
  if (chosen !== null) filled = withOffer(filled, chosen);
  if (wholeDebt(filled, text, lexicons)) filled = { ...filled, slots: { ...filled.slots, lumpSumShare: 1 } };
  return { ...filled, slots: payOnPayday(filled.slots, figures, context.refDate), figures, masked: text, found };
}
