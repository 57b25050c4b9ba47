// Dispute and fraud: the asking for money stops, a case with a number is opened, who decides and by when is said, and which papers
// help. Where somebody else has used the card, it is locked before anything else.
import { z } from 'zod';
import { addDays } from '../../../data/domain/calendar/calendar';
import { oneWriting, wordPattern } from '../../talk/acts/wordPatterns';
import { addWords, openCase } from '../../talk/matters';
import { disputesPlainly } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import shippedWords from './fraudWords.json';

const words = z.strictObject({ fraud: wordPattern('iu'), fraudEnglish: wordPattern('iu') }).parse(shippedWords);

/** True where the words say that somebody else used the card, the name or the papers. */
const tellsOfFraud = (text: string): boolean =>
  words.fraud.test(oneWriting(text)) || words.fraudEnglish.test(oneWriting(text));

/** Locking needs no check of who writes, and comes first: said once, before the check or after it. */
export function sayLock(turn: Turn): void {
  if (turn.timesSaid('fraud.lock') > 0 || !tellsOfFraud(turn.typed)) return;
  const { hotline, lines } = turn.services.bank;
  turn.say('fraud.lock', { hotline, police: lines.police });
}

/** The claim is looked into: nobody asks for this money until then, and no bargaining goes on. */
export function restWhileChecked(turn: Turn): void {
  turn.state.negotiation = null;
  turn.state.stage = 'open';
  turn.restContact('dispute', addDays(turn.today, turn.services.bank.disputeDays));
}

export async function dispute(turn: Turn): Promise<After> {
  const { disputeDays, lines } = turn.services.bank;
  // Told before the check, it was said then what to lock, and is a fraud still.
  const isFraud = tellsOfFraud(turn.typed) || turn.timesSaid('fraud.lock') > 0;
  const kind = isFraud ? 'fraud' : 'dispute';
  const opened = await openCase(turn, kind, disputeDays, isFraud ? { priority: 'urgent' } : {});
  const { caseNumber, dueOn, isNew } = opened;
  restWhileChecked(turn);
  sayLock(turn);
  if (isNew) turn.say(`${kind}.opened`, { caseNumber, dueOn });
  else if (turn.timesSaid(`${kind}.opened`) > 0 && !disputesPlainly(turn.typed)) {
    // What is told of a charge after it was disputed is kept with the case.
    addWords(turn, opened);
    turn.say('dispute.kept', { caseNumber, dueOn });
  } else turn.say('case.underWay', { caseNumber, dueOn });
  turn.say('dispute.stops', {});
  if (isNew) {
    turn.say(`${kind}.papers`, {});
    turn.sayIfRoom('dispute.notAgreed', { regulator: lines.regulator });
  }
  turn.tap('button.human', {}, 'human');
  return 'stay';
}
