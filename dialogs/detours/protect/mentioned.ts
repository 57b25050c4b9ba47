// A wish about contact names contact somehow (a call, a message, a stop), one for a person names a person, and danger is told
// in words of life, body, fear or despair. Without one word of it, a weak reading is a misreading.
import type { Intent } from '../../../data/domain/customer/customerTurn';
import type { Turn } from '../../talk/turn';
import words from './mentioned.json';

const mentions: Partial<Record<Intent, RegExp>> = {
  contactPreference: new RegExp(words.contact, 'i'),
  human: new RegExp(words.person, 'i'),
  vulnerable: new RegExp(words.danger, 'iu'),
};

/** Confidence (0-1) from which such a wish is one, whatever its words. A stop that was never said is not found out by the customer. */
const plainFrom = (intent: Intent): number => (intent === 'contactPreference' ? 0.65 : 0.5);

/** True where not one word of this wish, or of this danger, was said. */
export const isUnmentioned = (intent: Intent, text: string): boolean => mentions[intent]?.test(text) === false;

/** True where this was read into a message that has not one word of it. */
export const isReadInto = ({ heard, input: { text } }: Turn, intent: Intent): boolean =>
  heard.confidence < plainFrom(intent) && isUnmentioned(intent, text);
