// What each figure of a message is for, decided by the words beside it: the first role rule that fits, in the languages it is written in.
import { isSlotName, type Locale, type SlotName } from '../../../data/domain/customer/customerTurn';
import type { FoundQuantities } from '../quantities/findQuantities';
import type { Quantity } from '../quantities/quantity';
import { type RoleLexicon, type RoleRule, roleLexicons } from './roleLexicon';

/** How far a rule looks, in characters of the masked text. */
const lookBack = 48;
const lookAhead = 48;
/** The highest ordinal that is read as the number of an offer. */
const offersMost = 9;
/** "3号吧" */
const aloneLength = 5;

export type Bound = 'atMost' | 'atLeast' | null;
/** 'payDateFromDay': a day of the month on which to pay once. 'open': nothing beside the figure says what it is for. */
export type Role = SlotName | 'payDateFromDay' | 'none' | 'open';

export interface Figure {
  readonly quantity: Quantity;
  readonly role: Role;
  readonly bound: Bound;
  /** Position in the masked text. */
  readonly at: number;
  /** Nothing else of weight stands in the message. */
  readonly alone: boolean;
}

const han = /\p{Script=Han}/u;

/** Languages whose rules are tried: that of the message first, the other when its script is there too. */
export function languagesIn(text: string, locale: Locale): readonly Locale[] {
  const first: Locale = han.test(text) ? 'zh-CN' : /[a-z]/.test(text) ? 'en-US' : locale;
  if (first === 'en-US') return ['en-US'];
  return /[a-z]{2}/.test(text) ? ['zh-CN', 'en-US'] : ['zh-CN'];
}

const oneMonth = (quantity: Quantity) =>
  quantity.kind === 'term' &&
  (quantity.unit === 'month' || quantity.unit === 'instalment') &&
  quantity.months?.min === 1 &&
  quantity.months.max === 1;

const isDayOrWeek = (quantity: Quantity) =>
  quantity.kind === 'term' &&
  ((quantity.unit === 'day' && quantity.days === 1) || (quantity.unit === 'week' && quantity.days === 7));

/** Letters for rules: a single day or week apart, for "30 a day" is no monthly amount; one month apart from longer terms, a past date apart from a coming one. */
function letterFor(letter: string, quantity: Quantity | null): string {
  if (quantity === null) return letter;
  if (oneMonth(quantity)) return 'K';
  if (isDayOrWeek(quantity)) return 'W';
  return quantity.kind === 'date' && quantity.past ? 'Y' : letter;
}

function firstRole(rules: readonly RoleRule[], letter: string, before: string, after: string): Role | null {
  for (const rule of rules) {
    if (!rule.on.includes(letter) && !(letter === 'W' && rule.on.includes('T'))) continue;
    if (rule.before !== null && !rule.before.test(before)) continue;
    if (rule.after !== null && !rule.after.test(after)) continue;
    return rule.slot === 'none' || rule.slot === 'payDateFromDay' || isSlotName(rule.slot)
      ? (rule.slot as Role)
      : 'none';
  }
  return null;
}

function boundOf(lexicon: RoleLexicon, before: string, after: string): Bound {
  if (lexicon.atMost.before.test(before) || lexicon.atMost.after.test(after)) return 'atMost';
  return lexicon.atLeast.before.test(before) || lexicon.atLeast.after.test(after) ? 'atLeast' : null;
}

/** The text that role rules see. */
export const roleText = (found: FoundQuantities): string =>
  found.masked.cells.map((cell, index) => letterFor(found.masked.text[index] ?? '', cell.quantity)).join('');

export function assignRoles(found: FoundQuantities, locale: Locale): Figure[] {
  const text = roleText(found);
  const lexicons = languagesIn(found.masked.text, locale).map((language) => roleLexicons[language]);
  const figures: Figure[] = [];
  found.masked.cells.forEach((cell, at) => {
    const { quantity } = cell;
    if (quantity === null || quantity.kind === 'other') return;
    const letter = text[at] ?? '';
    const before = text.slice(Math.max(0, at - lookBack), at);
    const after = text.slice(at + 1, at + 1 + lookAhead);
    let role: Role | null = null;
    let bound: Bound = null;
    for (const lexicon of lexicons) {
      role ??= firstRole(lexicon.rules, letter, before, after);
      bound ??= boundOf(lexicon, before, after);
    }
    // Nobody makes a fifteenth offer: "I'll take the 15th" is a day.
    if (role === 'offerNumber' && quantity.kind === 'day' && (quantity.day === 'last' || quantity.day > offersMost))
      role = 'dueDay';
    figures.push({ quantity, role: role ?? 'open', bound, at, alone: text.length <= aloneLength });
  });
  return figures;
}
