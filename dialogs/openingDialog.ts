// Open: says that this is a machine, what it can do, that a person is one word away, and that there are two languages.
import type { Turn } from './turn';

/** The first thing that is tapped most. */
export function offerStart(turn: Turn): void {
  turn
    .tap('button.consequences', {}, 'ask.consequences')
    .tap('button.plan', {}, 'negotiate.start')
    .tap('button.balance', {}, 'account.balance')
    .tap('button.human', {}, 'human')
    .tap('button.otherLanguage', {}, 'changeLanguage');
}

/** Greets once; a second hello in the same conversation is answered shortly. */
export function greet(turn: Turn): void {
  const bankName = turn.services.bank.name[turn.state.locale];
  if (turn.state.greeted) turn.say('opening.again', {});
  else turn.say('opening.hello', { bankName });
  turn.state.greeted = true;
  offerStart(turn);
}

export function help(turn: Turn): void {
  turn.say('help.what', {});
  offerStart(turn);
}
