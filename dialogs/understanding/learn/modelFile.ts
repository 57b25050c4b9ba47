// The model on disk: a JSON header (classes, temperatures, version) and the weights of both languages as 8-bit numbers.

import { z } from 'zod';
import { type Intent, intentSchema, type Locale } from '../../../data/domain/customer/customerTurn';
import { bucketCount } from '../intents/features';
import { firstHan, lastHan } from '../intents/pinyinTable';

export interface LocaleModel {
  /** Weights by bucket and class; those of a class are to be multiplied by its scale. */
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  /** Divides the scores, so that a confidence of 0.8 is right eight times in ten. */
  readonly temperature: number;
}

export interface UnderstandingModel {
  /** Hash of the training and tuning data, the code of the features, and the settings. */
  readonly version: string;
  readonly intents: readonly Intent[];
  readonly locales: Readonly<Record<Locale, LocaleModel>>;
  readonly pinyin: Uint16Array;
}

interface Header {
  format: 2;
  version: string;
  intents: string[];
  buckets: number;
  locales: Record<Locale, { scales: readonly number[]; temperature: number }>;
}

const headerBytes = 8192;
const order: readonly Locale[] = ['zh-CN', 'en-US'];
const hanCount = lastHan - firstHan + 1;

const headOf = ({ scales, temperature }: LocaleModel) => ({ scales, temperature });

export function encodeModel(model: UnderstandingModel): Buffer {
  const header: Header = {
    format: 2,
    version: model.version,
    intents: [...model.intents],
    buckets: bucketCount,
    locales: {
      'zh-CN': headOf(model.locales['zh-CN']),
      'en-US': headOf(model.locales['en-US']),
    },
  };
  const head = Buffer.alloc(headerBytes, ' ');
  head.write(JSON.stringify(header));
  const bytes = (array: Int8Array | Uint16Array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  return Buffer.concat([head, bytes(model.pinyin), ...order.map((locale) => bytes(model.locales[locale].weights))]);
}

const largestByte = 127;
/** Eight digits are exact enough for a scale, and keep the header short. */
const shortened = (value: number) => Number(value.toPrecision(8));

/** Weights of so many classes → 8-bit numbers, those of each class on a scale that uses the whole range. */
export function quantise(weights: Float32Array, classes: number): { weights: Int8Array; scales: readonly number[] } {
  const largest = new Float64Array(classes).fill(1e-9);
  weights.forEach((weight, at) => {
    largest[at % classes] = Math.max(largest[at % classes] ?? 0, Math.abs(weight));
  });
  const scales = Array.from(largest, (most) => shortened(most / largestByte));
  return { weights: Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % classes] ?? 1))), scales };
}

export class UnreadableModel extends Error {}

/** Reads a model; throws UnreadableModel when the file is of another version of this code. */
export function decodeModel(file: Buffer): UnderstandingModel {
  const header: Header = readHeader(file);
  // A model knows the intents that it was trained on; one that this code does not know makes it another version's.
  const learned = z.array(intentSchema).safeParse(header.intents);
  const known = header.format === 2 && header.buckets === bucketCount && learned.success;
  const weightCount = bucketCount * header.intents.length;
  const expected = headerBytes + 2 * hanCount + 2 * weightCount;
  if (!known || file.length !== expected)
    throw new UnreadableModel('The language model was trained by another version.');
  // 16-bit views need an even start; a file read whole begins at one, so nothing is copied.
  const even = file.byteOffset % 2 === 0 ? file : Buffer.from(Uint8Array.from(file).buffer);
  const start = even.byteOffset + headerBytes;
  const weightsAt = (index: number) =>
    new Int8Array(even.buffer, start + 2 * hanCount + index * weightCount, weightCount);
  return {
    version: header.version,
    intents: learned.data,
    pinyin: new Uint16Array(even.buffer, start, hanCount),
    locales: {
      'zh-CN': { ...header.locales['zh-CN'], weights: weightsAt(0) },
      'en-US': { ...header.locales['en-US'], weights: weightsAt(1) },
    },
  };
}

function readHeader(file: Buffer): Header {
  try {
    return JSON.parse(file.subarray(0, headerBytes).toString('utf8'));
  } catch {
    throw new UnreadableModel('The language model file is damaged.');
  }
}
