// The model on disk: a JSON header (labels, scales, temperatures, version), then the table of sounds and the weights as 8-bit numbers.
import { z } from 'zod';
import { type Intent, intentSchema, type Locale } from '../../../data/domain/customer/customerTurn';
import { bucketCount } from '../../../data/linear/hashing';
import type { LinearModel } from '../../../data/linear/linear';
import { firstHan, lastHan } from '../../../data/linear/pinyinTable';
import { type FigureUse, figureUseSchema } from '../slots/learned/figureUses';
import { detailSchemas } from './trainingData';

/** `inside`: the place between two words lies inside one act; `between`: a new act begins there. */
export const placeSchema = z.enum(['inside', 'between']);
export type Place = z.infer<typeof placeSchema>;

/** What is learned for one language. */
export interface LocaleModel {
  readonly intent: LinearModel<Intent>;
  readonly aspect: LinearModel<z.infer<typeof detailSchemas.aspect>>;
  readonly what: LinearModel<z.infer<typeof detailSchemas.what>>;
  readonly role: LinearModel<z.infer<typeof detailSchemas.role>>;
  /** What an amount is for. */
  readonly figure: LinearModel<FigureUse>;
  /** Where a new act may begin, by the words around the place. */
  readonly boundary: LinearModel<Place>;
  /** Whether one begins there, by what the parts on both sides mean. */
  readonly parting: LinearModel<Place>;
}
type Part = keyof LocaleModel;

export interface UnderstandingModel {
  /** Hash of the training data, the settings and the code that reads. */
  readonly version: string;
  /** What the code that trained it makes of fixed sentences; see probe.ts. */
  readonly reading: string;
  readonly locales: Readonly<Record<Locale, LocaleModel>>;
  readonly pinyin: Uint16Array;
}

const format = 5;
const headerBytes = 16384;
const locales: readonly Locale[] = ['zh-CN', 'en-US'];
const parts: readonly Part[] = ['intent', 'aspect', 'what', 'role', 'figure', 'boundary', 'parting'];
const hanCount = lastHan - firstHan + 1;

const headSchemaOf = <Label extends z.ZodType<string>>(label: Label) =>
  z.object({ labels: z.array(label).min(1), scales: z.array(z.number()), temperature: z.number() });
const headsSchema = z.object({
  intent: headSchemaOf(intentSchema),
  aspect: headSchemaOf(detailSchemas.aspect),
  what: headSchemaOf(detailSchemas.what),
  role: headSchemaOf(detailSchemas.role),
  figure: headSchemaOf(figureUseSchema),
  boundary: headSchemaOf(placeSchema),
  parting: headSchemaOf(placeSchema),
});
const headerSchema = z.object({
  format: z.literal(format),
  version: z.string(),
  reading: z.string(),
  buckets: z.literal(bucketCount),
  locales: z.object({ 'zh-CN': headsSchema, 'en-US': headsSchema }),
});
type Header = z.infer<typeof headerSchema>;
type Heads = z.infer<typeof headsSchema>;

const head = <Label extends string>({ labels, scales, temperature }: LinearModel<Label>) => ({
  labels: [...labels],
  scales: [...scales],
  temperature,
});
const headsOf = (model: LocaleModel): Heads => ({
  intent: head(model.intent),
  aspect: head(model.aspect),
  what: head(model.what),
  role: head(model.role),
  figure: head(model.figure),
  boundary: head(model.boundary),
  parting: head(model.parting),
});

export function encodeModel({ version, reading, locales: models, pinyin }: UnderstandingModel): Buffer {
  const header: Header = {
    format,
    version,
    reading,
    buckets: bucketCount,
    locales: { 'zh-CN': headsOf(models['zh-CN']), 'en-US': headsOf(models['en-US']) },
  };
  const text = Buffer.from(JSON.stringify(header));
  if (text.length > headerBytes) throw new Error(`The header of the language model needs ${text.length} bytes.`);
  const bytes = (array: Int8Array | Uint16Array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  const weights = locales.flatMap((locale) => parts.map((part) => bytes(models[locale][part].weights)));
  return Buffer.concat([text, Buffer.alloc(headerBytes - text.length, ' '), bytes(pinyin), ...weights]);
}

export class UnreadableModel extends Error {}

/** Reads a model; throws UnreadableModel when the file is of another version of this code. */
export function decodeModel(file: Buffer): UnderstandingModel {
  const header = readHeader(file);
  const columns = locales.flatMap((locale) => parts.map((part) => header.locales[locale][part].labels.length));
  const weightBytes = bucketCount * columns.reduce((sum, count) => sum + count, 0);
  if (file.length !== headerBytes + 2 * hanCount + weightBytes)
    throw new UnreadableModel('The language model was trained by another version; run "npm run build".');
  // 16-bit views need an even start; a file read whole begins at one, so nothing is copied.
  const even = file.byteOffset % 2 === 0 ? file : Buffer.from(Uint8Array.from(file).buffer);
  const start = even.byteOffset + headerBytes;
  let at = start + 2 * hanCount;
  const read = <Label extends string>(known: {
    labels: Label[];
    scales: number[];
    temperature: number;
  }): LinearModel<Label> => {
    const length = bucketCount * known.labels.length;
    const weights = new Int8Array(even.buffer, at, length);
    at += length;
    return { ...known, weights };
  };
  // In the order of `parts`, as they were written.
  const localeModel = (heads: Heads): LocaleModel => ({
    intent: read(heads.intent),
    aspect: read(heads.aspect),
    what: read(heads.what),
    role: read(heads.role),
    figure: read(heads.figure),
    boundary: read(heads.boundary),
    parting: read(heads.parting),
  });
  const zh = localeModel(header.locales['zh-CN']);
  const en = localeModel(header.locales['en-US']);
  return {
    version: header.version,
    reading: header.reading,
    pinyin: new Uint16Array(even.buffer, start, hanCount),
    locales: { 'zh-CN': zh, 'en-US': en },
  };
}

function readHeader(file: Buffer): Header {
  let raw: unknown;
  try {
    raw = JSON.parse(file.subarray(0, headerBytes).toString('utf8'));
  } catch {
    throw new UnreadableModel('The language model file is damaged; run "npm run build".');
  }
  const header = headerSchema.safeParse(raw);
  if (!header.success)
    throw new UnreadableModel('The language model was trained by another version; run "npm run build".');
  return header.data;
}
