// Sample values for every kind, so that each message can be rendered: one plain set, and edge sets for plural and 'last'.
import type { Locale } from '../../../data/domain/customerTurn';
import { formatSaved, type Spoken } from '../../../dialogs/text/formatMessage';
import { type MessageId, valueKindsOf, wordingsOf } from '../../../dialogs/text/messages';
import type { ValueKind } from '../../../dialogs/text/valueKinds';

type Samples = Readonly<Record<ValueKind, string | number>>;

export const plainSamples: Samples = {
  money: 59207,
  saidMoney: 80000,
  date: '2026-12-16',
  rate: 0.036,
  count: 48,
  day: 16,
  tail: '6688',
  name: 'CS-7F3K-20',
  approved: '……',
};
export const singleSamples: Samples = { ...plainSamples, count: 1, day: 'last', rate: 0.0366 };
export const zeroSamples: Samples = { ...plainSamples, money: 0, count: 0, day: 22, rate: 0 };
export const allSamples: readonly Samples[] = [plainSamples, singleSamples, zeroSamples];

export const rendered = (
  locale: Locale,
  id: MessageId,
  samples: Samples = plainSamples,
  timesSaidBefore = 0,
): Spoken => {
  const values = Object.fromEntries(Object.entries(valueKindsOf(id)).map(([name, kind]) => [name, samples[kind]]));
  return formatSaved(locale, id, values, timesSaidBefore);
};

/** Every wording of a message, rendered, in the order in which a conversation hears them. */
export const renderedWordings = (locale: Locale, id: MessageId, samples: Samples = plainSamples): readonly Spoken[] =>
  wordingsOf(locale, id).map((_, before) => rendered(locale, id, samples, before));
