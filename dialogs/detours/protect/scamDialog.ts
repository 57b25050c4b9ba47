// A code, a link, a QR, a private account, a shared screen, a fee: the warning comes first, always, and what to do if it is done.
import type { Intent } from '../../../data/domain/customer/customerTurn';
import { oneWriting } from '../../talk/acts/wordPatterns';
import type { After, Turn } from '../../talk/turn';
import { topicOf } from '../chat/questionAsked';
import { placesIn } from './contactScope';
import words from './scamWords.json';

const [happened, saysNothingLost] = [words.happened, words.nothingLost].map((source) => new RegExp(source, 'iu')) as [
  RegExp,
  RegExp,
];

/** "No, I didn't click": after the warning there is nothing to put right. */
const lostNothing = (turn: Turn): boolean =>
  turn.wasJustSaid('scam.warning') &&
  (turn.heard.intent === 'deny' || saysNothingLost.test(oneWriting(turn.typed))) &&
  !happened.test(turn.typed);

export async function scam(turn: Turn): Promise<After> {
  if (lostNothing(turn)) {
    turn.say('scam.nothingLost', {});
    return 'resume';
  }
  const { hotline, lines } = turn.services.bank;
  turn.audit('scam', {}, { warned: true });
  // Told that it has happened, what to do comes first.
  const isDone = turn.heard.intent === 'alreadyPaid' || happened.test(turn.typed);
  if (isDone) turn.say('scam.done', { hotline, police: lines.police });
  turn.say('scam.warning', {});
  if (!isDone) turn.say('scam.done', { hotline, police: lines.police });
  // Somebody claims to collect for the bank: where nobody does, the customer is told.
  const accounts = placesIn([turn.typed]).includes('agency') ? await turn.ownAccounts() : [];
  if (accounts.length > 0 && accounts.every(({ agencyId }) => agencyId === null)) turn.say('collector.notPlaced', {});
  turn.tap('button.human', {}, 'human');
  return 'resume';
}

/** After a warning these go on with the same story, whatever they would mean elsewhere. */
const goOnWithIt: readonly Intent[] = [
  'alreadyPaid',
  'outOfScope',
  'account.payments',
  'ask.debtAgents',
  'ask.queue',
  'deny',
  'scam',
];
/** What money that went to a debt agent is heard as. */
const paidSomebody: readonly Intent[] = ['alreadyPaid', 'complaint', 'outOfScope', 'account.payments'];
/** A reading below this is no other wish. */
const unsureBelow = 0.7;

const goesOnWithStory = new RegExp(words.goesOn, 'iu');

/** Heard as said, also in the middle of such a story. */
const protects: readonly Intent[] = ['vulnerable', 'human', 'contactPreference'];

/** Right after a warning: "I have installed it", which outweighs whatever else could be answered to it. */
export const hasHappened = (turn: Turn): boolean =>
  turn.wasJustSaid('scam.warning') &&
  happened.test(oneWriting(turn.typed)) &&
  !lostNothing(turn) &&
  !protects.includes(turn.heard.intent);

/** True where the last reply warned, and the message says how the story goes on: "I already gave it", "he says hurry". */
export function followsScam(turn: Turn): boolean {
  const { intent, ambiguity, confidence } = turn.heard;
  // Told about debt agents a moment ago, whoever has paid has paid one of them, and not the bank.
  if (paidSomebody.includes(intent) && topicOf(turn)?.intent === 'ask.debtAgents' && happened.test(turn.typed))
    return true;
  if (intent === 'alreadyPaid' && turn.timesSaid('scam.warning') > 0 && happened.test(turn.typed)) return true;
  if (!turn.wasJustSaid('scam.warning')) return false;
  if (lostNothing(turn)) return true;
  // "So where do real payments go?" asks for the proper way, however faintly it was heard.
  if (intent === 'ask.howToRepay' && ambiguity === null) return false;
  if (goesOnWithStory.test(turn.typed) && !protects.includes(intent)) return true;
  // A question of another kind is answered as one.
  if (intent.startsWith('ask.') && !goOnWithIt.includes(intent) && ambiguity === null) return false;
  return ambiguity !== null || goOnWithIt.includes(intent) || confidence < unsureBelow;
}

/** True once a story of a code, a link or a private account was told: then nobody is confirmed as genuine. */
export const hasToldScam = (turn: Turn): boolean =>
  turn.timesSaid('scam.warning') > 0 || turn.said.some(({ id }) => id === 'scam.warning');
