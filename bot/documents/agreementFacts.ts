// Everything that an agreement document prints: the contents that Art. 70 of the credit-card rules asks for, and no more.

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

/** Puts values into a text; a name that the text has and the values lack is a mistake of ours. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`agreement text needs "${name}"`);
    return String(value);
  });
}
