// A message's figures → slots: quantities, their roles, what was asked last, corrections, and the offers on the table.
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { Expects, Locale, Slots } from '../../../data/domain/customer/customerTurn';
import type { Offer } from '../../../data/domain/offer/offer';
import { type FoundQuantities, findQuantities } from '../quantities/findQuantities';
import { budgetOf } from './budget';
import { type CardTail, cardTailOf, cardTailsIn } from './cardTail';
import { withExpected } from './expected';
import { type ReadFigure, withLearnedUses } from './learned/learnedUses';
import { mayChoose, offerAt, offerByFigure, offerBySize } from './offers';
import { type RoleLexicon, roleLexicons } from './roleLexicon';
import { assignRoles, type Figure, languagesIn, roleText } from './roles';
import {
  isMoneyLike,
  onePayDate,
  settleOpen,
  withCounters,
  withDueDay,
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
  /** The normalised text that the slots are stated in. */
  readonly normal: string;
  readonly languages: readonly Locale[];
  readonly cardTails: readonly CardTail[];
  readonly context: ExtractContext;
}

/** Figures with their roles, which the whole message decides, and the text they stand in. */
type Reading = Omit<Extraction, keyof Filled>;

interface Ruled {
  readonly figures: readonly Figure[];
  readonly unclaimed: ReadonlySet<number>;
}

