// What comes in, what goes out and what other lenders are owed: yuan a month, added up where several are listed.
import type { Expects, NumberRange, Slots } from '../../../data/domain/customer/customerTurn';
import { exact } from '../numerals/numeral';
import { perMonth } from './frequency';
import type { RoleLexicon } from './roleLexicon';
import type { Figure } from './roles';
import { bounded } from './slotValues';

const budgetSlots = ['income', 'expenses', 'otherDebts'] as const;
type BudgetSlot = (typeof budgetSlots)[number];

interface Item {
  readonly range: NumberRange;
  readonly figure: Figure;
}

const leastSaid = 10;

/** The figure in yuan a month; null for what is no amount or counted by the day. */
function itemOf(figure: Figure): Item | null {
  const { quantity, frequency } = figure;
  if ((quantity.kind !== 'money' && quantity.kind !== 'bare') || frequency === 'day' || quantity.other !== null)
    return null;
  // "From 9 thousand to 4" is short for more.
  if (quantity.kind === 'bare' && quantity.max > 0 && quantity.max < leastSaid) return null;
  const said = bounded(quantity.min, quantity.max, figure);
  return { range: perMonth(said, frequency ?? 'month'), figure };
}

const sumOf = (values: readonly (number | undefined)[]) =>
  values.every((value) => value !== undefined)
    ? exact(values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
    : undefined;

function added(items: readonly Item[]): NumberRange | undefined {
  const min = sumOf(items.map(({ range }) => range.min));
  const max = sumOf(items.map(({ range }) => range.max));
  if (items.length === 0 || (min === undefined && max === undefined)) return undefined;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** How far before a figure the word of a sum may stand. */
const totalReach = 6;

/** A debt this many times what others cost a month is the whole of it, not a month's share. */
const wholeDebtFactor = 6;
const sizeOf = ({ range }: Item) => range.max ?? range.min ?? 0;

/** Of several figures the sum that the customer names; of debts, what they cost a month where that is said; else all of them. */
function counted(slot: BudgetSlot, items: readonly Item[], text: string, lexicons: readonly RoleLexicon[]): Item[] {
  const monthly = items.filter(({ figure }) => figure.frequency !== null).map(sizeOf);
  const most = slot === 'otherDebts' && monthly.length > 0 ? wholeDebtFactor * Math.max(...monthly) : Infinity;
  const kept = items.filter((item) => sizeOf(item) <= most);
  const isTotal = ({ figure: { at } }: Item) =>
    lexicons.some(({ total }) => total.test(text.slice(Math.max(0, at - totalReach), at)));
  const total = kept.length > 1 ? kept.findLast(isTotal) : undefined;
  return total === undefined ? [...kept] : [total];
}

const isBudgetSlot = (expects: Expects | undefined): expects is BudgetSlot =>
  budgetSlots.some((slot) => slot === expects);

/** The budget that the figures of a message, or of a part of it, state. */
export function budgetOf(
  figures: readonly Figure[],
  text: string,
  lexicons: readonly RoleLexicon[],
  expects: Expects | undefined,
): Slots {
  const slots: { -readonly [Slot in BudgetSlot]?: NumberRange } = {};
  for (const slot of budgetSlots) {
    const items = figures.filter(({ role }) => role === slot).flatMap((figure) => itemOf(figure) ?? []);
    const range = added(counted(slot, items, text, lexicons));
    const isNothing =
      lexicons.some(({ nothing }) => nothing[slot].test(text)) ||
      (figures.length === 0 && expects === slot && lexicons.some(({ nothing }) => nothing.answer.test(text)));
    if (range !== undefined) slots[slot] = range;
    else if (isNothing) slots[slot] = { min: 0, max: 0 };
  }
  return slots;
}

/**
 * In a message that is about the budget, one amount without a role is what its words are about: 做保洁2600一个月,
 * "online loans take 2300 each month"; nothing where they are about two things.
 */
export function budgetByWords(figures: readonly Figure[], normal: string, lexicons: readonly RoleLexicon[]): Slots {
  const unclaimed = figures.filter(
    ({ role, offered, quantity: { kind } }) =>
      (kind === 'money' || kind === 'bare') && (role === 'open' || (paidRoles.has(role) && offered !== true)),
  );
  const [only] = unclaimed;
  if (only === undefined || unclaimed.length > 1) return {};
  const item = itemOf(only);
  const about = budgetSlots.filter((slot) => lexicons.some(({ speaksOf }) => speaksOf[slot].test(normal)));
  const [slot] = about;
  return item === null || slot === undefined || about.length > 1 ? {} : { [slot]: item.range };
}

const paidRoles: ReadonlySet<Figure['role']> = new Set(['amount', 'monthlyAmount', 'lumpSum']);

/** Whether what was asked last is a part of the budget. */
export const asksForBudget = isBudgetSlot;
