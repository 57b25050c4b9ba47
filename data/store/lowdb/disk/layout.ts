// Where things lie in the store's folder. No name is made from an id, so no id can lead out of the folder.
import { join } from 'node:path';
import { z } from 'zod';
import { checkedLine, readCheckedLines } from './checkedLines';
import type { Codec } from './durableFile';

export const folders = {
  pages: (root: string) => join(root, 'pages'),
  logs: (root: string) => join(root, 'logs'),
  journal: (root: string) => join(root, 'journal'),
  quarantine: (root: string) => join(root, 'quarantine'),
};

export const marksPath = (root: string): string => join(root, 'marks.json');

const pagesPerFolder = 256;
export const pagePath = (root: string, tree: string, number: number): string =>
  join(folders.pages(root), tree, String(Math.floor(number / pagesPerFolder)), `${number}.page`);
export const headPath = (root: string, tree: string): string => join(folders.pages(root), tree, 'head.json');

const numberDigits = 12;
export const numbered = (number: number): string => String(number).padStart(numberDigits, '0');
export const journalPath = (root: string, number: number): string =>
  join(folders.journal(root), `${numbered(number)}.log`);
export const checkpointPath = (root: string, number: number): string =>
  join(folders.journal(root), `${numbered(number)}.checkpoint`);

export const treeHeadSchema = z.object({ root: z.number().int().positive(), nextNumber: z.number().int().positive() });
/** The head of a tree on disk, with the stamp of each of its pages by number; '' where there is no page. */
const headFileSchema = treeHeadSchema.extend({ at: z.number().int(), stamps: z.array(z.string()) });
export type HeadFile = z.infer<typeof headFileSchema>;
export const headCodec: Codec<HeadFile> = {
  encode: (head) => checkedLine(JSON.stringify(head)),
  decode: (text) => headFileSchema.parse(JSON.parse(readCheckedLines(text).texts[0] ?? '')),
};
export const endPath = (root: string, number: number): string => join(folders.journal(root), `${numbered(number)}.end`);
