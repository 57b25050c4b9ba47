// Money, shares, days and times as each language writes them.
import { type Language, translate } from './text';

export interface Formats {
  /** Fen as yuan with two decimals: ¥20,000.00. */
  money(fen: number): string;
  /** Fen as whole yuan, for charts and tiles. */
  wholeMoney(fen: number): string;
  /** A share 0-1 as a percentage. */
  percent(share: number, decimals?: number): string;
  number(value: number, decimals?: number): string;
  /** An instant, to the minute, in the bank's time zone. */
  time(instant: string): string;
  /** Only the clock of an instant, for messages of today. */
  clock(instant: string): string;
  /** Seconds as "3 min" or "2 h 5 min". */
  duration(seconds: number): string;
}

/** `timeZone` (IANA name) is the bank's; null while nobody has signed in, when no time is shown. */
export function formatsOf(language: Language, timeZone: string | null): Formats {
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  });
  const whole = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  // Sweden writes 2026-12-16 09:00, as the whole console does in both languages.
  const minute = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    ...(timeZone === null ? {} : { timeZone }),
  });
  const timeOf = (instant: string): string => {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? instant : minute.format(date);
  };
  return {
    money: (fen) => money.format(fen / 100),
    wholeMoney: (fen) => whole.format(fen / 100),
    percent: (share, decimals = 1) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: decimals }).format(share),
    number: (value, decimals = 0) => new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value),
    time: timeOf,
    clock: (instant) => timeOf(instant).slice(-5),
    duration(seconds) {
      const minutes = Math.floor(seconds / 60);
      if (minutes < 1) return translate(language, 'format.seconds', { count: Math.max(0, Math.round(seconds)) });
      if (minutes < 60) return translate(language, 'format.minutes', { count: minutes });
      const hours = Math.floor(minutes / 60);
      if (hours < 48) return translate(language, 'format.hours', { hours, minutes: minutes % 60 });
      return translate(language, 'format.days', { days: Math.floor(hours / 24), hours: hours % 24 });
    },
  };
}
