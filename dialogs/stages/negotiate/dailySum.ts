// "20 a day": no plan is paid by the day, so the sum is said by the month and asked about before anything is made of it.
import { z } from 'zod';
import { certainTurn, exactYuan, type Intent } from '../../../data/domain/customer/customerTurn';
import { type Fen, yuanToFen } from '../../../data/domain/money/money';
import { inBothLanguages } from '../../talk/acts/wordPatterns';
import type { After, Turn } from '../../talk/turn';
import { amountsIn } from '../../understanding/quantities/datesIn';
import shipped from './dailySum.json';

const both = inBothLanguages();
const words = z.strictObject({ aDay: both, grows: both }).parse(shipped);

const daysAMonth = 30;
/** A sum by the day that anybody could mean to pay, in yuan. */
const mostADay = 2000;

const mayBeOffer: readonly Intent[] = ['negotiate.terms', 'negotiate.start', 'outOfScope', 'ask.partialPayment'];

/** What is offered by the day, in fen; undefined where nothing is, or where it was understood by the month. */
function dailySum({ heard, typed, today, customerId, state }: Turn): Fen | undefined {
  const { slots, intent } = heard;
  const isRead = slots.monthlyAmount !== undefined || slots.lumpSum !== undefined || slots.frequency !== undefined;
  if (customerId === null || isRead || !mayBeOffer.includes(intent)) return undefined;
  if (!words.aDay[state.locale].test(typed) || words.grows[state.locale].test(typed)) return undefined;
  const [only, ...others] = amountsIn(typed, today);
  return only === undefined || others.length > 0 || only > mostADay ? undefined : yuanToFen(only);
}

export const offersByTheDay = (turn: Turn): boolean => dailySum(turn) !== undefined;

export function askByTheMonth(turn: Turn): After {
  const daily = dailySum(turn);
  if (daily === undefined) return 'resume';
  const monthly = daily * daysAMonth;
  const slots = { monthlyAmount: exactYuan(monthly) };
  turn.say('meant.daily', { daily, monthly });
  turn.tap('button.yes', {}, 'negotiate.terms', slots).tap('button.no', {}, 'deny').tap('button.human', {}, 'human');
  turn.affirmMeans = certainTurn('negotiate.terms', slots);
  turn.expects = 'monthlyAmount';
  return 'stay';
}
