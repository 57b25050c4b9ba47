// What a plan comes to further on, before signing and after: what is left after some instalments, paying more, who is paid,
// what can still change, and what a lost job would mean.
import { z } from 'zod';
import type { ArrangementRecord } from '../../../../data/domain/arrangement/arrangementRecord';
import { instalmentSchedule } from '../../../../data/domain/offer/instalmentSchedule';
import { ownWords } from '../../../talk/acts/ownWords';
import { inBothLanguages, oneWriting } from '../../../talk/acts/wordPatterns';
import type { Turn } from '../../../talk/turn';
import { monthsIn } from '../../../understanding/quantities/datesIn';
import type { NamedOffer } from './offerAspects';
import words from './suppositions.json';

const both = inBothLanguages();
const { supposed, lifeEvent } = z.strictObject({ supposed: both, lifeEvent: both }).parse(words);

/** "What if I lose my job?", "万一还不上": supposed, and no news of anybody's life. */
export const isSupposed = ({ typed, state }: Turn): boolean => supposed[state.locale].test(oneWriting(typed));

/** Supposes that work, health or income is lost, and not only that an instalment is late. */
export const supposesLifeEvent = (turn: Turn): boolean =>
  isSupposed(turn) && lifeEvent[turn.state.locale].test(oneWriting(turn.typed));

/** How many instalments the question counts; the first year where it names none. */
const instalmentsNamed = (turn: Turn, most: number): number =>
  Math.min(monthsIn(ownWords(turn), turn.today)[0] ?? 12, most);

/** What of each plan is left once so many instalments are paid. */
export function sayLeftAfter(turn: Turn, offers: readonly NamedOffer[]): void {
  for (const { offer, name } of offers) {
    const paid = instalmentsNamed(turn, offer.instalmentCount);
    const rest = instalmentSchedule(offer).slice(paid);
    const remaining = rest.reduce((sum, { paymentFen }) => sum + paymentFen, 0);
    turn.say('offer.leftAfter', { offer: name, paid, remaining, left: rest.length });
  }
}

/** The same of a signed arrangement: the next instalments that are not paid yet. */
export function sayLeftOfSigned(turn: Turn, { schedule }: ArrangementRecord, name: string): void {
  const open = schedule.filter(({ number, status }) => number > 0 && status !== 'paid');
  const paid = instalmentsNamed(turn, open.length);
  const rest = open.slice(paid);
  const remaining = rest.reduce((sum, { paymentFen, paidFen }) => sum + paymentFen - paidFen, 0);
  turn.say('offer.leftAfter', { offer: name, paid, remaining, left: rest.length });
}
