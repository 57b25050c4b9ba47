// The bank's own facts inside an approved answer: written as {hotline}, filled in from the bank's profile, so that they stand in
// one place.
import type { BankProfile } from '../domain/bank/bankProfile';

const facts: Readonly<Record<string, (bank: BankProfile) => string>> = {
  hotline: ({ hotline }) => hotline,
  opens: ({ officeHours }) => officeHours.opens,
  closes: ({ officeHours }) => officeHours.closes,
  regulator: ({ lines }) => lines.regulator,
  centralBank: ({ lines }) => lines.centralBank,
  lifeline: ({ lines }) => lines.lifeline,
  medical: ({ lines }) => lines.medical,
  emergency: ({ lines }) => lines.police,
};

const place = /\{([^{}]*)\}/g;

/** Names in braces that are no fact of the bank. */
export const unknownFacts = (text: string): readonly string[] =>
  [...text.matchAll(place)].flatMap(([, name = '']) => (Object.hasOwn(facts, name) ? [] : [name]));

/** The text with the bank's facts in it. */
export const withBankFacts = (text: string, bank: BankProfile): string =>
  text.replace(place, (whole, name: string) => (Object.hasOwn(facts, name) ? (facts[name]?.(bank) ?? whole) : whole));
