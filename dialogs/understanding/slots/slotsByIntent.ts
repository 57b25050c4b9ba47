// Which slots an intent may state. What was paid, stolen or owed is no offer, whatever its figures look like.
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import { type Intent, type SlotName, type Slots, slotNames } from '../../../data/domain/customer/customerTurn';
import { type Extraction, paydayAsDate } from './extractSlots';

const none: readonly SlotName[] = [];
const late: readonly SlotName[] = ['daysPastDue'];
/** What is offered beside something graver is kept, where the words say plainly what it is for. */
const offeredBeside: readonly SlotName[] = ['daysPastDue', 'monthlyAmount', 'lumpSum', 'instalmentCount'];
const offers = slotNames.filter((slot) => slot !== 'offerNumber');

const allowed: Readonly<Partial<Record<Intent, readonly SlotName[]>>> = {
  'negotiate.start': offers,
  'negotiate.terms': slotNames,
  'negotiate.priceRelief': offers,
  'negotiate.accept': slotNames,
  'negotiate.reject': none,
  promiseToPay: offers,
  hardship: ['daysPastDue', 'payday'],
  affirm: slotNames,
  deny: slotNames,
  human: offers,
  complaint: offeredBeside,
  dispute: late,
  vulnerable: offeredBeside,
  thirdParty: offeredBeside,
  'ask.partialPayment': ['daysPastDue', 'monthlyAmount', 'instalmentCount'],
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
  contactPreference: ['daysPastDue', 'monthlyAmount', 'lumpSum'],
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

export function slotsFor(intent: Intent, extraction: Extraction, refDate: CalendarDate): Slots {
  const names: readonly string[] = allowed[intent] ?? none;
  let { slots } = extraction;
  if (intent === 'promiseToPay') slots = promised(slots, extraction, refDate);
  if (intent === 'negotiate.priceRelief') slots = paidOnce(slots);
  // A promise beside the wish to be left alone keeps its day.
  const alsoPromises = intent === 'contactPreference' && slots.lumpSum !== undefined;
  // What is owed today is the plain question; only another day is one that was asked for.
  if (intent === 'account.balance' && slots.payDate === refDate) slots = { ...slots, payDate: undefined };
  return Object.fromEntries(
    Object.entries(slots).filter(
      ([name, value]) => value !== undefined && (names.includes(name) || (alsoPromises && name === 'payDate')),
    ),
  );
}
