// Where things lie in the store's folder. Names are made from hashes, so no id can lead out of the folder.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { type IndexPage, indexPageSchema, type TreeHead } from '../../orderedPages';
import type { StoredText } from '../../transactionPlan';
import type { Codec } from './durableFile';

export const folders = {
  documents: (root: string) => join(root, 'documents'),
  index: (root: string) => join(root, 'index'),
  logs: (root: string) => join(root, 'logs'),
  journal: (root: string) => join(root, 'journal'),
  quarantine: (root: string) => join(root, 'quarantine'),
};

/** A readable start of the id, then 96 bits of its hash; lower case, for file systems that do not tell cases apart. */
export function documentPath(root: string, collection: string, id: string): string {
  const hash = createHash('sha256').update(id).digest('hex');
  const readable = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32);
  return join(folders.documents(root), collection, hash.slice(0, 2), `${readable}_${hash.slice(0, 24)}.json`);
}

const pagesPerFolder = 256;
export const pagePath = (root: string, tree: string, number: number): string =>
  join(folders.index(root), tree, String(Math.floor(number / pagesPerFolder)), `${number}.json`);
export const headPath = (root: string, tree: string): string => join(folders.index(root), tree, 'head.json');

const numberDigits = 12;
export const numbered = (number: number): string => String(number).padStart(numberDigits, '0');
export const journalPath = (root: string, number: number): string =>
  join(folders.journal(root), `${numbered(number)}.log`);
export const checkpointPath = (root: string, number: number): string =>
  join(folders.journal(root), `${numbered(number)}.checkpoint`);

const envelopeSchema = z.object({ id: z.string(), version: z.number().int().positive(), value: z.unknown() });

/** A document's file: readable JSON with its id, so that a file in the wrong place is noticed. */
export const documentCodec = (id: string): Codec<StoredText> => ({
  encode: ({ version, text }) => `{"id":${JSON.stringify(id)},"version":${version},"value":${text}}\n`,
  decode: (text) => {
    const file = readEnvelope(text);
    if (file.id !== id) throw new Error('the file holds another document');
    return file.stored;
  },
});

export function readEnvelope(text: string): { id: string; stored: StoredText } {
  const { id, version, value } = envelopeSchema.parse(JSON.parse(text));
  if (value === undefined) throw new Error('the file holds no value');
  return { id, stored: { version, text: JSON.stringify(value) } };
}

export const pageCodec: Codec<IndexPage> = {
  encode: (page) => JSON.stringify(page),
  decode: (text) => indexPageSchema.parse(JSON.parse(text)),
};

export const treeHeadSchema = z.object({ root: z.number().int().positive(), nextNumber: z.number().int().positive() });
export const headCodec: Codec<TreeHead> = {
  encode: (head) => JSON.stringify(head),
  decode: (text) => treeHeadSchema.parse(JSON.parse(text)),
};
