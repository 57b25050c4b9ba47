// daily: which days of the bank's calendar are done, what each brought, and which are due.
import type { DailyList } from '../../contract/daily';
import { type Handle, ok } from '../frame/call';

/** The daily job, as the console sees it. */
export interface DailyView {
  standing(shownMax: number): Promise<DailyList>;
}

const shownMax = 14;

export const dailyHandlers = ({ daily }: { readonly daily: DailyView }) =>
  ({
    daily: async () => ok((await daily.standing(shownMax)) satisfies DailyList),
  }) satisfies Readonly<Record<string, Handle>>;
