// Which slots an intent may state. What was paid, stolen or owed is no offer, whatever its figures look like.
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import { type Intent, type SlotName, type Slots, slotNames } from '../../../data/domain/customer/customerTurn';
import choiceWords from '../lexicons/choiceWords.json';
import { budgetByWords } from './budget';
import { callbackAt } from './contact/callback';
import { contactWishIn } from './contact/contactWish';
import { type Extraction, extractionWithin, paydayAsDate } from './extractSlots';
import { roleLexicons } from './roleLexicon';
import type { Figure } from './roles';

const none: readonly SlotName[] = [];
const late: readonly SlotName[] = ['daysPastDue'];
/** What is offered beside something graver is kept, where the words say plainly what it is for. */
const paidRegularly: readonly SlotName[] = ['monthlyAmount', 'statedAmount', 'frequency'];
const offeredBeside: readonly SlotName[] = ['daysPastDue', ...paidRegularly, 'lumpSum', 'instalmentCount'];
const offers = slotNames.filter((slot) => slot !== 'offerNumber');
const budget: readonly SlotName[] = ['income', 'expenses', 'otherDebts'];

const allowed: Readonly<Partial<Record<Intent, readonly SlotName[]>>> = {
  'negotiate.start': offers,
  'negotiate.terms': slotNames,
  'negotiate.priceRelief': offers,
  'negotiate.accept': slotNames,
  'negotiate.reject': none,
  promiseToPay: offers,
  budget,
  hardship: ['daysPastDue', 'payday', ...budget],
  'ask.offer': ['offerNumber', 'instalmentCount', 'monthlyAmount', 'lumpSum'],
  undo: [...budget, 'offerNumber', 'lumpSum', 'payDate', ...paidRegularly],
  authority: [...paidRegularly, 'lumpSum', 'instalmentCount', 'payDate'],
  affirm: slotNames,
  deny: slotNames,
  human: offers,
  complaint: offeredBeside,
  dispute: late,
  vulnerable: offeredBeside,
  thirdParty: offeredBeside,
  'ask.partialPayment': ['daysPastDue', ...paidRegularly, 'instalmentCount'],
  'ask.installmentPolicy': ['daysPastDue', 'instalmentCount', 'monthlyAmount', 'lumpSumShare'],
  'ask.consequences': late,
  'ask.creditReport': late,
  'ask.interestAndFees': late,
  'ask.legalAction': late,
  'ask.collectionContact': late,
  'ask.outsourcing': late,
  'ask.cardStatus': late,
  'ask.debtAgents': late,
  'ask.minimumPayment': late,
  'ask.howToRepay': ['daysPastDue', 'lumpSum', 'payDate', 'amount'],
  'account.balance': ['daysPastDue', 'payDate'],
  abuse: late,
  contactPreference: ['daysPastDue', ...paidRegularly, 'lumpSum'],
  verifyCollector: late,
};

/** What is promised, or offered for the rest to be waived, is paid once. */
function paidOnce(slots: Slots): Slots {
  const { amount, ...rest } = slots;
  return amount === undefined || rest.lumpSum !== undefined ? rest : { ...rest, lumpSum: amount };
}

/** A promise without another date is for payday. */
function promised(slots: Slots, extraction: Extraction, refDate: CalendarDate): Slots {
  const once = paidOnce(slots);
  return once.payDate === undefined && once.monthlyAmount === undefined
    ? { ...once, ...paydayAsDate(extraction.figures, refDate) }
    : once;
}

/** An offer is pointed at by its month's amount: 479那个吧, "the one at 773". */
function pointed(slots: Slots): Slots {
  const { amount, ...rest } = slots;
  return amount === undefined || rest.monthlyAmount !== undefined ? slots : { ...rest, monthlyAmount: amount };
}

const mostAskedAbout = 2;
/** Fewer months than these are no plan that is asked about: "a month", "pay ahead three months". */
const shortestPlan = 6;
/** "换算成一年几个百分点" asks about a year, not about twelve instalments. */
const isYear = (figures: readonly Figure[]) =>
  figures.some(({ quantity }) => quantity.kind === 'term' && quantity.unit === 'year' && quantity.months?.max === 12);

const ordinalWords = new RegExp(choiceWords.ordinals, 'g');
/** Nobody is shown more offers than these. */
const offersMost = 9;

/** The offer that a figure points at: "the second" may look like a day of the month. */
function choiceNamed({ quantity }: Figure): (number | string)[] {
  if (quantity.kind === 'option') return [quantity.choice];
  return quantity.kind === 'day' && quantity.day !== 'last' && quantity.day <= offersMost ? [quantity.day] : [];
}

