// Four digits that are the ending of an own card name that card; they are no amount, whatever they look like.
import type { Account } from '../../../data/domain/account/account';
import { type CustomerTurn, certainTurn, type Intent, type Slots } from '../../../data/domain/customer/customerTurn';
import { isProtective } from '../../talk/acts/steps';
import type { Turn } from '../../talk/turn';
import shipped from './ownCardWords.json';

const words = {
  only: new RegExp(shipped.only.join('|'), 'i'),
  plan: new RegExp(shipped.plan.join('|'), 'i'),
  bigger: new RegExp(shipped.bigger.join('|'), 'i'),
  smaller: new RegExp(shipped.smaller.join('|'), 'i'),
  onlyBefore: new RegExp(shipped.onlyBefore.join('|'), 'i'),
};

/** "Just the one card", "先办2201": said of one of several. */
const onlyOneCard = (text: string): boolean => words.only.test(text.normalize('NFKC'));

/** "Just the bigger one": by what is owed in principal; undefined where no size is named. */
function cardBySize(text: string, accounts: readonly Account[]): Account | undefined {
  const sorted = [...accounts].sort((a, b) => a.principalFen - b.principalFen);
  if (words.bigger.test(text)) return sorted.at(-1);
  return words.smaller.test(text) ? sorted[0] : undefined;
}

/** The endings of these cards that a text names. */
const tailsNamed = (text: string, accounts: readonly Account[]): readonly string[] =>
  accounts
    .map(({ cardTail }) => cardTail)
    .filter((tail) => new RegExp(`(?<![\\d.,])${tail}(?![\\d.,]*\\d)`).test(text));

/** The one of several cards that stands right behind "only": "2201 can wait, just 2212". */
function onlyOf(tails: readonly string[], text: string): string | undefined {
  const [, after] = words.onlyBefore.exec(text.normalize('NFKC')) ?? [];
  return tails.find((tail) => tail === after);
}

/** The one card that a plan is wished for alone; undefined where none is, or the customer has no other. */
export function cardAlone({ typed }: Turn, accounts: readonly Account[]): Account | undefined {
  if (accounts.length < 2) return undefined;
  const tails = tailsNamed(typed, accounts);
  const chosen = onlyOf(tails, typed);
  const ofTail = (tail: string | undefined) => accounts.find(({ cardTail }) => cardTail === tail);
  if (chosen !== undefined || !onlyOneCard(typed)) return ofTail(chosen);
  const bySize = cardBySize(typed, accounts);
  return bySize ?? (tails.length === 1 ? ofTail(tails[0]) : undefined);
}

const digitsOf = (yuan: number): string => String(yuan).padStart(4, '0');

const figures = ['amount', 'lumpSum', 'monthlyAmount'] as const;

/** The slots without a figure that is the ending of this card, and with the card. */
function slotsOfCard(slots: Slots, cardTail: string): Slots {
  const isCard = (slot: (typeof figures)[number]) => digitsOf(slots[slot]?.max ?? slots[slot]?.min ?? 0) === cardTail;
  const read = figures.filter(isCard);
  const left = Object.fromEntries(Object.entries(slots).filter(([name]) => !read.some((slot) => slot === name)));
  return { ...left, cardTail };
}

/** What was heard without a figure that is the ending of one of these cards. */
function withoutTails(heard: CustomerTurn, tails: readonly string[]): CustomerTurn {
  const isTail = (slots: Slots, slot: (typeof figures)[number]) =>
    tails.includes(digitsOf(slots[slot]?.max ?? slots[slot]?.min ?? 0));
  const without = (slots: Slots): Slots =>
    Object.fromEntries(
      Object.entries(slots).filter(([name]) => !figures.some((slot) => slot === name && isTail(slots, slot))),
    );
  return {
    ...heard,
    slots: without(heard.slots),
    acts: heard.acts.map((act) => ({ ...act, slots: without(act.slots) })),
  };
}

/** Confidence (0-1) below which a message that names an own card is a question about what is owed on it. */
const hardlyHeard = 0.6;

/** Weak readings under which a plan for this card alone may be wished for. */
const mayWishPlan: readonly Intent[] = [
  'account.balance',
  'ask.offer',
  'ask.installmentPolicy',
  'ask.minimumPayment',
  'ask.interestAndFees',
  'negotiate.start',
  'negotiate.terms',
  'negotiate.priceRelief',
  'outOfScope',
  'authority',
  'human',
];

/** A plan for one of several cards. */
const wishesPlan = (heard: CustomerTurn, text: string, isBargaining: boolean): boolean =>
  onlyOneCard(text) &&
  (isBargaining || words.plan.test(text)) &&
  [heard, ...heard.acts].every(({ intent }) => mayWishPlan.includes(intent)) &&
  !figures.some((slot) => heard.slots[slot] !== undefined);

function aboutCard(heard: CustomerTurn, text: string, isBargaining: boolean): CustomerTurn {
  const { intent, confidence, ambiguity, acts, slots, language } = heard;
  if (wishesPlan(heard, text, isBargaining)) return { ...certainTurn('negotiate.start', slots), language };
  const isWeak = ambiguity?.kind === 'intent' || confidence < hardlyHeard || intent === 'outOfScope';
  if (!isWeak || acts.length > 1 || isProtective(intent)) return heard;
  return { ...certainTurn('account.balance', slots), language };
}

/** "Put 1,000 on 2212: what is left?" The digits of an own card name it, and what else was read in them is dropped. */
export async function hearOwnCard(turn: Turn): Promise<void> {
  const { heard, input, state } = turn;
  const { ambiguity } = heard;
  const isBargaining = state.stage === 'negotiating';
  const named = tailsNamed(input.text, await turn.ownAccounts());
  const [first, second] = named;
  if (first === undefined) return;
  // Of two that are named, the one of a plan for it alone: "2201 can wait, just 2212"; else neither is meant more.
  const cardTail = second === undefined ? first : onlyOf(named, input.text);
  if (cardTail === undefined) {
    turn.heard = withoutTails(heard, named);
    return;
  }
  const slots = slotsOfCard(heard.slots, cardTail);
  const acts = heard.acts.map((act) => ({ ...act, slots: slotsOfCard(act.slots, cardTail) }));
  const readings = ambiguity?.kind === 'figure' ? ambiguity.readings.filter((one) => digitsOf(one) !== cardTail) : [];
  const [only, other] = readings;
  if (ambiguity?.kind !== 'figure') turn.heard = aboutCard({ ...heard, slots, acts }, input.text, isBargaining);
  else if (only !== undefined && other === undefined)
    turn.heard = { ...heard, slots: { ...slots, amount: { min: only, max: only } }, acts: [], ambiguity: null };
  else if (other !== undefined) turn.heard = { ...heard, slots, acts, ambiguity: { ...ambiguity, readings } };
}
