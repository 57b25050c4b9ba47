// What was understood of the customer's means and wishes, said back before it is acted on (R5): only what this message changed.

import type { Slots } from '../../../data/domain/customer/customerTurn';
import { yuanToFen } from '../../../data/domain/money/money';
import { statedFigure } from '../../../data/domain/negotiation/hear/capacity';
import type { NegotiationFacts } from '../../../data/domain/negotiation/negotiation';
import type { Turn } from '../../talk/turn';

const isNew = (before: unknown, after: unknown): boolean => JSON.stringify(before) !== JSON.stringify(after);

/** "200 a week, which is 866.67 a month"; null for a monthly figure. */
function often(turn: Turn, { frequency, statedAmount, monthlyAmount }: Slots): string | null {
  const stated = statedAmount?.max ?? statedAmount?.min;
  const monthly = monthlyAmount?.max ?? monthlyAmount?.min;
  if (frequency === undefined || frequency === 'month' || stated === undefined || monthly === undefined) return null;
  return turn.words('negotiation.noted.often', {
    every: frequency,
    stated: yuanToFen(stated),
    amount: yuanToFen(monthly),
  });
}

function monthly(turn: Turn, { statedMonthly }: NegotiationFacts): string[] {
  const converted = often(turn, turn.heard.slots);
  if (converted !== null) return [converted];
  const min = statedMonthly?.minFen ?? null;
  const max = statedMonthly?.maxFen ?? null;
  if (min !== null && max !== null && min !== max) return [turn.words('negotiation.noted.range', { min, max })];
  const amount = max ?? min;
  return amount === null ? [] : [turn.words('negotiation.noted.figure', { amount })];
}

/** What can be paid a month as it was said, in words; null where no figure was. */
export const capacitySaid = (turn: Turn, facts: NegotiationFacts): string | null => monthly(turn, facts)[0] ?? null;

/** "Noted: 700 to 800 a month, paid on the 15th." Nothing where the message changed nothing. */
export function sayNoted(turn: Turn, before: NegotiationFacts | null, after: NegotiationFacts): void {
  const states = (name: keyof NegotiationFacts) => isNew(before?.[name] ?? null, after[name]);
  const parts: string[] = [];
  const start = statedFigure(after.lumpSum);
  if (start !== null && start > 0 && states('lumpSum'))
    parts.push(turn.words('negotiation.noted.start', { amount: start }));
  if (after.noDownPayment && before?.noDownPayment !== true) parts.push(turn.words('negotiation.noted.noStart', {}));
  if (states('statedMonthly') || turn.heard.slots.monthlyAmount !== undefined) parts.push(...monthly(turn, after));
  if (after.startDate !== null && states('startDate'))
    parts.push(turn.words('negotiation.noted.from', { date: after.startDate }));
  if (after.payday !== null && (states('payday') || turn.heard.slots.payday !== undefined))
    parts.push(turn.words('negotiation.noted.payday', { payday: after.payday }));
  if (after.dueDay !== null && states('dueDay'))
    parts.push(turn.words('negotiation.noted.dueDay', { day: after.dueDay }));
  if (parts.length === 0) return;
  turn.say('negotiation.noted', { capacity: parts.join(turn.words('negotiation.noted.and', {})) });
}
