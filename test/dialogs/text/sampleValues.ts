// Sample values for every message, each value of a message a different one, so that swapped places show in the golden files.
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { formatSaved, type Spoken } from '../../../dialogs/text/formatMessage';
import { type MessageId, valueKindsOf, wordingsOf } from '../../../dialogs/text/messages';
import type { ValueKind } from '../../../dialogs/text/valueKinds';

/** What each kind shows: the first value of a message that has this kind takes the first sample, and so on. */
type Samples = Readonly<Record<ValueKind, readonly (string | number)[]>>;

export const plainSamples: Samples = {
  money: [2643120, 2000000, 493120, 150000, 58972],
  saidMoney: [30000, 47966, 17966],
  date: ['2026-12-16', '2030-11-16'],
  rate: [0.034, 0.0345],
  count: [48, 36, 24],
  day: [16, 23],
  tail: ['6688'],
  name: ['…'],
  approved: ['(…)', '(……)'],
};
/** One of each thing, the last day of the month, whole amounts. */
export const singleSamples: Samples = { ...plainSamples, money: [100], saidMoney: [100], count: [1], day: ['last'] };
/** None of each thing. */
export const zeroSamples: Samples = { ...plainSamples, money: [0], saidMoney: [0], count: [0], day: [1], rate: [0] };
export const allSamples: readonly Samples[] = [plainSamples, singleSamples, zeroSamples];

const names: Readonly<Record<string, string>> = {
  hotline: '400-000-6688',
  caseNumber: 'CS-7F3K-20',
  agreementNumber: 'AG-7F3K-20',
  lifeline: '12356',
  assistance: '12345',
  medical: '120',
  police: '110',
  regulator: '12378',
  centralBank: '12363',
  phone: '400-000-7701',
  opens: '09:00',
  ending: '2222',
  from: '08:00',
  until: '22:00',
  link: 'http://localhost:3978/documents/AG-7F3K-20',
  reference: '6688-A1',
  code: '482913',
  policyVersion: '2026-11-01',
};
const localNames: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { bankName: '澄江银行信用卡中心', agency: '明岚资产服务有限公司' },
  'en-US': { bankName: 'Chengjiang Bank Card Centre', agency: 'Minglan Asset Services Ltd' },
};

function valuesOf(locale: Locale, id: MessageId, samples: Samples): Record<string, unknown> {
  const seen = new Map<ValueKind, number>();
  return Object.fromEntries(
    Object.entries(valueKindsOf(id)).map(([name, kind]) => {
      const place = seen.get(kind) ?? 0;
      seen.set(kind, place + 1);
      const sample = samples[kind][Math.min(place, samples[kind].length - 1)];
      return [name, kind === 'name' ? (names[name] ?? localNames[locale][name] ?? sample) : sample];
    }),
  );
}

export const rendered = (locale: Locale, id: MessageId, samples = plainSamples, timesSaidBefore = 0): Spoken =>
  formatSaved(locale, id, valuesOf(locale, id, samples), timesSaidBefore);

/** Every wording of a message, rendered, in the order in which a conversation hears them. */
export const renderedWordings = (locale: Locale, id: MessageId, samples = plainSamples): readonly Spoken[] =>
  wordingsOf(locale, id).map((_, before) => rendered(locale, id, samples, before));
