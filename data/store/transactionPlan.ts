// Works out what a transaction changes, before anything is written: versions, index entries, log sequences and hashes.
import type { StoreSchema } from './collections';
import {
  type AppendOperation,
  type Operation,
  type PutOperation,
  type RemoveOperation,
  StoreMisuse,
  VersionConflict,
} from './documentStore';
import { chainHash } from './hashChain';
import {
  checkedId,
  declaredCollection,
  declaredLog,
  entryOf,
  indexTree,
  keysOf,
  logTree,
  sequenceId,
} from './indexEntries';

/** A document as engines keep it: its JSON text, so that nobody's later change of an object reaches the store. */
export interface StoredText {
  readonly version: number;
  readonly text: string;
}
export interface LogTail {
  /** 0 for an empty log. */
  readonly sequence: number;
  readonly hash: string;
}
export interface LogLine {
  readonly log: string;
  readonly sequence: number;
  readonly text: string;
  readonly hash: string | null;
}
export interface DocumentChange {
  readonly collection: string;
  readonly id: string;
  /** Null when the document is removed. */
  readonly stored: StoredText | null;
}
export interface IndexChange {
  readonly tree: string;
  readonly entry: string;
  readonly present: boolean;
}
export interface TransactionPlan {
  /** The tree of a collection follows its documents without index changes of its own. */
  readonly documents: readonly DocumentChange[];
  readonly indexChanges: readonly IndexChange[];
  readonly lines: readonly LogLine[];
  readonly results: readonly number[];
}

/** What is already stored, as a plan needs to see it. */
export interface CommittedView {
  document(collection: string, id: string): StoredText | undefined;
  logTail(log: string): LogTail;
}

const documentKey = (collection: string, id: string): string => `${collection}/${id}`;

/** The committed view with the changes of plans on top that are not written yet. */
class Overlay implements CommittedView {
  private readonly documents = new Map<string, StoredText | null>();
  private readonly tails = new Map<string, LogTail>();
  constructor(private readonly base: CommittedView) {}

  document(collection: string, id: string): StoredText | undefined {
    const changed = this.documents.get(documentKey(collection, id));
    return changed === undefined ? this.base.document(collection, id) : (changed ?? undefined);
  }
  logTail(log: string): LogTail {
    return this.tails.get(log) ?? this.base.logTail(log);
  }
  setDocument(change: DocumentChange): void {
    this.documents.set(documentKey(change.collection, change.id), change.stored);
  }
  setTail(log: string, tail: LogTail): void {
    this.tails.set(log, tail);
  }
  takeOver(other: Overlay): void {
    for (const [key, stored] of other.documents) this.documents.set(key, stored);
    for (const [log, tail] of other.tails) this.tails.set(log, tail);
  }
}

function jsonText(value: unknown): string {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new StoreMisuse('only JSON values can be stored');
  return text;
}

/** Plans transactions one after the other; each sees the ones planned before it. */
export class TransactionPlanner {
  private readonly planned: Overlay;
  constructor(
    private readonly schema: StoreSchema,
    base: CommittedView,
  ) {
    this.planned = new Overlay(base);
  }

  /** Throws VersionConflict or StoreMisuse and then leaves no trace. */
  plan(operations: readonly Operation[]): TransactionPlan {
    const overlay = new Overlay(this.planned);
    const documents: DocumentChange[] = [];
    const indexChanges: IndexChange[] = [];
    const lines: LogLine[] = [];
    const results = operations.map((operation) => {
      if (operation.kind === 'append') {
        const line = this.planAppend(operation, overlay, indexChanges);
        lines.push(line);
        return line.sequence;
      }
      const change = this.planChange(operation, overlay, indexChanges);
      if (change) documents.push(change);
      return change?.stored?.version ?? 0;
    });
    this.planned.takeOver(overlay);
    return { documents, indexChanges, lines, results };
  }

  private planChange(operation: PutOperation | RemoveOperation, overlay: Overlay, indexChanges: IndexChange[]) {
    const { collection, id, expectedVersion } = operation;
    const { indexes } = declaredCollection(this.schema, collection);
    checkedId(id);
    const before = overlay.document(collection, id);
    const actual = before?.version ?? null;
    if (expectedVersion !== 'any' && expectedVersion !== actual)
      throw new VersionConflict(collection, id, expectedVersion, actual);
    const stored = operation.kind === 'put' ? { version: (actual ?? 0) + 1, text: jsonText(operation.value) } : null;
    if (!before && !stored) return null;
    if (indexes.length > 0) {
      const old: unknown = before ? JSON.parse(before.text) : null;
      const fresh: unknown = operation.kind === 'put' ? operation.value : null;
      for (const index of indexes)
        indexChanges.push(...difference(indexTree(collection, index), id, index, old, fresh));
    }
    const change: DocumentChange = { collection, id, stored };
    overlay.setDocument(change);
    return change;
  }

  private planAppend(operation: AppendOperation, overlay: Overlay, indexChanges: IndexChange[]): LogLine {
    const { log } = operation;
    const { indexes, chained } = declaredLog(this.schema, log);
    const text = jsonText(operation.entry);
    const entry: unknown = JSON.parse(text);
    const tail = overlay.logTail(log);
    const sequence = tail.sequence + 1;
    const hash = chained ? chainHash(tail.hash, entry) : null;
    for (const index of indexes)
      for (const key of keysOf(entry, index))
        indexChanges.push({ tree: logTree(log, index), entry: entryOf(key, sequenceId(sequence)), present: true });
    overlay.setTail(log, { sequence, hash: hash ?? tail.hash });
    return { log, sequence, text, hash };
  }
}

/** Entries to take out and to add so that the index follows a document from one value to the next. */
function difference(tree: string, id: string, index: string, before: unknown, after: unknown): IndexChange[] {
  const old = keysOf(before, index);
  const fresh = keysOf(after, index);
  const gone = old.filter((key) => !fresh.includes(key));
  const come = fresh.filter((key) => !old.includes(key));
  return [
    ...gone.map((key) => ({ tree, entry: entryOf(key, id), present: false })),
    ...come.map((key) => ({ tree, entry: entryOf(key, id), present: true })),
  ];
}
