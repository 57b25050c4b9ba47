// Finds again what a tree must hold: an index from documents and log lines, a collection from the pages that are left.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreSchema } from '../collections';
import type { StoreProblem } from '../documentStore';
import { entryOf, idTree, indexTree, keysOf, logTree, sequenceId } from '../indexEntries';
import type { LogLine, StoredText } from '../transactionPlan';
import { folders, pagePath } from './disk/layout';
import { quarantineCopy } from './disk/quarantine';
import type { Layers, TreePages } from './treePages';

export type TreePlace =
  | { readonly name: string; readonly kind: 'documents'; readonly collection: string }
  | { readonly name: string; readonly kind: 'index'; readonly collection: string; readonly index: string }
  | { readonly name: string; readonly kind: 'log'; readonly log: string; readonly index: string };

/** Every tree that a schema declares; those of documents first, because the others are built from them. */
export function treesOf(schema: StoreSchema): readonly TreePlace[] {
  const collections = Object.entries(schema.collections);
  const documents = collections.map(([collection]): TreePlace => {
    return { name: idTree(collection), kind: 'documents', collection };
  });
  const indexes = collections.flatMap(([collection, one]) =>
    one.indexes.map((index): TreePlace => ({ name: indexTree(collection, index), kind: 'index', collection, index })),
  );
  const ofLogs = Object.entries(schema.logs).flatMap(([log, one]) =>
    one.indexes.map((index): TreePlace => ({ name: logTree(log, index), kind: 'log', log, index })),
  );
  return [...documents, ...indexes, ...ofLogs];
}

interface Sources {
  documentsOf(collection: string): readonly (readonly [string, StoredText])[];
  logLines(log: string, from: number, limit: number): readonly LogLine[];
  logTail(log: string): { readonly sequence: number };
}

/** The entries of an index in rising order, which fills its pages best. */
export function entriesFor(place: Exclude<TreePlace, { kind: 'documents' }>, sources: Sources): readonly string[] {
  const entries =
    place.kind === 'log'
      ? logEntries(place, sources)
      : sources
          .documentsOf(place.collection)
          .flatMap(([id, { text }]) => keysOf(JSON.parse(text), place.index).map((key) => entryOf(key, id)));
  return entries.sort();
}

function logEntries(place: { log: string; index: string }, sources: Sources): string[] {
  const step = 1000;
  const entries: string[] = [];
  for (let from = 1; from <= sources.logTail(place.log).sequence; from += step)
    for (const { sequence, text } of sources.logLines(place.log, from, step))
      for (const key of keysOf(JSON.parse(text), place.index)) entries.push(entryOf(key, sequenceId(sequence)));
  return entries;
}

/** Numbers of the pages of a tree that have a file. */
export function pageNumbers(root: string, tree: string): readonly number[] {
  const folder = join(folders.pages(root), tree);
  const inner = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return inner
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(join(folder, entry.name)))
    .filter((name) => name.endsWith('.page') && !name.startsWith('.'))
    .map((name) => Number.parseInt(name, 10));
}

/** What can still be read of a collection whose tree is damaged, by id, and the numbers of all its pages. */
export function documentsLeft(
  root: string,
  pages: TreePages,
  layers: Layers,
  report: (problem: StoreProblem) => void,
): { readonly numbers: readonly number[]; readonly documents: ReadonlyMap<string, StoredText> } {
  const changed = [layers.frozen, layers.active].flatMap((layer) =>
    [...(layer?.pages.values() ?? [])].filter(({ tree }) => tree === pages.name),
  );
  const numbers = new Set([...pageNumbers(root, pages.name), ...changed.map(({ number }) => number)]);
  const latest = new Map(changed.map(({ number, page }) => [number, page]));
  const documents = new Map<string, StoredText>();
  // The head says which file is the latest in its place; without it every page that is whole is believed.
  const stamps = pages.lastWritten?.stamps;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const read = latest.has(number) ? null : pages.checkFile(number, stamps ? (stamps[number] ?? '') : null);
    if (read?.kind === 'part') pages.reportPart(number, read.lost);
    // A file without a stamp belongs to no page: a crash left it behind.
    if (read?.kind === 'unusable' && (!stamps || stamps[number])) {
      const quarantinedTo = quarantineCopy(root, pagePath(root, pages.name, number));
      const detail = `page ${number} cannot be read or is not the latest`;
      report({ kind: 'damagedDocument', where: pages.name, detail, quarantinedTo });
    }
    const page = read === null ? latest.get(number) : read.kind === 'unusable' ? null : read.page;
    if (!page || 'children' in page) continue;
    page.entries.forEach((id, index) => {
      const stored = page.documents?.[index];
      if (stored && stored.version >= (documents.get(id)?.version ?? 0)) documents.set(id, stored);
    });
  }
  return { numbers: [...numbers], documents };
}
