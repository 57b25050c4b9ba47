// Counts of tries to show who one is: each try counts before it is answered, and a right one is taken back.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { type Instant, instantSchema } from '../calendar/instant';
import type { TryLimit } from './verificationRules';

/** Tries under one key: of a conversation, a user, an address, a card ending, or of the whole bank. */
export const identityTriesSchema = z.object({
  key: z.string().min(1),
  /** The day (UTC) of the latest try: records of earlier days than the longest window are forgotten. */
  day: calendarDateSchema,
  windows: z.array(z.object({ minutes: z.number().int(), startedAt: instantSchema, count: z.number().int() })),
});
export type IdentityTries = z.infer<typeof identityTriesSchema>;

export interface Counted {
  readonly record: IdentityTries;
  /** True when this try was one too many. */
  readonly isOver: boolean;
  /** True for the one try by which a limit is first passed. */
  readonly passedNow: boolean;
  /** Tries left after this one. */
  readonly left: number;
  /** When there is a try again; null while some are left. */
  readonly freeAt: Instant | null;
}

/**
 * Counts one try at `now`. A try over a limit is not counted on: whoever waits long enough may try again, and the count is
 * bounded. A window begins with its first try.
 */
export function countTry(
  before: IdentityTries | undefined,
  key: string,
  limits: readonly TryLimit[],
  now: Instant,
): Counted {
  const counted = limits.map(({ count: most, minutes }) => {
    const known = before?.windows.find((one) => one.minutes === minutes);
    const isOpen = known !== undefined && Date.parse(now) < Date.parse(known.startedAt) + minutes * 60_000;
    const { startedAt, count } = isOpen ? known : { startedAt: now, count: 0 };
    const freeAt = new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();
    return { before: count, most, freeAt, window: { minutes, startedAt, count: Math.min(count + 1, most + 1) } };
  });
  const full = counted.filter(({ window, most }) => window.count >= most).map(({ freeAt }) => freeAt);
  return {
    record: { key, day: now.slice(0, 10), windows: counted.map(({ window }) => window) },
    isOver: counted.some((one) => one.before >= one.most),
    passedNow: counted.some((one) => one.before === one.most),
    left: Math.max(0, Math.min(...counted.map(({ window, most }) => most - window.count))),
    freeAt: full.toSorted().at(-1) ?? null,
  };
}

/** Whether one more try would be too many now; counts nothing. */
export const isUsedUp = (record: IdentityTries | undefined, limits: readonly TryLimit[], now: Instant): boolean =>
  countTry(record, '', limits, now).isOver;

/** Takes back one try that turned out right: it was no guess. */
export const takeBackTry = (record: IdentityTries): IdentityTries => ({
  ...record,
  windows: record.windows.map((window) => ({ ...window, count: Math.max(0, window.count - 1) })),
});

/** Who tries, as far as a channel tells. */
export interface Tryer {
  readonly conversation: string;
  readonly user: string;
  /** The network address, where the channel is our own; null elsewhere. */
  readonly address: string | null;
}

/** What a try may be answered with: nothing for a while, or a check, with a code besides where guessing is going on. */
export type TryVerdict =
  | { readonly kind: 'wait'; readonly until: Instant }
  | {
      readonly kind: 'answer';
      /** Guessing goes on: the endings alone prove nothing, and a one-time code is asked for besides. */
      readonly codeToo: boolean;
      /** Tries that this person has left after this one. */
      readonly left: number;
      /** When there is a try again, once none is left. */
      readonly freeAt: Instant;
      /** Keys under which it was counted: handed back once the try has turned out right. */
      readonly counted: readonly string[];
      /** This is the try by which the whole bank's limit was passed: staff are to be told. */
      readonly alarm: boolean;
    };
