// Understanding for tests of the bot's plumbing: a few words, read the same way every time.
import { type CustomerTurn, certainTurn, type Intent, type Slots } from '../../../data/domain/customer/customerTurn';

const table: readonly (readonly [RegExp, Intent])[] = [
  [/转人工|person/i, 'human'],
  [/不想活/, 'vulnerable'],
  [/找错人|wrong person/i, 'thirdParty'],
  [/已经还清|paid it already/, 'alreadyPaid'],
  [/住院了|in hospital/, 'hardship'],
  [/^(选|Choose )\d/, 'negotiate.accept'],
  [/欠多少|balance/i, 'account.balance'],
  [/会怎么样|what happens/i, 'ask.consequences'],
  [/分期|plan/i, 'negotiate.start'],
  [/^(确认|confirm)$/i, 'affirm'],
  [/英文|English|中文/i, 'changeLanguage'],
  [/你好|hello/i, 'greeting'],
];

function slotsOf(text: string, intent: Intent): Slots {
  const figure = Number(/\d+/.exec(text)?.[0] ?? Number.NaN);
  if (intent === 'negotiate.accept') return { offerNumber: figure };
  return intent === 'negotiate.terms' ? { monthlyAmount: { max: figure } } : {};
}

export function plainUnderstanding(text: string): CustomerTurn {
  const intent =
    table.find(([pattern]) => pattern.test(text))?.[1] ?? (/\d{3}/.test(text) ? 'negotiate.terms' : 'outOfScope');
  return certainTurn(intent, slotsOf(text, intent));
}