/** A message this short that holds one number word is that number. */
const shortAnswer = 14;
/** Beside a Chinese number word hardly anything may stand: in "你们就是一帮骗子" there is no figure. */
const besideHanMax = 5;
const saysLittleElse = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  !/\p{Script=Han}/u.test(text) || text.length - (end - start) <= besideHanMax;
/** In "not this one" and "the lower one" the last word is no number; in "option one" and "ok, one" it is. */
const pointing =
  /\b(?:this|that|no|not|any|which|another) |\b(?!(?:number|option|plan|offer|choice|just|only|ok|okay|yes|yeah|maybe|um|er|say|take|pick|choose|with|for|want|prefer|then|and)\b)[a-z']+ ones?\b/;

/** Groups of digits and nothing else (6688 1234) are card or identity numbers, not two amounts. */
const onlyCodes = (text: string) => /^[BX](?: ?[BX])+$/.test(text.trim());

function chosenOffer({ figures, masked: text, context }: Reading, lexicons: readonly RoleLexicon[]) {
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
      (item) => item.at === at || (picked === null && mayChoose(context.expects) && item.quantity.kind !== 'day'),
    );
    const offer = figure === undefined ? null : offerByFigure(figure, offers, picked !== null);
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
    if (chosen.figure.role === 'lumpSum') delete slots.lumpSum;
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

/** Digits that name a card are no figure. */
const withoutCards = (figures: readonly Figure[], cards: readonly CardTail[]) =>
  figures.map((figure) =>
    cards.some(({ from, to }) => figure.quantity.start < to && from < figure.quantity.end)
      ? { ...figure, role: 'none' as const }
      : figure,
  );

/** The figures with the roles that rules give, and the places of those that no rule gave one. */
function figuresOf(reading: Omit<Reading, 'figures'>, locale: Locale): Ruled {
  const { found, masked: text, context, cardTails } = reading;
  const lexicons = reading.languages.map((language) => roleLexicons[language]);
  let figures: readonly Figure[] = withoutCards(assignRoles(found, locale), cardTails);
  if (context.expects !== undefined && figures.length === 0 && text.length <= shortAnswer && !pointing.test(text))
    figures = found.weak
      .filter((quantity) => saysLittleElse(text, quantity))
      .map((quantity) => ({
        quantity,
        role: 'open' as const,
        bound: null,
        frequency: null,
        at: -1,
        alone: true,
      }));
  if (onlyCodes(text)) return { figures: [], unclaimed: new Set() };
  figures = withoutCorrected(figures, text, lexicons);
  if (context.expects !== 'instalmentCount') figures = withoutStrayTerms(figures, text, lexicons);
  const expected = withExpected(figures, context.expects, (context.offers ?? []).length > 0);
  const unclaimed = new Set(expected.flatMap(({ role, at }) => (role === 'open' ? [at] : [])));
  figures = withCounters(settleOpen(expected, text, lexicons));
  figures = onePayDate(figures, text, lexicons);
  figures = withSinglePayment(withPaymentsAfter(figures, text, lexicons), text, lexicons);
  return { figures, unclaimed };
}

/** Words that stand beside the figures; fewer than these leave a bare figure, which only what was asked can explain. */
const fewestWords = { 'zh-CN': 4, 'en-US': 3 } as const;
const wordsBeside = (text: string) => text.match(/\p{Script=Han}|[a-z']+/gu)?.length ?? 0;

/** Roles by rules, then what is learned of the figures that they do not explain. */
function figuresRead(reading: Omit<Reading, 'figures'>, locale: Locale, readFigure: ReadFigure | null) {
  const { masked: text, context } = reading;
  const { figures, unclaimed } = figuresOf(reading, locale);
  const [language = locale] = reading.languages;
  const isBare = wordsBeside(text) < fewestWords[language];
  const learned =
    readFigure === null || isBare
      ? figures
      : withLearnedUses({ text, locale: language, expects: context.expects, figures }, unclaimed, readFigure);
  const lexicons = reading.languages.map((one) => roleLexicons[one]);
  return withDueDay(learned, text, lexicons);
}

/** The slots that a message, or a part of it, states with its figures. */
function filledFrom(reading: Reading): Filled {
  const { figures, masked: text, context, cardTails } = reading;
  const lexicons = reading.languages.map((language) => roleLexicons[language]);
  let filled = fillSlots(
    figures,
    context.refDate,
    lexicons.some((lexicon) => lexicon.alternatives.test(text)),
  );
  const chosen = chosenOffer(reading, lexicons);
  if (chosen !== null) filled = withOffer(filled, chosen);
  if (wholeDebt(filled, text, lexicons)) filled = { ...filled, slots: { ...filled.slots, lumpSumShare: 1 } };
  const cardTail = cardTailOf(cardTails);
  const slots = {
    ...payOnPayday(filled.slots, figures, context.refDate),
    ...budgetOf(figures, text, lexicons, context.expects),
    ...(cardTail === undefined ? {} : { cardTail }),
  };
  return { slots, ambiguity: meantHere(filled.ambiguity, context.offers ?? []) };
}

/** A reading above all that is owed is none; a question with fewer than two readings is not asked. */
function meantHere(ambiguity: Filled['ambiguity'], offers: readonly Offer[]): Filled['ambiguity'] {
  if (ambiguity?.kind !== 'figure' || offers.length === 0) return ambiguity;
  const most = Math.max(...offers.map(({ totalFen }) => totalFen)) / 100;
  const readings = ambiguity.readings.filter((reading) => reading <= most);
  return readings.length > 1 ? { ...ambiguity, readings } : null;
}

/** Reads a normalised message; without `readFigure` by rules alone. */
export function extractSlots(
  normal: string,
  locale: Locale,
  context: ExtractContext,
  readFigure: ReadFigure | null = null,
): Extraction {
  const found = findQuantities(normal, context.refDate);
  const languages = languagesIn(normal, locale);
  const blank = { found, masked: roleText(found), normal, languages, cardTails: cardTailsIn(normal), context };
  const reading: Reading = { ...blank, figures: figuresRead(blank, locale, readFigure) };
  return { ...reading, ...filledFrom(reading) };
}

/** What lies within a part of the message, from and to in the normalised text; what each figure is for, the whole decided. */
export function extractionWithin(whole: Extraction, from: number, to: number): Extraction {
  const { cells } = whole.found.masked;
  const inside = (span: { readonly start: number; readonly end: number }) => span.start >= from && span.end <= to;
  const first = cells.findIndex(inside);
  const last = cells.findLastIndex(inside);
  const reading: Reading = {
    ...whole,
    figures: whole.figures
      .filter(({ quantity }) => inside(quantity))
      .map((figure) => (figure.at < 0 ? figure : { ...figure, at: figure.at - first })),
    masked: first < 0 ? '' : whole.masked.slice(first, last + 1),
    normal: whole.normal.slice(from, to),
    cardTails: whole.cardTails.filter((card) => card.from >= from && card.to <= to),
  };
  return { ...reading, ...filledFrom(reading) };
}
