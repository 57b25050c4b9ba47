// "Is the minimum enough to stop the calls?": what is asked of the end of contact is a question, and no wish that it end.

import { certainTurn } from '../../../data/domain/customer/customerTurn';
import { withoutActs } from '../../talk/acts/steps';
import { oneWriting } from '../../talk/acts/wordPatterns';
import type { Turn } from '../../talk/turn';
import { contactWords as words } from './contactWords';

const asksWhetherItEnds = (text: string): boolean => words.asksWhetherItEnds.test(oneWriting(text));

/** Hears such a question as one: beside another question it is part of that; alone it is one about contact. */
export function hearContactAsked(turn: Turn): void {
  const { heard, typed } = turn;
  if (turn.isTap || !asksWhetherItEnds(typed)) return;
  const { language, signals } = heard;
  const question = { ...certainTurn('ask.collectionContact'), language, signals };
  turn.heard = withoutActs(heard, ({ intent }) => intent === 'contactPreference') ?? question;
}
