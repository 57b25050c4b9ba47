// What each figure of a message is for, decided by the words beside it: the first role rule that fits, in the languages it is written in.
import { type Frequency, isSlotName, type Locale, type SlotName } from '../../../data/domain/customer/customerTurn';
import type { FoundQuantities } from '../quantities/findQuantities';
import type { Quantity } from '../quantities/quantity';
import { frequencyAt } from './frequency';
import { type RoleLexicon, type RoleRule, roleLexicons } from './roleLexicon';

/** How far a rule looks, in characters of the masked text. */
const lookBack = 48;
const lookAhead = 48;
/** The highest ordinal that is read as the number of an offer. */
const offersMost = 9;
/** "3号吧" */
const aloneLength = 5;

export type Bound = 'atMost' | 'atLeast' | null;
/**
 * 'payDateFromDay': a day of the month on which to pay once. 'startAfter': payments begin on the day after.
 * 'open': nothing beside the figure says what it is for.
 */
export type Role = SlotName | 'payDateFromDay' | 'startDateFromDay' | 'startAfter' | 'none' | 'open';
const roleNames: ReadonlySet<string> = new Set(['payDateFromDay', 'startDateFromDay', 'startAfter', 'none']);
const isRole = (name: string): name is Role => isSlotName(name) || roleNames.has(name);

export interface Figure {
  readonly quantity: Quantity;
  readonly role: Role;
  readonly bound: Bound;
  /** How often, where the words say so. */
  readonly frequency: Frequency | 'day' | null;
  /** Position in the masked text. */
  readonly at: number;
  /** Nothing else of weight stands in the message. */
  readonly alone: boolean;
  /** What is learned of such words says plainly that the customer can pay it, whatever else the message tells. */
  readonly offered?: boolean;
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
    return isRole(rule.slot) ? rule.slot : 'none';
  }
  return null;
}

/** "Anything over 600 and I'm sunk" offers no more than that. */
const refusesMore = ({ tooMuch }: RoleLexicon, before: string, after: string) =>
  tooMuch.before.test(before) && tooMuch.after.test(after);

function boundOf(lexicon: RoleLexicon, before: string, after: string): Bound {
  if (refusesMore(lexicon, before, after)) return 'atMost';
  if (lexicon.atMost.before.test(before) || lexicon.atMost.after.test(after)) return 'atMost';
  return lexicon.atLeast.before.test(before) || lexicon.atLeast.after.test(after) ? 'atLeast' : null;
}

/** The text that role rules see. */
export const roleText = (found: FoundQuantities): string =>
  found.masked.cells.map((cell, index) => letterFor(found.masked.text[index] ?? '', cell.quantity)).join('');

/** Nobody makes a fifteenth offer: "I'll take the 15th" is a day. */
const isNoOffer = (role: Role, quantity: Quantity) =>
  role === 'offerNumber' && quantity.kind === 'day' && (quantity.day === 'last' || quantity.day > offersMost);

const paidOften: ReadonlySet<Role> = new Set(['open', 'amount', 'lumpSum', 'monthlyAmount']);

/** What is paid every week or every year is paid regularly; what is paid or earned by the day is nothing that we can plan with. */
function withFrequency(role: Role, frequency: Figure['frequency'], quantity: Quantity): Role {
  if (quantity.kind !== 'money' && quantity.kind !== 'bare') return role;
  if (frequency === 'day') return 'none';
  return frequency !== null && frequency !== 'month' && paidOften.has(role) ? 'monthlyAmount' : role;
}

export function assignRoles(found: FoundQuantities, locale: Locale): Figure[] {
  const text = roleText(found);
  const { cells } = found.masked;
  const lexicons = languagesIn(found.masked.text, locale).map((language) => roleLexicons[language]);
  const figures: Figure[] = [];
  cells.forEach(({ quantity }, at) => {
    if (quantity === null || quantity.kind === 'other' || quantity.kind === 'every') return;
    const letter = text[at] ?? '';
    const before = text.slice(Math.max(0, at - lookBack), at);
    const after = text.slice(at + 1, at + 1 + lookAhead);
    let role: Role | null = null;
    let bound: Bound = null;
    for (const lexicon of lexicons) {
      // "Not 9000 but 900": the words around 9000 are said of 900.
      const around = [
        before.replace(lexicon.takenBackBefore, ''),
        after.replace(lexicon.takenBackAfter, '$1'),
      ] as const;
      const rules = refusesMore(lexicon, ...around) ? lexicon.offering : lexicon.rules;
      role ??= firstRole(rules, letter, ...around);
      bound ??= boundOf(lexicon, ...around);
    }
    const given = role === null ? 'open' : isNoOffer(role, quantity) ? 'dueDay' : role;
    const frequency = frequencyAt(text, at, cells);
    const alone = text.length <= aloneLength;
    figures.push({ quantity, role: withFrequency(given, frequency, quantity), bound, frequency, at, alone });
  });
  return figures;
}
