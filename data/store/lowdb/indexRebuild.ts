// Finds again, from documents and log lines, what an index must hold.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreSchema } from '../collections';
import { entryOf, idTree, indexTree, keysOf, logTree, sequenceId } from '../indexEntries';
import type { LogLine, StoredText } from '../transactionPlan';
import { folders, readEnvelope } from './disk/layout';
import type { Layers } from './treePages';

type TreePlace =
  | { readonly name: string; readonly kind: 'ids'; readonly collection: string }
  | { readonly name: string; readonly kind: 'index'; readonly collection: string; readonly index: string }
  | { readonly name: string; readonly kind: 'log'; readonly log: string; readonly index: string };

/** Every tree that a schema declares. */
export function treesOf(schema: StoreSchema): readonly TreePlace[] {
  const ofCollections = Object.entries(schema.collections).flatMap(([collection, { indexes }]): TreePlace[] => [
    { name: idTree(collection), kind: 'ids', collection },
    ...indexes.map((index) => ({ name: indexTree(collection, index), kind: 'index' as const, collection, index })),
  ]);
  const ofLogs = Object.entries(schema.logs).flatMap(([log, { indexes }]): TreePlace[] =>
    indexes.map((index) => ({ name: logTree(log, index), kind: 'log' as const, log, index })),
  );
  return [...ofCollections, ...ofLogs];
}

interface Sources {
  readonly layers: Layers;
  logLines(log: string, from: number, limit: number): readonly LogLine[];
  logTail(log: string): { readonly sequence: number };
}

/** The entries of a tree in rising order, which fills its pages best. */
export function entriesFor(name: string, schema: StoreSchema, root: string, sources: Sources): readonly string[] {
  const place = treesOf(schema).find((tree) => tree.name === name);
  if (!place) return [];
  return (place.kind === 'log' ? logEntries(place, sources) : documentEntries(place, root, sources)).sort();
}

function logEntries(place: { log: string; index: string }, sources: Sources): string[] {
  const step = 1000;
  const entries: string[] = [];
  for (let from = 1; from <= sources.logTail(place.log).sequence; from += step)
    for (const { sequence, text } of sources.logLines(place.log, from, step))
      for (const key of keysOf(JSON.parse(text), place.index)) entries.push(entryOf(key, sequenceId(sequence)));
  return entries;
}

function documentEntries(place: Exclude<TreePlace, { kind: 'log' }>, root: string, sources: Sources): string[] {
  const entries: string[] = [];
  const pending = new Map<string, StoredText | null>();
  for (const layer of [sources.layers.frozen, sources.layers.active])
    for (const change of layer?.documents.values() ?? [])
      if (change.collection === place.collection) pending.set(change.id, change.stored);
  const add = (id: string, stored: StoredText) => {
    if (place.kind === 'ids') entries.push(id);
    else for (const key of keysOf(JSON.parse(stored.text), place.index)) entries.push(entryOf(key, id));
  };
  for (const { id, stored } of documentsOnDisk(join(folders.documents(root), place.collection)))
    if (!pending.has(id)) add(id, stored);
  for (const [id, stored] of pending) if (stored) add(id, stored);
  return entries;
}

/** Every readable document of a collection; damaged ones are dealt with when they are asked for. */
function* documentsOnDisk(folder: string): Generator<{ id: string; stored: StoredText }> {
  for (const inner of existsSync(folder) ? readdirSync(folder) : [])
    for (const file of readdirSync(join(folder, inner))) {
      if (!file.endsWith('.json') || file.startsWith('.')) continue;
      try {
        yield readEnvelope(readFileSync(join(folder, inner, file), 'utf8'));
      } catch {
        // Reading it by its id will quarantine and report it.
      }
    }
}
