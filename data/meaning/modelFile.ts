// The guard's model on disk: a JSON header (labels, scales, version, digest), then the table of sounds and the weights.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Locale } from '../domain/customer/customerTurn';
import { bucketCount } from '../linear/hashing';
import type { LinearModel } from '../linear/linear';
import { firstHan, lastHan } from '../linear/pinyinTable';
import { isMeaningLabel, type MeaningLabel } from './labels';

export interface MeaningModel {
  /** Hash of the training lines and the settings. */
  readonly version: string;
  readonly pinyin: Uint16Array;
  readonly locales: Readonly<Record<Locale, LinearModel<MeaningLabel>>>;
}

const format = 1;
const headerBytes = 16384;
const locales = ['zh-CN', 'en-US'] as const satisfies readonly Locale[];
const hanCount = lastHan - firstHan + 1;

const labelSchema = z.custom<MeaningLabel>((label) => typeof label === 'string' && isMeaningLabel(label));
const headSchema = z.object({
  labels: z.array(labelSchema).min(2),
  scales: z.array(z.number()),
  temperature: z.number(),
});
const headerSchema = z.object({
  format: z.literal(format),
  version: z.string(),
  buckets: z.literal(bucketCount),
  /** Of everything behind the header: one changed weight is another model. */
  digest: z.string(),
  locales: z.object({ 'zh-CN': headSchema, 'en-US': headSchema }),
});
type Head = z.infer<typeof headSchema>;

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (array: Int8Array | Uint16Array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
const headOf = ({ labels, scales, temperature }: LinearModel<MeaningLabel>): Head => ({
  labels: [...labels],
  scales: [...scales],
  temperature,
});

export function encodeMeaningModel({ version, pinyin, locales: models }: MeaningModel): Buffer {
  const body = Buffer.concat([bytesOf(pinyin), ...locales.map((locale) => bytesOf(models[locale].weights))]);
  const heads = { 'zh-CN': headOf(models['zh-CN']), 'en-US': headOf(models['en-US']) };
  const header = { format, version, buckets: bucketCount, digest: digestOf(body), locales: heads };
  const text = Buffer.from(JSON.stringify(header));
  if (text.length > headerBytes) throw new Error(`The header of the guard's model needs ${text.length} bytes.`);
  return Buffer.concat([text, Buffer.alloc(headerBytes - text.length, ' '), body]);
}

export class UnreadableMeaningModel extends Error {}

function headerOf(file: Buffer) {
  let raw: unknown;
  try {
    raw = JSON.parse(file.subarray(0, headerBytes).toString('utf8'));
  } catch {
    throw new UnreadableMeaningModel("The guard's model is damaged.");
  }
  const header = headerSchema.safeParse(raw);
  if (!header.success) throw new UnreadableMeaningModel("The guard's model was trained by another version.");
  return header.data;
}

/** Reads a model; throws UnreadableMeaningModel when it is of another version or not as it was written. */
export function decodeMeaningModel(file: Buffer): MeaningModel {
  const header = headerOf(file);
  const body = file.subarray(headerBytes);
  if (digestOf(body) !== header.digest) throw new UnreadableMeaningModel("The guard's model is damaged.");
  // A copy, so that 16-bit numbers start at an even place.
  const { buffer } = Uint8Array.from(body);
  const count = (locale: Locale) => bucketCount * header.locales[locale].labels.length;
  const model = (locale: Locale, from: number): LinearModel<MeaningLabel> => ({
    ...header.locales[locale],
    weights: new Int8Array(buffer, from, count(locale)),
  });
  const start = 2 * hanCount;
  if (body.length !== start + count('zh-CN') + count('en-US'))
    throw new UnreadableMeaningModel("The guard's model was trained by another version.");
  return {
    version: header.version,
    pinyin: new Uint16Array(buffer, 0, hanCount),
    locales: { 'zh-CN': model('zh-CN', start), 'en-US': model('en-US', start + count('zh-CN')) },
  };
}
