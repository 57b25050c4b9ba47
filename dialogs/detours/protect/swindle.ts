// The words of a swindle: somebody who asks, and what is asked for. Where a message has not one of them, a question of charges or
// of a code is the customer's own.
import { oneWriting } from '../../talk/acts/wordPatterns';
import words from './scamWords.json';

const swindle = new RegExp(words.swindle, 'iu');

/** True where somebody else is spoken of, or a link, a transfer, a screen, an app. */
export const namesSwindle = (text: string): boolean => swindle.test(oneWriting(text));
