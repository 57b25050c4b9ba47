// Who writes, by a few plain words: the holder who merely mentions somebody, somebody else, or one who speaks for the holder.

import { z } from 'zod';
import { type CustomerTurn, certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import { readingsOf, withoutActs } from '../../talk/acts/steps';
import { oneWriting } from '../../talk/acts/wordPatterns';
import type { Turn } from '../../talk/turn';
import { dangerKindIn } from '../protect/danger/dangerKind';
import shipped from './whoWrites.json';

/** Words for people, each of which may stand in a pattern in braces. */
const { relative, relativeEnglish, holder, otherPerson, otherPersonEnglish } = shipped;
const people: Readonly<Record<string, string>> = { relative, relativeEnglish, holder, otherPerson, otherPersonEnglish };
const patterns = z.array(z.string().min(1)).transform((sources) =>
  sources.map(
    (source) =>
      new RegExp(
        source.replaceAll(/\{([a-zA-Z]+)\}/g, (_, name: string) => people[name] ?? name),
        'iu',
      ),
  ),
);
const words = z
  .object({
    denies: patterns,
    sentByMistake: patterns,
    othersCard: patterns,
    ownerNamed: patterns,
    notMine: patterns,
    ownRelative: patterns,
    person: patterns,
    supplementary: patterns,
    holderHere: patterns,
    forAnother: patterns,
    alsoHasCard: patterns,
    helpsWriter: patterns,
    ownName: patterns,
    ofThem: patterns,
    speaksFor: patterns,
    aboutWho: patterns,
  })
  .parse(shipped);

const says = (list: readonly RegExp[], text: string): boolean => {
  const plain = oneWriting(text);
  return list.some((one) => one.test(plain));
};

/** A first-person "I am not the holder", the only word that sends a verified customer away. */
export const deniesBeingHolder = (text: string): boolean => says(words.denies, text);
/** "That was meant for somebody else": a message that went astray. */
export const wasSentByMistake = (text: string): boolean => says(words.sentByMistake, text);
/** "What is on my mother's card": a wish about the card of somebody else. */
export const asksOfOthersCard = (text: string): boolean => says(words.othersCard, text) || says(words.ownerNamed, text);
/** "My husband is texting me": somebody of their own is mentioned. */
export const mentionsRelative = (text: string): boolean => says(words.ownRelative, text);
/** "My daughter is typing this for me": somebody helps the one who writes, and speaks for nobody. */
export const isHelped = (text: string): boolean =>
  says(words.helpsWriter, text) && !asksOfOthersCard(text) && !deniesBeingHolder(text);
/** True where one of the bank's people is named, as whoever wishes to speak to one does. */
export const namesPerson = (text: string): boolean => says(words.person, text);
/** "I'm asking for him", "on her behalf": somebody who speaks for the holder says so. */
export const speaksAsOther = (text: string): boolean => says(words.speaksFor, text);
/** True where anybody beside the writer is named, as whoever speaks for a holder does. */
export const speaksForAnother = (text: string): boolean => says(words.forAnother, text);
/** "It is me after all", "he is right here": the holder may be checked. */
export const isHolderHere = (text: string): boolean => says(words.holderHere, text);

/** Wishes that touch an account: said of somebody else's card they are answered to nobody but its holder (P2). */
const ofAccount = (intent: Intent): boolean =>
  /^(?:account|negotiate)\./.test(intent) ||
  [
    'promiseToPay',
    'ask.offer',
    'hardship',
    'budget',
    'thirdParty',
    'outOfScope',
    'ask.cardStatus',
    'help',
    'undo',
  ].includes(intent);

const roleIn = (text: string): 'supplementaryHolder' | 'relative' =>
  says(words.supplementary, text) ? 'supplementaryHolder' : 'relative';

/** Confidence (0-1) at which somebody else is asked about, and no other reading is looked for. */
const notPlain = 0.75;

/** A holder who was checked asks what is on a relative's card: that is told to nobody but its own holder (P2). */
const asksOfRelative = ({ heard, typed }: Turn): boolean =>
  mentionsRelative(typed) &&
  !says(words.supplementary, typed) &&
  (heard.intent.startsWith('account.') || (heard.intent === 'authority' && !speaksAsOther(typed)));

/** Confidence (0-1) below which a relative's card is what a message is about, whatever was read into it. */
const hardlyHeard = 0.65;

/** "My husband has one of your cards, too, can he go in with mine?", and after it "what does he owe?" */
function goesOnAboutRelative(turn: Turn): boolean {
  const { heard, typed } = turn;
  const isWeak = heard.confidence < hardlyHeard || heard.ambiguity !== null;
  if (isWeak && mentionsRelative(typed) && says(words.alsoHasCard, typed)) return true;
  return turn.wasJustSaid('thirdParty.onlyYou') && says(words.ofThem, typed) && heard.intent.startsWith('account.');
}

/** What is felt beside a danger that was only guessed at. */
const calmer = ({ intent, signals }: CustomerTurn): CustomerTurn['signals'] =>
  intent === 'vulnerable' ? signals.filter((signal) => signal !== 'vulnerable') : signals;

/** "I'm his brother-in-law and stood surety for him": as what they speak is told, which is more than that they are somebody else. */
function withRole(turn: Turn): void {
  const { heard, customerId } = turn;
  const role = heard.acts.find(({ intent, slots }) => intent === 'authority' && slots.role !== undefined);
  if (customerId !== null || role === undefined || heard.intent !== 'thirdParty') return;
  turn.heard = {
    ...certainTurn('authority', role.slots),
    acts: heard.acts.filter(({ intent }) => intent !== 'thirdParty'),
    language: heard.language,
    signals: heard.signals,
  };
}

/** What somebody at the writer's side, or a message gone astray, is heard as. */
const ofStrangers: readonly Intent[] = ['authority', 'thirdParty'];

/**
 * Who helps to type is not who speaks for the holder, and what was meant for somebody else's eyes is nothing to act on: the rest
 * of the message counts, and where there is none, nothing has changed (R3).
 */
function hearOnlyHolder(turn: Turn): boolean {
  const { heard, typed, customerId } = turn;
  // "I'm Ms Wang" says who writes, and not that it is somebody else.
  if (customerId === null && heard.intent === 'thirdParty' && says(words.ownName, typed) && !deniesBeingHolder(typed)) {
    turn.heard = { ...certainTurn('greeting'), language: heard.language, signals: heard.signals };
    return true;
  }
  const isNobodyElse = isHelped(typed) || (wasSentByMistake(typed) && !deniesBeingHolder(typed));
  const isRead = [...readingsOf(heard), ...heard.acts.map(({ intent }) => intent)].some((intent) =>
    ofStrangers.includes(intent),
  );
  if (customerId !== null || !isNobodyElse || !isRead) return false;
  const rest = withoutActs(heard, ({ intent }) => ofStrangers.includes(intent));
  const { language, signals } = heard;
  turn.heard = rest !== undefined && rest !== heard ? rest : { ...certainTurn('thirdParty'), language, signals };
  return true;
}

/** Hears a wish about a relative's card as that of somebody who speaks for the holder; "my cousin's debt" is asked about. */
export function hearWhoWrites(turn: Turn): void {
  withRole(turn);
  if (hearOnlyHolder(turn)) return;
  const { heard, typed, customerId } = turn;
  if (customerId !== null && goesOnAboutRelative(turn)) {
    turn.heard = { ...certainTurn('thirdParty'), language: heard.language, signals: heard.signals };
    return;
  }
  const { language, signals } = heard;
  // "You people have no idea": somebody else is spoken of in words that name one.
  if (customerId !== null && heard.intent === 'thirdParty' && !says(words.aboutWho, typed))
    turn.heard = { ...certainTurn('outOfScope'), language, signals };
  if (!asksOfOthersCard(typed)) return;
  const isGuessed = heard.confidence < hardlyHeard;
  // Danger goes first, unless it is a guess at words that name none.
  const isDanger = heard.intent === 'vulnerable' && !(isGuessed && dangerKindIn(typed) === null);
  if (customerId !== null) {
    if (asksOfRelative(turn)) turn.heard = { ...certainTurn('thirdParty'), language, signals };
    return;
  }
  if (heard.intent === 'dispute' && says(words.notMine, typed) && !says(words.ownerNamed, typed))
    turn.heard = { ...certainTurn('thirdParty'), confidence: notPlain, language, signals };
  else if (!isDanger && (isGuessed || says(words.ownerNamed, typed) || readingsOf(heard).some(ofAccount)))
    turn.heard = { ...certainTurn('authority', { role: roleIn(typed) }), language, signals: calmer(heard) };
}

/** While nothing is said of the holder: "it is me" opens the talk again, up to the check. */
export function hearHolder(turn: Turn): void {
  if (turn.state.stage !== 'someoneElse' || !isHolderHere(turn.typed)) return;
  turn.heard = { ...certainTurn('undo', { what: 'thirdParty' }), language: turn.heard.language };
}
