// Open: says that this is a machine, what it can do, that a person is one word away, and that there are two languages.
import type { Intent } from '../../../data/domain/customer/customerTurn';
import { casesAt } from '../../talk/matters';
import type { After, Turn } from '../../talk/turn';
import { handOff } from '../people/handoffDialog';

/** The first thing that is tapped most. */
export function offerStart(turn: Turn): void {
  turn
    .tap('button.consequences', {}, 'ask.consequences')
    .tap('button.plan', {}, 'negotiate.start')
    .tap('button.balance', {}, 'account.balance')
    .tap('button.human', {}, 'human')
    .tap('button.otherLanguage', {}, 'changeLanguage');
}

/** These introduce themselves, or must be answered with nothing about a bank and a card (promise P2). */
const introducedOtherwise: readonly Intent[] = ['greeting', 'help', 'changeLanguage', 'thirdParty'];

/** Where no hello came before the first wish, the first answer says that it is a machine (AI labelling rules). */
export function introduce(turn: Turn): void {
  if (turn.state.greeted || turn.state.stage !== 'open' || introducedOtherwise.includes(turn.heard.intent)) return;
  turn.state.greeted = true;
  turn.say('opening.machine', { bankName: turn.services.bank.name[turn.state.locale] });
}

/** What most people do next with an account of their own. */
export function offerNext(turn: Turn): void {
  turn
    .tap('button.plan', {}, 'negotiate.start')
    .tap('button.repay', {}, 'ask.howToRepay')
    .tap('button.human', {}, 'human');
}

/** Greets once; a second hello in the same conversation is answered shortly. */
export async function greet(turn: Turn): Promise<After> {
  const bankName = turn.services.bank.name[turn.state.locale];
  const underWay = turn.state.stage !== 'open';
  if (turn.state.greeted) turn.say('opening.again', {});
  else turn.say('opening.hello', { bankName });
  turn.state.greeted = true;
  if (!underWay) offerStart(turn);
  return 'resume';
}

export async function help(turn: Turn): Promise<After> {
  turn.state.greeted = true;
  turn.say('opening.machine', { bankName: turn.services.bank.name[turn.state.locale] });
  turn.say('help.what', {});
  if (turn.state.stage === 'open') offerStart(turn);
  return 'resume';
}

/** "Yes, open it", right after it was opened: under which number it is, and by when it is answered. */
async function sayOpened(turn: Turn): Promise<boolean> {
  const number = turn.state.lastSpoken.map(({ values }) => values.caseNumber).find((value) => value !== undefined);
  const opened = number === undefined ? undefined : (await casesAt(turn)).find((one) => one.caseNumber === number);
  if (turn.heard.intent !== 'affirm' || opened === undefined || opened.status === 'closed') return false;
  turn.say('case.underWay', { caseNumber: opened.caseNumber, dueOn: opened.dueOn });
  return true;
}

/** "对", right after a wish about contact was said back: it was understood, and nothing else is to be done. */
const agreesToNoted = (turn: Turn): boolean =>
  turn.heard.intent === 'affirm' && turn.wasJustSpokenOf(/^contact\.|^undo\.contactStop$/);

/** A yes or a no that answers nothing: asks what is wanted, and the third time offers a person. */
export async function yesToNothing(turn: Turn): Promise<After> {
  if (await sayOpened(turn)) return 'resume';
  if (agreesToNoted(turn)) {
    turn.say('chat.asNoted', {});
    return 'resume';
  }
  turn.say('chat.affirmWhat', {});
  offerStart(turn);
  if (turn.timesSaid('chat.affirmWhat') > 2) await handOff(turn, 'person');
  return 'stay';
}

/** A no that answers nothing: what was under way is let go. */
export async function noToNothing(turn: Turn): Promise<After> {
  return turn.state.stage === 'open' ? yesToNothing(turn) : 'resume';
}

export async function cancelled(turn: Turn): Promise<After> {
  turn.state.stage = 'open';
  turn.state.waitingTurn = null;
  turn.say('chat.cancelled', {});
  offerStart(turn);
  return 'stay';
}
