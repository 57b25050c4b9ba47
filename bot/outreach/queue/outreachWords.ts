// The words of a message that we begin, by the way that it goes: approved, and fit for whoever else may read them there.
import type { BankProfile } from '../../../data/domain/bank/bankProfile';
import { guardBreaches } from '../../../data/domain/conduct/outboundGuard';
import type { WordRules } from '../../../data/domain/conduct/words/judgeWords';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import type { OutreachWay } from '../../../data/domain/outreach/outreachRecord';
import type { OutreachKind } from '../../../data/domain/outreach/outreachRules';
import { mayHear } from '../../../dialogs/text/audience/audience';
import { formatMessage } from '../../../dialogs/text/formatMessage';

const separator: Readonly<Record<Locale, string>> = { 'zh-CN': '', 'en-US': ' ' };

/** The words, or null where the guard does not let them leave. */
export function outreachWords(
  kind: OutreachKind,
  way: OutreachWay,
  locale: Locale,
  bank: BankProfile,
  rules: WordRules,
): string | null {
  const head = formatMessage(locale, `outreach.${kind}`, { bank: bank.name[locale] });
  const tail =
    way === 'text'
      ? formatMessage(locale, 'outreach.byText', { hotline: bank.hotline })
      : formatMessage(locale, 'outreach.byMessage', {});
  const parts = [head, tail];
  const text = parts.map((part) => part.text).join(separator[locale]);
  // Whoever holds the phone may read it: it is judged as said to somebody who is not known.
  const breaches = guardBreaches({ text, locale, party: 'unknown', parts, titles: [], otherTexts: [] }, rules, mayHear);
  return breaches.length === 0 ? text : null;
}
