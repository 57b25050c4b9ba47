// The file of a page: a header with the stamp of what follows, then a checked line for each document, or one for an index.
import { z } from 'zod';
import { type IndexPage, indexPageSchema } from '../../orderedPages';
import type { StoredText } from '../../transactionPlan';
import { checkedLine, checksum, textOfLine } from './checkedLines';

const headerSchema = z.object({
  /** Number of the checkpoint that wrote it. */
  at: z.number().int(),
  holds: z.enum(['documents', 'index']),
  lines: z.number().int(),
  stamp: z.string(),
});

export interface PageText {
  readonly text: string;
  /** What the tree's head notes of the page: any other file in its place is noticed. */
  readonly stamp: string;
}

export type ReadPage =
  | { readonly kind: 'whole'; readonly page: IndexPage }
  /** What is left is as it was written; `lost` documents are not. */
  | { readonly kind: 'part'; readonly page: IndexPage; readonly lost: number }
  /** Garbage, or a file that was not written last in this place. */
  | { readonly kind: 'unusable' };

/** A tab never stands in JSON as it is: what is before it is short, and the value is not parsed until it is asked for. */
const documentLine = (id: string, { version, text }: StoredText): string => `${JSON.stringify([id, version])}\t${text}`;

const keySchema = z.tuple([z.string(), z.number().int().positive()]);

function documentOf(text: string): { id: string; stored: StoredText } {
  const tab = text.indexOf('\t');
  const [id, version] = keySchema.parse(JSON.parse(text.slice(0, tab)));
  return { id, stored: { version, text: text.slice(tab + 1) } };
}

const stampOf = (lines: readonly string[]): string => checksum(lines.map((line) => line.slice(0, 8)).join(''));

export function encodePage(page: IndexPage, at: number): PageText {
  const documents = 'entries' in page ? page.documents : undefined;
  const texts =
    'entries' in page && documents
      ? page.entries.map((id, index) => documentLine(id, documents[index] ?? { version: 0, text: 'null' }))
      : [JSON.stringify(page)];
  const lines = texts.map((text) => checkedLine(text));
  const stamp = stampOf(lines);
  const header = { at, holds: documents ? 'documents' : 'index', lines: lines.length, stamp };
  return { text: `${checkedLine(JSON.stringify(header))}${lines.join('')}`, stamp };
}

function headerOf(line: string | undefined) {
  const text = textOfLine(line ?? '');
  return text === null ? undefined : headerSchema.safeParse(JSON.parse(text)).data;
}

/** Reads a page; `expected` is its stamp in the head, or null where the head was lost: then any page is believed. */
export function decodePage(text: string, expected: string | null): ReadPage {
  const [first, ...lines] = text.split('\n');
  // Only a whole file ends with a line break.
  const torn = lines.pop();
  const header = headerOf(first);
  const stamp = stampOf(lines);
  if ((header?.stamp ?? stamp) !== (expected ?? header?.stamp)) return { kind: 'unusable' };
  const texts = lines.flatMap((line) => textOfLine(line) ?? []);
  const isWhole = header !== undefined && torn === '' && stamp === header.stamp && texts.length === header.lines;
  const holdsDocuments = header ? header.holds === 'documents' : (texts[0]?.includes('\t') ?? false);
  if (holdsDocuments) {
    const found = texts.map(documentOf);
    const page = { entries: found.map(({ id }) => id), documents: found.map(({ stored }) => stored) };
    return isWhole
      ? { kind: 'whole', page }
      : { kind: 'part', page, lost: (header?.lines ?? texts.length) - texts.length };
  }
  const page = texts.length === 1 ? indexPageSchema.safeParse(JSON.parse(texts[0] ?? '')).data : undefined;
  if (page === undefined) return { kind: 'unusable' };
  return isWhole ? { kind: 'whole', page } : { kind: 'part', page, lost: 0 };
}
