// The model on disk: a JSON header (classes, temperatures, version) and the weights of both languages as 16-bit numbers.
import { type Intent, intents, type Locale } from '../../../data/domain/customerTurn';
import { bucketCount } from './features';
import { firstHan, lastHan } from './pinyinTable';

export interface LocaleModel {
  /** Weights by bucket and class, to be multiplied by `scale`. */
  readonly weights: Int16Array;
  readonly scale: number;
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
  format: 1;
  version: string;
  intents: string[];
  buckets: number;
  locales: Record<Locale, { scale: number; temperature: number }>;
}

const headerBytes = 4096;
const order: readonly Locale[] = ['zh-CN', 'en-US'];
const hanCount = lastHan - firstHan + 1;

export function encodeModel(model: UnderstandingModel): Buffer {
  const header: Header = {
    format: 1,
    version: model.version,
    intents: [...model.intents],
    buckets: bucketCount,
    locales: {
      'zh-CN': { scale: model.locales['zh-CN'].scale, temperature: model.locales['zh-CN'].temperature },
      'en-US': { scale: model.locales['en-US'].scale, temperature: model.locales['en-US'].temperature },
    },
  };
  const head = Buffer.alloc(headerBytes, ' ');
  head.write(JSON.stringify(header));
  const bytes = (array: Int16Array | Uint16Array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  return Buffer.concat([head, bytes(model.pinyin), ...order.map((locale) => bytes(model.locales[locale].weights))]);
}

/** Weights → 16-bit numbers that use the whole range. */
export function quantise(weights: Float32Array): { weights: Int16Array; scale: number } {
  let largest = 1e-9;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 32767;
  return { weights: Int16Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}

export class UnreadableModel extends Error {}

/** Reads a model; throws UnreadableModel when the file is of another version of this code. */
export function decodeModel(file: Buffer): UnderstandingModel {
  const header: Header = readHeader(file);
  const known = header.format === 1 && header.buckets === bucketCount && header.intents.join() === intents.join();
  const weightCount = bucketCount * intents.length;
  const expected = headerBytes + 2 * (hanCount + 2 * weightCount);
  if (!known || file.length !== expected)
    throw new UnreadableModel('The language model was trained by another version.');
  // 16-bit views need an even start; a file read whole begins at one, so nothing is copied.
  const even = file.byteOffset % 2 === 0 ? file : Buffer.from(Uint8Array.from(file).buffer);
  const start = even.byteOffset + headerBytes;
  const weightsAt = (index: number) =>
    new Int16Array(even.buffer, start + 2 * (hanCount + index * weightCount), weightCount);
  return {
    version: header.version,
    intents,
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
