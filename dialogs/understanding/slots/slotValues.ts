// Turns a figure with its role into a slot value, and settles two figures that claim the same slot: merged, or asked about, never guessed.
import { addDays, type CalendarDate } from '../../../data/domain/calendar/calendar';
import type { Ambiguity, NumberRange, SlotName, Slots } from '../../../data/domain/customer/customerTurn';
import { exact } from '../numerals/numeral';
import { nextSuchDay } from '../quantities/dateReaders';
import { perMonth } from './frequency';
import type { Figure, Role } from './roles';

/** A share of a percentage, 0-1, free of binary dust. */
const asShare = (percent: number) => exact(percent / 100);

export function bounded(min: number, max: number, figure: Figure): NumberRange {
  if (min !== max || figure.bound === null) return { min, max };
  return figure.bound === 'atMost' ? { max } : { min };
}

/** Twenty years: who names more months speaks of something else. */
const mostInstalments = 240;

type Values = { -readonly [Name in keyof Slots]: Slots[Name] };

/** The value that a figure gives to a slot; null when it cannot (a week is no number of instalments). */
function valueFor(slot: Role, figure: Figure, refDate: CalendarDate): Values | null {
  const { quantity } = figure;
  switch (quantity.kind) {
    case 'money':
    case 'bare':
      return fromNumber(slot, quantity.min, quantity.max, figure, refDate);
    case 'term':
      if (slot === 'instalmentCount' && quantity.months && quantity.months.max <= mostInstalments)
        return { instalmentCount: bounded(quantity.months.min, quantity.months.max, figure) };
      if (slot === 'deferMonths' && quantity.months && quantity.months.min === quantity.months.max)
        return { deferMonths: quantity.months.min };
      return slot === 'daysPastDue' && quantity.days !== null ? { daysPastDue: quantity.days } : null;
    case 'day':
      if (slot === 'payday') return { payday: quantity.day };
      if (slot === 'dueDay') return { dueDay: quantity.day };
      if (slot === 'startDateFromDay') return { startDate: nextSuchDay(quantity.day, refDate) };
      return slot === 'payDateFromDay' ? { payDate: nextSuchDay(quantity.day, refDate) } : null;
    case 'option':
      // "The twelfth", where a day was asked for.
      return typeof quantity.choice === 'number'
        ? fromNumber(slot, quantity.choice, quantity.choice, figure, refDate)
        : null;
    case 'date':
      if (quantity.past) return null;
      if (slot === 'startAfter') return { startDate: addDays(quantity.date, 1) };
      return slot === 'payDate' || slot === 'startDate' ? { [slot]: quantity.date } : null;
    case 'wholeMonth':
      return slot === 'startDate' ? { startDate: quantity.date } : null;
    case 'defer':
      return slot === 'deferMonths' ? { deferMonths: quantity.months } : null;
    case 'percent':
    case 'off':
      if (slot === 'lumpSumShare') return quantity.value > 0 ? { lumpSumShare: asShare(quantity.value) } : null;
      return slot === 'percentage' ? { percentage: quantity.value } : null;
    case 'share':
      if (slot === 'percentage') return { percentage: exact(quantity.value * 100) };
      return slot === 'lumpSumShare' ? { lumpSumShare: quantity.value } : null;
    default:
      return null;
  }
}

function fromNumber(slot: Role, min: number, max: number, figure: Figure, refDate: CalendarDate): Values | null {
  const whole = Number.isInteger(min) && Number.isInteger(max);
  switch (slot) {
    case 'monthlyAmount':
    case 'lumpSum':
    case 'amount':
      return max <= 1e10 ? { [slot]: bounded(min, max, figure) } : null;
    case 'instalmentCount':
      return whole && max <= mostInstalments ? { instalmentCount: bounded(min, max, figure) } : null;
    case 'deferMonths':
      return whole && min === max && max <= 60 ? { deferMonths: min } : null;
    case 'daysPastDue':
      return whole && min === max && max <= 36500 ? { daysPastDue: min } : null;
    case 'payday':
    case 'dueDay':
      return whole && min === max && max <= 31 ? { [slot]: min } : null;
    case 'startDateFromDay':
      return whole && min === max && max <= 31 ? { startDate: nextSuchDay(min, refDate) } : null;
    case 'payDateFromDay':
      return whole && min === max && max <= 31 ? { payDate: nextSuchDay(min, refDate) } : null;
    case 'percentage':
      return min === max && max <= 100 ? { percentage: min } : null;
    default:
      return null;
  }
}

