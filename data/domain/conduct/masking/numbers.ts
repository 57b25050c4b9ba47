// Finds card, identity and phone numbers however they are written: full width, in Chinese or English words, with any mark or
// filler word between the groups. Amounts, dates and hours stay readable: colleagues need them.
import { anyOf, anyWordOf, maskingWords } from './maskingWords';

const { digits, betweenDigits } = maskingWords;
const word = anyWordOf(digits['en-US']);
const digit = `(?:\\p{Nd}|[${digits['zh-CN']}]|${word})`;
/** Marks, blanks and invisible characters; also the frames of keycap digits. */
const gap = '[\\p{P}\\p{S}\\p{Z}\\p{M}\\p{C}]{0,8}';
const filler = `(?:${anyOf(betweenDigits['zh-CN'])}|${anyWordOf(betweenDigits['en-US'])})`;

/** From seven digits on it can be a phone number, or the endings of card and ID together. */
const run = new RegExp(`${digit}(?:${gap}${digit}){6,}[Xx]?`, 'giu');
/** With words between the groups it takes more: "5,000 then 600" is two amounts. */
const spokenRun = new RegExp(`${digit}(?:${gap}(?:${filler}${gap}){0,2}${digit}){9,}[Xx]?`, 'giu');

const amount = /^(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,6})(?:\.\d{1,2})?$/;
const date = /^20(?:1[5-9]|[2-9]\d)([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])$/;
const hours = /^\d{1,2}:\d{2} ?[-~–] ?\d{1,2}:\d{2}$/;
const isPlainFigure = (text: string): boolean => amount.test(text) || date.test(text) || hours.test(text);

/** "20,000, 15 months": two figures with a comma between, and no number of one thing. Two groups of four are endings. */
function areSeparateFigures(text: string): boolean {
  const figures = text.split(/\s*[，、;；。!?！？\n]\s*|,\s+|,(?!\d{3}(?!\d))/);
  const digitCount = text.replace(/\.\d{1,2}(?!\d)|\D/g, '').length;
  return (
    figures.length === 2 &&
    digitCount < 10 &&
    figures.every(isPlainFigure) &&
    !figures.every((figure) => /^\d{4}$/.test(figure))
  );
}

const stars = (text: string): string => '*'.repeat(Math.min(text.length, 20));
const keepFigures = (text: string): string => (isPlainFigure(text) || areSeparateFigures(text) ? text : stars(text));

export const maskNumbers = (text: string): string => text.replace(spokenRun, keepFigures).replace(run, keepFigures);

const spokenDigits = new RegExp(
  `(?:[${digits['zh-CN']}]|${word})(?:${gap}(?:[${digits['zh-CN']}]|${word})){2,}`,
  'giu',
);

/** No digit is kept, in figures or in words. */
export const maskEveryDigit = (text: string): string => text.replace(/\p{Nd}[Xx]?/gu, '*').replace(spokenDigits, stars);
