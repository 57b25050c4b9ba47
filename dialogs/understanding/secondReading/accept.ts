// A second reading counts only where it can be checked: each part stands in the message word for word, each figure too, and
// nothing that protects the customer is taken away.
import type { Act, CustomerTurn, Intent, Slots } from '../../../data/domain/customer/customerTurn';
import { mainAct } from '../acts/precedence';
import { findNumerals } from '../numerals/findNumerals';
import { normalise } from '../text/normalise';
import type { ReadAct } from './reading';

/** What a message was heard to say is not unsaid by anybody else. */
const neverTakenAway: readonly Intent[] = ['vulnerable', 'scam', 'contactPreference', 'human', 'thirdParty'];

export type Acceptance =
  | { readonly kind: 'accepted'; readonly turn: CustomerTurn }
  | { readonly kind: 'rejected'; readonly why: 'notInText' | 'figureNotInText' | 'protectionLost' };

/** Every number that a value holds, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** Numbers that stand in the words, written in digits or in words of either language. */
function numbersOf(text: string): ReadonlySet<number> {
  const { text: normal } = normalise(text);
  const written = [...normal.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
  const read = findNumerals(normal).flatMap(({ min, max }) => [min, max]);
  return new Set([...written, ...read]);
}

function actOf({ intent, slots, quote }: ReadAct, text: string, confidence: number): Act | null {
  const from = text.indexOf(quote);
  if (from < 0) return null;
  const stated = Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as Slots;
  return { intent, slots: stated, span: [from, from + quote.length], confidence };
}

/** The second reading as a turn of ours, or why it is not believed. `own` is what we heard ourselves, `text` what was sent. */
export function acceptReading(
  own: CustomerTurn,
  read: readonly ReadAct[],
  text: string,
  confidence = 0.75,
): Acceptance {
  const acts = read.map((act) => actOf(act, text, confidence));
  const found = acts.filter((act) => act !== null);
  if (found.length < acts.length) return { kind: 'rejected', why: 'notInText' };
  const numbers = numbersOf(text);
  if (found.some(({ slots }) => numbersIn(slots).some((number) => !numbers.has(number))))
    return { kind: 'rejected', why: 'figureNotInText' };
  const heard = [
    ...own.acts.map(({ intent }) => intent),
    ...(own.signals.includes('vulnerable') ? ['vulnerable'] : []),
  ];
  const lost = neverTakenAway.filter((intent) => heard.includes(intent) && !found.some((act) => act.intent === intent));
  if (lost.length > 0) return { kind: 'rejected', why: 'protectionLost' };
  const [first, ...others] = found;
  if (first === undefined) return { kind: 'rejected', why: 'notInText' };
  const { intent, slots } = mainAct([first, ...others]);
  return { kind: 'accepted', turn: { ...own, intent, slots, confidence, acts: found, ambiguity: null } };
}
