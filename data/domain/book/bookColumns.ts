// The columns of the bank's book files, and how one cell is read: a value, or the problem with it.
import { type AccountFlag, accountFlagSchema } from '../account/account';
import { calendarDateSchema } from '../calendar/calendar';
import { localeSchema } from '../customer/customerTurn';
import { type Fen, fenSchema, yuanToFen } from '../money/money';
import { type ReliefReason, reliefReasonSchema } from '../offer/reliefReason';

/** What is wrong with a cell; the importer says it in words. */
export type CellProblem =
  | 'missing'
  | 'notText'
  | 'spreadsheetNumber'
  | 'spreadsheetError'
  | 'notAnAmount'
  | 'notADate'
  | 'notANumber'
  | 'outOfRange'
  | 'notFourDigits'
  | 'notAnIdTail'
  | 'notALocale'
  | 'notAFlag'
  | 'notAReason'
  | 'notANumberOfPhone'
  | 'inFuture';

export type Cell<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: CellProblem };
export type Reader<T> = (text: string) => Cell<T>;

const value = <T>(read: T): Cell<T> => ({ ok: true, value: read });
const problem = (found: CellProblem): { readonly ok: false; readonly problem: CellProblem } => ({
  ok: false,
  problem: found,
});

/** What a spreadsheet writes where it could not work a value out, and a formula instead of its value. */
const spreadsheetError = /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|NUM!|DIV\/0!|NULL!|SPILL!)|#{3,}|=.*)$/i;

/** Control characters and very long cells are never an id or a name. */
export const textCell: Reader<string> = (text) => {
  if (spreadsheetError.test(text)) return problem('spreadsheetError');
  return text.length <= 100 && !/\p{Cc}/u.test(text) ? value(text) : problem('notText');
};

/** 6.22588E+15, 6225881234567890.0 and 6,225,881: an id that a spreadsheet took for a number and wrote anew. */
const writtenAsNumber = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$|^\d+[.,]0+$|^\d{1,3}(?:,\d{3})+$/i;

/** An id, kept letter by letter: one whose digits a spreadsheet has lost would be another account. */
export const idCell: Reader<string> = (text) =>
  writtenAsNumber.test(text.normalize('NFKC')) ? problem('spreadsheetNumber') : textCell(text);

const amount = /^(?:\d{1,10}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,2})?$/;

/** Yuan with at most two decimals, thousands separated or not: 26431.2 or 26,431.20. */
export const yuanCell: Reader<Fen> = (text) => {
  if (!amount.test(text)) return problem('notAnAmount');
  const fen = yuanToFen(Number(text.replaceAll(',', '')));
  return fenSchema.safeParse(fen).success ? value(fen) : problem('outOfRange');
};

/** An amount that is below zero where money was taken back. */
export const signedCell =
  (read: Reader<Fen>): Reader<Fen> =>
  (text) => {
    const sign = /^[-\u2212]/.test(text) ? -1 : 1;
    const cell = read(sign < 0 ? text.slice(1).trim() : text);
    return cell.ok ? value(sign * cell.value) : cell;
  };

export const fenCell: Reader<Fen> = (text) => {
  if (!/^\d{1,13}$/.test(text)) return problem('notAnAmount');
  return fenSchema.safeParse(Number(text)).success ? value(Number(text)) : problem('outOfRange');
};

export const dateCell: Reader<string> = (text) =>
  calendarDateSchema.safeParse(text).success ? value(text) : problem('notADate');

export const countCell =
  (min: number, max: number): Reader<number> =>
  (text) => {
    if (!/^\d{1,6}$/.test(text)) return problem('notANumber');
    return Number(text) >= min && Number(text) <= max ? value(Number(text)) : problem('outOfRange');
  };

/** A share such as 0.0005 a day. */
export const rateCell =
  (max: number): Reader<number> =>
  (text) => {
    if (!/^\d(?:\.\d{1,8})?$/.test(text)) return problem('notANumber');
    return Number(text) <= max ? value(Number(text)) : problem('outOfRange');
  };

export const cardTailCell: Reader<string> = (text) => (/^\d{4}$/.test(text) ? value(text) : problem('notFourDigits'));
export const idTailCell: Reader<string> = (text) =>
  /^\d{3}[\dXx]$/.test(text) ? value(text.toUpperCase()) : problem('notAnIdTail');
export const phoneCell: Reader<string> = (text) => {
  if (writtenAsNumber.test(text.normalize('NFKC'))) return problem('spreadsheetNumber');
  return /^\+?\d{7,15}$/.test(text.replace(/[ -]/g, ''))
    ? value(text.replace(/[ -]/g, ''))
    : problem('notANumberOfPhone');
};

export const localeCell: Reader<'zh-CN' | 'en-US'> = (text) => {
  const read = localeSchema.safeParse(text);
  return read.success ? value(read.data) : problem('notALocale');
};

/** Several values in one cell, separated by semicolons. */
export const listCell =
  <T>(one: Reader<T>): Reader<T[]> =>
  (text) => {
    const values: T[] = [];
    for (const part of text.split(';').map((item) => item.trim())) {
      if (part === '') continue;
      const read = one(part);
      if (!read.ok) return read;
      values.push(read.value);
    }
    return value(values);
  };

export const flagCell: Reader<AccountFlag> = (text) => {
  const read = accountFlagSchema.safeParse(text);
  return read.success ? value(read.data) : problem('notAFlag');
};

export const reliefReasonCell: Reader<ReliefReason> = (text) => {
  const read = reliefReasonSchema.safeParse(text);
  return read.success ? value(read.data) : problem('notAReason');
};
