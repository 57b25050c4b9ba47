// "Is the minimum enough to stop the calls?": what is asked of the end of contact is a question, and no wish that it end.

import { type Act, certainTurn } from '../../../data/domain/customer/customerTurn';
import { actsOf, turnOfAct } from '../../talk/acts/steps';
import { oneWriting } from '../../talk/acts/wordPatterns';
import type { Turn } from '../../talk/turn';
import { contactWords as words } from './contactWords';

const asksWhetherItEnds = (text: string): boolean => words.asksWhetherItEnds.test(oneWriting(text));

/** Hears such a question as one: beside another question it is part of that; alone it is one about contact. */
export function hearContactAsked(turn: Turn): void {
  const { heard, typed } = turn;
  if (turn.isTap || !asksWhetherItEnds(typed)) return;
  const acts = actsOf(heard);
  const others = acts.filter(({ intent }) => intent !== 'contactPreference');
  const [first] = others;
  if (others.length === acts.length) return;
  const asked: Act = { intent: 'ask.collectionContact', slots: {}, span: [0, typed.length], confidence: 1 };
  const { language, signals } = heard;
  if (first === undefined) turn.heard = { ...certainTurn(asked.intent), language, signals };
  else turn.heard = others.length === 1 ? turnOfAct(heard, first) : { ...heard, intent: first.intent, acts: others };
}
