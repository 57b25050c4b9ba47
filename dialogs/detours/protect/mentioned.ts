// A wish about contact names contact somehow (a call, a message, a stop), and one for a person names a person. Without one
// word of it, a weak reading is a misreading.
import type { Intent } from '../../../data/domain/customer/customerTurn';
import type { Turn } from '../../talk/turn';
import words from './mentioned.json';

const mentions: Partial<Record<Intent, RegExp>> = {
  contactPreference: new RegExp(words.contact, 'i'),
  human: new RegExp(words.person, 'i'),
};

/** Confidence (0-1) from which such a wish is one, whatever its words. */
const plainFrom = 0.5;

/** True where this was read into a message that has not one word of it. */
export function isReadInto({ heard, input: { text } }: Turn, intent: Intent): boolean {
  const mention = mentions[intent];
  return mention !== undefined && heard.confidence < plainFrom && !mention.test(text);
}
