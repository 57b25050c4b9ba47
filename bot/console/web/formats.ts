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
  /** An instant, to the minute, in this browser's time zone. */
  time(instant: string): string;
  /** Only the clock of an instant, for messages of today. */
  clock(instant: string): string;
  /** Seconds as "3 min" or "2 h 5 min". */
  duration(seconds: number): string;
}

export function formatsOf(language: Language): Formats {
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
  const pad = (value: number) => String(value).padStart(2, '0');
  const clockOf = (date: Date) => `${pad(date.getHours())}:${pad(date.getMinutes())}`;
  return {
    money: (fen) => money.format(fen / 100),
    wholeMoney: (fen) => whole.format(fen / 100),
    percent: (share, decimals = 1) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: decimals }).format(share),
    number: (value, decimals = 0) => new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value),
    time(instant) {
      const date = new Date(instant);
      if (Number.isNaN(date.getTime())) return instant;
      return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${clockOf(date)}`;
    },
    clock: (instant) => clockOf(new Date(instant)),
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
