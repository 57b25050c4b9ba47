// Thanks, goodbye, insults, another language, the last thing again, and what lies outside: short, and back to the matter.

import { certainTurn } from '../../../data/domain/customer/customerTurn';
import { sayOfferLines } from '../../stages/negotiate/offerLines';
import { isSpared } from '../../talk/reply/sparing';
import { type After, isTapId, type Turn } from '../../talk/turn';
import { formatSaved } from '../../text/formatMessage';
import { isMessageId, valueKindsOf } from '../../text/messages';
import { says as asksHowMuch } from '../money/ownFigureWords';
import {
  asksWhichLanguages,
  excusesOwnLanguage,
  languageNamed,
  namesOtherLanguage,
  otherThan,
  valuesIn,
} from './language';
import { offerStart } from './openingDialog';
import { claimsToBeKnown, isOtherLanguage, soundsWeary } from './outside';

export async function thanks(turn: Turn): Promise<After> {
  turn.say('chat.thanks', {});
  return 'resume';
}

/** Whoever leaves in the middle begins anew when they come back: nothing that was asked waits for an answer. */
export async function goodbye(turn: Turn): Promise<After> {
  const { state } = turn;
  if (state.stage === 'verifying' || state.stage === 'describingHardship' || state.stage === 'namingCollector')
    state.stage = 'open';
  turn.say('chat.goodbye', {});
  return 'stay';
}

/** An insult with no request is not answered in kind; a person is one tap away. */
export async function insulted(turn: Turn): Promise<After> {
  turn.say('chat.abuse', {}).tap('button.human', {}, 'human');
  return 'resume';
}

/** What frames a reply and is not what somebody wants to hear again. */
const frames: readonly string[] = [
  'language.changed',
  'language.offered',
  'chat.repeat',
  'chat.sameAgain',
  'chat.thanks',
];

/** Who speaks, said before the first answer, frames it; later it is itself the answer. */
const isFrame = (id: string, turnNumber: number): boolean =>
  frames.includes(id) || (id === 'opening.machine' && turnNumber <= 2);

/** Put together from words of one language, which another one cannot be made of. */
const composed: readonly string[] = ['negotiation.noted', 'budget.noted', 'hardship.budget'];

/** The last reply's lines that can be said again; one that an earlier release said with other values cannot. */
const linesToRepeat = ({ state }: Turn) =>
  state.lastSpoken.flatMap(({ id, values, wording }) =>
    isMessageId(id) &&
    !isFrame(id, state.turnNumber) &&
    Object.keys(valueKindsOf(id)).every((name) => values[name] !== undefined)
      ? [{ id, values, wording }]
      : [],
  );

/** Says the last reply once more, wholly in the language of now, with the same things to tap; false where there is none. */
function sayLastAgain(turn: Turn): boolean {
  const { taps, locale, expects, affirmMeans } = turn.state;
  const isTranslated = turn.heard.intent === 'changeLanguage';
  const lines = linesToRepeat(turn).filter(({ id }) => !isTranslated || !composed.includes(id));
  if (lines.length === 0) return false;
  for (const { id, values, wording } of lines) turn.sayAgain(id, valuesIn(turn, values), wording);
  for (const { id, values, turn: meaning } of taps)
    if (isTapId(id)) turn.addTap({ id, values, spoken: formatSaved(locale, id, values), turn: meaning });
  turn.expects = expects;
  turn.affirmMeans = affirmMeans;
  return true;
}

/** Said last was only that plans are open: what is wanted again are the plans. */
function sayPlansAgain(turn: Turn): boolean {
  const { negotiation } = turn.state;
  const onlyReminded = linesToRepeat(turn).every(({ id }) => id === 'negotiation.resume');
  const shown = negotiation?.table.filter(({ number }) => negotiation.shownNumbers.includes(number)) ?? [];
  if (!onlyReminded || shown.length === 0 || isSpared(turn)) return false;
  turn.say('chat.repeat', {});
  sayOfferLines(turn, shown);
  return true;
}

/** "How much was it you said?", when something else was said since: the sum that is owed. */
const asksSumAgain = (turn: Turn): boolean =>
  turn.customerId !== null &&
  asksHowMuch('howMuch', turn.typed) &&
  turn.timesSaid('account.summary') > 0 &&
  !turn.state.lastSpoken.some(({ values }) => Object.keys(values).length > 0);

export async function repeat(turn: Turn): Promise<After> {
  if (asksSumAgain(turn)) return { takeUp: { ...certainTurn('account.balance'), language: turn.heard.language } };
  if (sayPlansAgain(turn)) return 'resume';
  if (linesToRepeat(turn).length === 0) {
    turn.say('chat.nothingToRepeat', {});
    offerStart(turn);
    return 'stay';
  }
  turn.say('chat.repeat', {});
  sayLastAgain(turn);
  return 'stay';
}

function sayLanguages(turn: Turn): After {
  turn.say('chat.languages', {}).tap('button.otherLanguage', {}, 'changeLanguage').tap('button.human', {}, 'human');
  return 'resume';
}

/** The language that was named; what was said last in another one is said again in it. */
export async function changeLanguage(turn: Turn): Promise<After> {
  const before = turn.state.locale;
  const { text } = turn.input;
  const asksForNone = asksWhichLanguages(text) || excusesOwnLanguage(text, turn.heard.language);
  if (namesOtherLanguage(text) || asksForNone) return sayLanguages(turn);
  // "换回来吧", in a talk in English: the words are already in the language that is wished for.
  turn.state.locale = languageNamed(turn.input.text) ?? (turn.followedLanguage ? before : otherThan(before));
  if (turn.followedLanguage) turn.keepOnly((id) => id !== 'language.offered');
  turn.say('language.changed', {});
  if (turn.state.locale === before) return 'resume';
  if (!sayLastAgain(turn)) offerStart(turn);
  return 'stay';
}

/** Something else entirely: said kindly, in other words the second time, and with a person the third time. */
export async function outOfScope(turn: Turn): Promise<After> {
  if (turn.heard.signals.includes('promptInjection')) turn.audit('promptInjection', {}, { changed: false });
  if (isOtherLanguage(turn.input.text) || namesOtherLanguage(turn.input.text)) return sayLanguages(turn);
  if (turn.customerId === null && claimsToBeKnown(turn.input.text)) {
    turn.say('chat.noShortcut', {}).tap('button.verify', {}, 'account.balance').tap('button.human', {}, 'human');
    return 'resume';
  }
  if (soundsWeary(turn.input.text)) {
    turn.say('chat.weary', { lifeline: turn.services.bank.lines.lifeline }).tap('button.human', {}, 'human');
    return 'resume';
  }
  const times = turn.timesSaid('outOfScope.first') + turn.timesSaid('outOfScope.second');
  if (times === 0) turn.say('outOfScope.first', {});
  else if (times === 1) turn.say('outOfScope.second', {});
  else turn.say('outOfScope.third', {});
  if (turn.state.stage === 'open') offerStart(turn);
  else if (times > 0) turn.tap('button.human', {}, 'human');
  return 'resume';
}
