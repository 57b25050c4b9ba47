// A guess never ends a conversation (R3): what would throw out, freeze or close is asked about once, in words that name it,
// unless it was said plainly. A yes or a no then answers that one question and nothing else (R4).
import { type CustomerTurn, certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import { onlyMentioned } from '../../detours/people/someoneElseDialog';
import { deniesBeingHolder } from '../../detours/people/whoWrites';
import type { MessageId } from '../../text/messages';
import { isDisputeOpened } from '../matters';
import { asksAfterPaying, disputesPlainly, saysPaid } from '../takenAsSaid';
import type { After, Turn } from '../turn';

type Question = Extract<MessageId, `meant.${string}`>;

/** What ends or freezes something, and the question that names it. */
const questions = {
  thirdParty: 'meant.thirdParty',
  dispute: 'meant.dispute',
  alreadyPaid: 'meant.alreadyPaid',
  hardship: 'meant.hardship',
} as const satisfies Partial<Record<Intent, Question>>;

const questionOf = (intent: Intent): Question | undefined => (isAsked(intent) ? questions[intent] : undefined);
const isAsked = (intent: Intent): intent is keyof typeof questions => Object.hasOwn(questions, intent);

/** Confidence (0-1) from which a statement counts as plain. */
const plainFrom: Readonly<Record<keyof typeof questions, number>> = {
  thirdParty: 0.8,
  dispute: 0.75,
  alreadyPaid: 0.7,
  hardship: 0.55,
};

/**
 * Confidence (0-1) in a statement that freezes the account: it says so in its own words, or is asked about, however surely it
 * was heard. What was tapped, or answered to a question of ours, is certain.
 */
export function confidenceIn({ intent, confidence }: CustomerTurn, text: string): number {
  const isPlain =
    confidence === 1 ||
    (intent === 'dispute'
      ? disputesPlainly(text)
      : intent !== 'alreadyPaid' || (saysPaid(text) && !asksAfterPaying(text)));
  return isPlain ? confidence : Math.min(confidence, 0.5);
}

/** True where the message may mean something that ends the talk, and has not said so plainly. */
export function asksFirst(turn: Turn): boolean {
  const { intent } = turn.heard;
  if (!isAsked(intent)) return false;
  // Opened a moment ago, what follows is a detail of it.
  if (intent === 'dispute' && isDisputeOpened(turn)) return false;
  // A first-person word is plain, however hardly it was heard; nothing else sends away somebody who has shown who they are.
  if (intent === 'thirdParty' && deniesBeingHolder(turn.typed)) return false;
  if (intent === 'thirdParty' && onlyMentioned(turn) !== null) return false;
  if (intent === 'thirdParty' && turn.customerId !== null) return turn.timesSaid(questions[intent]) === 0;
  if (plainness(turn) >= plainFrom[intent]) return false;
  // Told once more after the question, it is meant.
  return turn.timesSaid(questions[intent]) === 0;
}

/** What waited for the check was weighed when it was said; the endings say nothing about it. */
const plainness = ({ heard, typed, input: { identity } }: Turn): number =>
  identity?.rest === '' ? heard.confidence : confidenceIn(heard, typed);

export async function askWhetherMeant(turn: Turn): Promise<After> {
  const { intent, slots } = turn.heard;
  if (!isAsked(intent)) return 'resume';
  turn.say(questions[intent], {});
  turn.tap('button.yes', {}, intent, slots).tap('button.no', {}, 'deny');
  turn.affirmMeans = certainTurn(intent, slots);
  return 'stay';
}

/** True where it was asked, and not answered, whether somebody else writes. */
export const mayBeSomeoneElse = ({ state: { affirmMeans } }: Turn): boolean => affirmMeans?.intent === 'thirdParty';

/** The endings came instead of a yes or a no: the question still stands after the check. True where it was asked again. */
export async function askOnceMore(turn: Turn): Promise<boolean> {
  const { affirmMeans, lastSpoken } = turn.state;
  const stands = affirmMeans !== null && isAsked(affirmMeans.intent) && turn.affirmMeans === null;
  if (!stands || !lastSpoken.some(({ id }) => id === questionOf(affirmMeans.intent))) return false;
  turn.heard = affirmMeans;
  await askWhetherMeant(turn);
  return true;
}

/** A bare yes or no while a yes-or-no question stands. A no to an offer is a refusal of it, heard where offers are made. */
export function isYesOrNo({ heard, state }: Turn): boolean {
  if (state.affirmMeans === null) return false;
  return heard.intent === 'affirm' || (heard.intent === 'deny' && state.affirmMeans.intent !== 'negotiate.accept');
}

export async function hearYesOrNo(turn: Turn): Promise<After> {
  const { affirmMeans } = turn.state;
  turn.state.affirmMeans = null;
  if (turn.heard.intent === 'affirm' && affirmMeans !== null) return { takeUp: affirmMeans };
  turn.say('meant.no', {});
  return 'resume';
}
