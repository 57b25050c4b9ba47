// The model that finds answers on disk: the length of a JSON header, the header, then the table of sounds and each language's numbers.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Intent, intents, type Locale, localeSchema } from '../../domain/customer/customerTurn';
import { firstHan, lastHan, pinyinFrom } from '../../linear/pinyinTable';
import fixedQuestions from './fixedQuestions.json';
import { families, questionFeatures } from './questionFeatures';
import type { LocaleQuestions, QuestionModel } from './questionModel';

const format = 1;
const lengthBytes = 8;
const hanCount = lastHan - firstHan + 1;
const locales: readonly Locale[] = localeSchema.options;

const headSchema = z.object({
  labels: z.array(z.string()).min(2),
  scales: z.array(z.number()),
  temperature: z.number(),
  features: z.number().int().positive(),
});
const headerSchema = z.object({
  format: z.literal(format),
  version: z.string(),
  /** What the code that trained it makes of fixed questions. */
  reading: z.string(),
  /** Of everything behind the header: one changed weight is another model. */
  digest: z.string(),
  locales: z.object({ 'zh-CN': headSchema, 'en-US': headSchema }),
});

/** What this code makes of fixed questions, as one hash: a change of features changes it, and an earlier model is refused. */
function readingCode(table: Uint16Array): string {
  const hash = createHash('sha256');
  const readings = intents.map((intent: Intent, at) => ({ intent, probability: 1 / (at + 2) }));
  for (const locale of locales) {
    const features = questionFeatures({ text: fixedQuestions[locale], readings }, locale, pinyinFrom(table));
    for (const family of families) hash.update(JSON.stringify([...features[family]]));
  }
  return hash.digest('hex').slice(0, 12);
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (array: Int8Array | Uint16Array | Int32Array | Float32Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** 32-bit numbers need a place that four divides: the wide ones come first, the narrow ones last. */
function bodyOf({ pinyin, locales: models }: QuestionModel): Buffer {
  const own = locales.map((locale) => models[locale]);
  const wide = own.flatMap(({ features, rarity }) => [bytesOf(features), bytesOf(rarity)]);
  return Buffer.concat([...wide, bytesOf(pinyin), ...own.map(({ weights }) => bytesOf(weights))]);
}

const headOf = ({ labels, scales, temperature, features }: LocaleQuestions): z.infer<typeof headSchema> => ({
  labels: [...labels],
  scales: [...scales],
  temperature,
  features: features.length,
});

export function encodeQuestionModel(model: QuestionModel): Buffer {
  const body = bodyOf(model);
  const heads = { 'zh-CN': headOf(model.locales['zh-CN']), 'en-US': headOf(model.locales['en-US']) };
  const { version, pinyin } = model;
  const header = { format, version, reading: readingCode(pinyin), digest: digestOf(body), locales: heads };
  const text = Buffer.from(JSON.stringify(header));
  return Buffer.concat([Buffer.from(String(text.length).padStart(lengthBytes)), text, body]);
}

export class UnreadableQuestionModel extends Error {}

function headerOf(file: Buffer) {
  const length = Number(file.subarray(0, lengthBytes).toString('utf8'));
  let raw: unknown;
  try {
    raw = JSON.parse(file.subarray(lengthBytes, lengthBytes + length).toString('utf8'));
  } catch {
    throw new UnreadableQuestionModel('The model that finds answers is damaged; run "npm run build".');
  }
  const header = headerSchema.safeParse(raw);
  if (!header.success)
    throw new UnreadableQuestionModel('The model that finds answers is of another version; run "npm run build".');
  return { header: header.data, body: file.subarray(lengthBytes + length) };
}

/** Reads a model; throws UnreadableQuestionModel when it is damaged, of another version, or was trained by other code. */
export function decodeQuestionModel(file: Buffer): QuestionModel {
  const { header, body } = headerOf(file);
  if (digestOf(body) !== header.digest)
    throw new UnreadableQuestionModel('The model that finds answers is damaged; run "npm run build".');
  // A copy begins at a place that four divides.
  const { buffer } = Uint8Array.from(body);
  let at = 0;
  const next = <Numbers>(make: (from: number) => Numbers, bytes: number): Numbers => {
    const made = make(at);
    at += bytes;
    return made;
  };
  const wide = (locale: Locale) => {
    const count = header.locales[locale].features;
    return {
      features: next((from) => new Int32Array(buffer, from, count), 4 * count),
      rarity: next((from) => new Float32Array(buffer, from, count), 4 * count),
    };
  };
  const wideOf = { 'zh-CN': wide('zh-CN'), 'en-US': wide('en-US') };
  const pinyin = next((from) => new Uint16Array(buffer, from, hanCount), 2 * hanCount);
  if (readingCode(pinyin) !== header.reading)
    throw new UnreadableQuestionModel('The model that finds answers was trained by other code; run "npm run build".');
  const whole = (locale: Locale): LocaleQuestions => {
    const { labels, scales, temperature, features } = header.locales[locale];
    const size = labels.length * features;
    const weights = next((from) => new Int8Array(buffer, from, size), size);
    return { labels, scales, temperature, weights, ...wideOf[locale] };
  };
  const models = { 'zh-CN': whole('zh-CN'), 'en-US': whole('en-US') };
  return { version: header.version, pinyin, locales: models };
}
