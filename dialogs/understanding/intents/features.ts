// A message → hashed features of the linear model: its text, what was asked, which slots were found.
import type { Expects, Locale, SlotName } from '../../../data/domain/customer/customerTurn';
import { bucket, hashOf } from '../../../data/linear/hashing';
import type { Pinyin } from '../../../data/linear/pinyinTable';
import { addLength, addTextFeatures, readPart, wordsOfEnglish } from '../../../data/linear/textFeatures';

export interface FeatureInput {
  readonly text: string;
  readonly locale: Locale;
  readonly expects: Expects | undefined;
  readonly slots: readonly SlotName[];
}

/** Distinct buckets of a message. */
export function featuresOf(input: FeatureInput, pinyin: Pinyin): number[] {
  const out = new Set<number>();
  const text = readPart(input.text);
  addTextFeatures(text, input.locale, pinyin, out);
  for (const slot of input.slots) out.add(bucket(hashOf(10, slot)));
  if (input.expects !== undefined) {
    out.add(bucket(hashOf(11, input.expects)));
    if (text.length <= 24)
      for (const word of input.locale === 'zh-CN' ? Array.from(text) : (text.match(wordsOfEnglish) ?? []))
        out.add(bucket(hashOf(12, `${input.expects}|${word}`)));
  }
  addLength(text, out);
  return [...out];
}