/** What a question about offers names, also where it asks why that is not possible; two of a kind are compared, not chosen. */
function askedAbout({ figures, slots, masked, normal, languages }: Extraction): Slots {
  const options = new Set(figures.flatMap(choiceNamed));
  const ordinals = new Set(normal.match(ordinalWords));
  // A sum that is worked through names no offer.
  if (figures.length > mostAskedAbout) return {};
  const { offerNumber, ...rest } = slots;
  const only = figures.length === 1 ? figures[0] : undefined;
  const refused = only?.role === 'none' ? only : undefined;
  const { quantity } = refused ?? {};
  const named: Slots =
    quantity?.kind === 'term' && quantity.months !== null && quantity.months.max >= shortestPlan && !isYear(figures)
      ? { instalmentCount: quantity.months }
      : (quantity?.kind === 'money' || quantity?.kind === 'bare') && refused?.frequency === 'month'
        ? { monthlyAmount: { min: quantity.min, max: quantity.max } }
        : {};
  const points = languages.some((language) => roleLexicons[language].pick.test(masked));
  const { instalmentCount, ...others } = points ? pointed(rest) : rest;
  const isPlan = (instalmentCount?.max ?? instalmentCount?.min ?? 0) >= shortestPlan && !isYear(figures);
  const compared = options.size > 1 || ordinals.size > 1;
  return { ...others, ...(compared ? {} : { offerNumber }), ...(isPlan ? { instalmentCount } : {}), ...named };
}

/** A budget whose one figure has no word right beside it. */
function withBudget({ slots, figures, normal, languages }: Extraction): Slots {
  const isTold = budget.some((slot) => slots[slot] !== undefined);
  const lexicons = languages.map((language) => roleLexicons[language]);
  return isTold ? slots : { ...slots, ...budgetByWords(figures, normal, lexicons) };
}

/** What is said of the thing taken back is no new offer, unless another is put in its place. */
function putInPlace({ slots, masked, languages }: Extraction): Slots {
  const isReplaced = languages.some((language) => roleLexicons[language].replaces.test(masked));
  return isReplaced ? slots : { income: slots.income, expenses: slots.expenses, otherDebts: slots.otherDebts };
}

/** What is read from the words themselves, and only where the intent asks for it. */
function fromWords(intent: Intent, { normal, figures, context }: Extraction, refDate: CalendarDate): Slots {
  switch (intent) {
    case 'contactPreference':
      return { contact: contactWishIn(normal) };
    case 'undo': {
      const contact = contactWishIn(normal);
      return contact?.rule === 'resume' ? { contact } : {};
    }
    case 'ask.queue':
    case 'human':
      return { callbackAt: callbackAt(normal, figures, { refDate, isAsked: context.expects === 'callbackAt' }) };
    default:
      return {};
  }
}

/** A card that is named here is somebody else's. */
const namesOthersCards: ReadonlySet<Intent> = new Set(['scam', 'verifyCollector', 'thirdParty']);

/** The slots of one act: what its intent may state of what was found. */
export function slotsFor(intent: Intent, extraction: Extraction, refDate: CalendarDate): Slots {
  const names: ReadonlySet<string> = new Set([
    ...(allowed[intent] ?? none),
    ...(namesOthersCards.has(intent) ? [] : ['cardTail']),
  ]);
  let { slots } = extraction;
  if (intent === 'negotiate.accept') slots = pointed(slots);
  if (intent === 'ask.offer') slots = askedAbout(extraction);
  if (intent === 'budget') slots = withBudget(extraction);
  if (intent === 'undo') slots = putInPlace(extraction);
  if (intent === 'promiseToPay') slots = promised(slots, extraction, refDate);
  if (intent === 'negotiate.priceRelief') slots = paidOnce(slots);
  // A promise beside the wish to be left alone keeps its day.
  const alsoPromises = intent === 'contactPreference' && slots.lumpSum !== undefined;
  // What is owed today is the plain question; only another day is one that was asked for.
  if (intent === 'account.balance' && slots.payDate === refDate) slots = { ...slots, payDate: undefined };
  const stated = Object.entries(slots).filter(([name]) => names.has(name) || (alsoPromises && name === 'payDate'));
  const all = [...stated, ...Object.entries(fromWords(intent, extraction, refDate))];
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** The slots of an act that a part of the message does; from and to in the normalised text. */
export const slotsWithin = (
  whole: Extraction,
  [from, to]: readonly [from: number, to: number],
  intent: Intent,
): Slots => slotsFor(intent, extractionWithin(whole, from, to), whole.context.refDate);