const moneySlots = ['monthlyAmount', 'lumpSum', 'amount', 'instalmentCount'] as const;
type RangeSlot = (typeof moneySlots)[number];
const isRangeSlot = (slot: SlotName): slot is RangeSlot => (moneySlots as readonly string[]).includes(slot);

/** "500左右，最多600" is 500 to 600; 500 and 800 for one thing are two readings; equal figures are one. */
function merge(known: NumberRange, next: NumberRange): NumberRange | null {
  if (known.min === next.min && known.max === next.max) return known;
  const lower = known.max === undefined ? known : next.max === undefined ? next : null;
  const upper = known.min === undefined ? known : next.min === undefined ? next : null;
  const low = lower?.min ?? (upper === known ? next.min : known.min);
  const high = upper?.max ?? (lower === known ? next.max : known.max);
  return (lower !== null || upper !== null) && low !== undefined && high !== undefined && low <= high
    ? { min: low, max: high }
    : null;
}

const figureOf = (range: NumberRange) => range.max ?? range.min ?? 0;

export interface Filled {
  readonly slots: Slots;
  readonly ambiguity: Exclude<Ambiguity, { kind: 'intent' }> | null;
}

/** Numbers that may be short for more: "8" or "1.5" for a month's payment is 8, 800 or 8000 yuan. */
const isShort = (figure: Figure, slot: string) =>
  figure.quantity.kind === 'bare' && figure.quantity.max < 10 && ['monthlyAmount', 'lumpSum', 'amount'].includes(slot);

function readingsOf(figure: Figure, slot: SlotName): Filled['ambiguity'] {
  const { quantity } = figure;
  if (quantity.kind === 'date' && quantity.other !== null && (slot === 'payDate' || slot === 'startDate'))
    return { kind: 'day', slot, readings: [quantity.date, quantity.other] };
  if (quantity.kind !== 'money' && quantity.kind !== 'bare') return null;
  if (quantity.other !== null) return { kind: 'figure', slot, readings: [quantity.min, quantity.other] };
  return isShort(figure, slot)
    ? { kind: 'figure', slot, readings: [100, 1000, 10000].map((factor) => exact(quantity.max * factor)) }
    : null;
}

const slotOfRole: Readonly<Partial<Record<Role, SlotName>>> = {
  payDateFromDay: 'payDate',
  startDateFromDay: 'startDate',
  startAfter: 'startDate',
};
/** Roles that fill nothing here: budgets are added up, offers are chosen elsewhere. */
const fillsNothing: ReadonlySet<Role> = new Set(['none', 'open', 'offerNumber', 'income', 'expenses', 'otherDebts']);

/** What is paid every week is said as a month's amount beside what was said. */
function withMonthly(slots: Values, figures: readonly Figure[]): Values {
  const regular = figures.find(({ role }) => role === 'monthlyAmount');
  const frequency = regular?.frequency ?? 'month';
  const stated = slots.monthlyAmount;
  if (stated === undefined || frequency === 'month' || frequency === 'day') return slots;
  return { ...slots, monthlyAmount: perMonth(stated, frequency), statedAmount: stated, frequency };
}

export function fillSlots(figures: readonly Figure[], refDate: CalendarDate, alternatives: boolean): Filled {
  const slots: Values = {};
  let ambiguity: Filled['ambiguity'] = null;
  for (const figure of figures) {
    if (figure.role === 'none' || figure.role === 'open' || fillsNothing.has(figure.role)) continue;
    const slot = slotOfRole[figure.role] ?? (figure.role as SlotName);
    const twofold = readingsOf(figure, slot);
    if (twofold !== null) {
      ambiguity ??= twofold;
      continue;
    }
    const value = valueFor(figure.role, figure, refDate);
    if (value === null) continue;
    const known = isRangeSlot(slot) ? slots[slot] : undefined;
    const next = isRangeSlot(slot) ? value[slot] : undefined;
    if (known === undefined || next === undefined || !isRangeSlot(slot)) {
      if (slots[slot] === undefined) Object.assign(slots, value);
      continue;
    }
    const both = merge(known, next) ?? (alternatives ? merge({ min: figureOf(known) }, { max: figureOf(next) }) : null);
    if (both !== null) slots[slot] = both;
    else {
      ambiguity ??= { kind: 'figure', slot, readings: [...new Set([figureOf(known), figureOf(next)])] };
      delete slots[slot];
    }
  }
  return { slots: withMonthly(slots, figures), ambiguity: settled(ambiguity) };
}

/** A question needs two readings that differ. */
const settled = (ambiguity: Filled['ambiguity']) =>
  ambiguity === null || ambiguity.readings.length > 1 ? ambiguity : null;
