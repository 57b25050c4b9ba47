// A phone that somebody violent may read: nothing that we begin goes there until its holder says that it is safe, and whoever
// says that it is not is told how to reach us from another one.
import { chatAddressKey } from '../../../../data/domain/conduct/contactRecords';
import { oneWriting, wordPattern } from '../../../talk/acts/wordPatterns';
import { openOfKind } from '../../../talk/matters';
import { isQuestion } from '../../../talk/takenAsSaid';
import type { After, Turn } from '../../../talk/turn';
import shippedWords from './phoneWords.json';

const words = {
  safe: wordPattern('iu').parse(shippedWords.safe),
  watched: wordPattern('iu').parse(shippedWords.watched),
};

const saysWatched = (text: string): boolean => words.watched.test(oneWriting(text));

/** True for "nobody else sees this phone"; a bare yes says nothing of it, since two things were asked. */
const saysSafe = (text: string): boolean =>
  words.safe.test(oneWriting(text).trim()) && !saysWatched(text) && !isQuestion(text);

/** Keeps, for the customer once known and for this address, whether somebody else may read what arrives. */
export function notePhone(turn: Turn, phoneUnsafe: boolean): void {
  const { customerId, input } = turn;
  for (const key of customerId === null ? [chatAddressKey(input)] : [customerId, chatAddressKey(input)])
    turn.record({
      kind: 'saveContactPreference',
      record: {
        customerId: key,
        ceased: true,
        reason: 'vulnerable',
        until: null,
        changedAt: input.now,
        wish: '',
        phoneUnsafe,
      },
    });
}

/** True where somebody who told of violence now says whether their phone is safe. */
export const tellsOfPhone = (turn: Turn): boolean =>
  (turn.state.danger === 'violence' || turn.timesSaid('vulnerable.violence') > 0) &&
  (saysSafe(turn.typed) || saysWatched(turn.typed));

export async function hearOfPhone(turn: Turn): Promise<After> {
  const { police } = turn.services.bank.lines;
  const isSafe = saysSafe(turn.typed);
  notePhone(turn, !isSafe);
  turn.audit('contactPreference', { verified: turn.customerId !== null, inDanger: true }, { phoneSafe: isSafe });
  if (isSafe) {
    turn.say('vulnerable.phoneSafe', { police });
    return 'stay';
  }
  const [open] = await openOfKind(turn, 'vulnerable');
  const { hotline } = turn.services.bank;
  if (open === undefined) turn.say('vulnerable.noMessages', {});
  else turn.say('vulnerable.phoneWatched', { hotline, caseNumber: open.caseNumber, police });
  return 'stay';
}
