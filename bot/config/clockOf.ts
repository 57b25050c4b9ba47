// The clock of the configuration: the machine's, or one that stands still.
import type { Instant } from '../../data/domain/calendar/instant';
import type { Config } from './config';

export const clockOf =
  ({ fixedNow }: Pick<Config, 'fixedNow'>): (() => Instant) =>
  () =>
    fixedNow ?? new Date().toISOString();
