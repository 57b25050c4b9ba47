// Everything that an agreement document prints: the contents that Art. 70 of the credit-card rules asks for, and no more.

import IntlMessageFormat from 'intl-messageformat';
import type { ArrangementRecord } from '../../data/domain/arrangement/arrangement';
import type { BankProfile } from '../../data/domain/bank/bankProfile';
import type { Locale } from '../../data/domain/customer/customerTurn';
import english from './agreementText.en-US.json';
import chinese from './agreementText.zh-CN.json';

export interface AgreementFacts {
  /** As signed; what changed afterwards is not part of the document. */
  readonly record: ArrangementRecord;
  readonly bank: BankProfile;
}

export type AgreementText = typeof chinese;
// The annotation is the check: a language that lacks a text does not compile.
const texts: Record<Locale, AgreementText> = { 'zh-CN': chinese, 'en-US': english };

export const agreementText = (locale: Locale): AgreementText => texts[locale];

const formats = new Map<string, IntlMessageFormat>();

/** Puts values into a text (ICU MessageFormat); a name that the text has and the values lack is an error. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  const format = formats.get(template) ?? new IntlMessageFormat(template, 'en-US', undefined, { ignoreTag: true });
  formats.set(template, format);
  return String(format.format(values));
}
