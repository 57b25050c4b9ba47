// Rights over one's own data, asked for in plain words: a copy, a correction, an erasure, a person instead of a machine's
// decision. A question about them is answered in general; the wish itself is a matter of its own.
import { z } from 'zod';
import { type DataRight, dataRightSchema } from '../../../../data/domain/case/dataRight';
import { certainTurn, type Intent } from '../../../../data/domain/customer/customerTurn';
import { isProtective } from '../../../talk/acts/steps';
import { oneWriting, wordPattern } from '../../../talk/acts/wordPatterns';
import { isQuestion, takesBack, unsays } from '../../../talk/takenAsSaid';
import type { Turn } from '../../../talk/turn';
import shippedWords from './dataRightWords.json';

const pattern = wordPattern('iu');
const words = z
  .strictObject({
    access: pattern,
    correction: pattern,
    erasure: pattern,
    decision: pattern,
    /** The credit record is the central bank's, and has a way of its own. */
    ofCredit: pattern,
    named: pattern,
    request: pattern,
  })
  .parse(shippedWords);

/** True where the words say which of one's details is meant. */
export const namesDetail = (text: string): boolean => words.named.test(oneWriting(text));

/** True where a request that was filed is named. */
export const asksOfRequest = (text: string): boolean => words.request.test(oneWriting(text));

/** The right that the words ask for; null where they ask for none. */
export function dataRightIn(text: string): DataRight | null {
  const said = oneWriting(text);
  if (words.ofCredit.test(said)) return null;
  return dataRightSchema.options.find((right) => words[right].test(said)) ?? null;
}

/** Heard as said, however near the words are to a right. */
const kept: readonly Intent[] = ['complaint', 'undo', 'alreadyPaid', 'authority', 'thirdParty'];
/** Confidence (0-1) from which such a reading stands. */
const surely = 0.7;

/** Hears the wish as one; a question of whether and how is left to the approved answers. */
export function hearDataRight(turn: Turn): void {
  const { heard, typed } = turn;
  const right = turn.isTap ? null : dataRightIn(typed);
  if (right === null || isQuestion(typed) || takesBack(typed) || unsays(typed)) return;
  const isOther = kept.includes(heard.intent) || (isProtective(heard.intent) && heard.intent !== 'human');
  const isContactAlone = heard.intent === 'contactPreference' && heard.slots.contact?.number === undefined;
  if (isOther && heard.confidence >= surely && !isContactAlone) return;
  turn.heard = { ...certainTurn('ask.privacy', { right }), language: heard.language };
}
