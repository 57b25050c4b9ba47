// The port behind which every record of the house is kept. Engines differ in how; test/data/store/contract.ts says what.

/** What a put must find: the version read before, null for "must not exist", 'any' for "whatever is there". */
export type ExpectedVersion = number | null | 'any';

export interface PutOperation {
  readonly kind: 'put';
  readonly collection: string;
  readonly id: string;
  /** Any JSON value. Repositories parse it with their schema when it comes back. */
  readonly value: unknown;
  readonly expectedVersion: ExpectedVersion;
}
export interface RemoveOperation {
  readonly kind: 'remove';
  readonly collection: string;
  readonly id: string;
  readonly expectedVersion: number | 'any';
}
/** Adds to the end of a log. In a chained log the engine adds the hashes, one transaction after the other. */
export interface AppendOperation {
  readonly kind: 'append';
  readonly log: string;
  readonly entry: unknown;
}
export type Operation = PutOperation | RemoveOperation | AppendOperation;

export interface Stored {
  readonly id: string;
  readonly value: unknown;
  /** 1 when first put, one more with each put. */
  readonly version: number;
}

export interface LogEntry {
  /** 1 for the first entry of a log, without gaps. */
  readonly sequence: number;
  readonly entry: unknown;
  /** Present in a chained log: sha-256 over the hash before and the canonical JSON of the entry. */
  readonly hash: string | null;
}

export interface PageRequest {
  /** Most items wanted; 100 unless told, never more than 1,000. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}
export interface Page<T> {
  readonly items: readonly T[];
  /** Hand back as `after` for the following page; null at the end. */
  readonly next: string | null;
}

export interface LogRange {
  readonly from: number;
  /** Most entries looked at, never more than 1,000. */
  readonly limit: number;
  /** Only entries whose JSON text holds these words, whatever their case; what does not hold them is not parsed. */
  readonly words?: string | undefined;
}

/** One key of an index, or all keys k with from <= k < before. */
export type IndexKey = string | { readonly from?: string | undefined; readonly before?: string | undefined };

export interface DocumentStore {
  get(collection: string, id: string): Promise<Stored | undefined>;
  /** Gives the new version; throws VersionConflict and changes nothing when another one is there. */
  put(collection: string, id: string, value: unknown, expectedVersion: ExpectedVersion): Promise<number>;
  remove(collection: string, id: string, expectedVersion?: number | 'any'): Promise<void>;
  /** Documents under a declared index, ordered by key and id. */
  query(collection: string, index: string, key: IndexKey, page?: PageRequest): Promise<Page<Stored>>;
  /** All documents of a collection, ordered by id. */
  list(collection: string, page?: PageRequest): Promise<Page<Stored>>;
  append(log: string, entry: unknown): Promise<number>;
  readLog(log: string, range: LogRange): Promise<readonly LogEntry[]>;
  /** Sequence of a log's newest entry; 0 for an empty log. */
  lastSequence(log: string): Promise<number>;
  /** Log entries under a declared index, oldest first within a key. */
  queryLog(log: string, index: string, key: IndexKey, page?: PageRequest): Promise<Page<LogEntry>>;
  /**
   * All of the operations or none, in this order; durable when it resolves.
   * Gives the new version of each put, the sequence of each append and 0 for each remove.
   */
  transaction(operations: readonly Operation[]): Promise<readonly number[]>;
  /** Notes something wrong with a stored value, for `problems()` and whoever listens. */
  report(problem: StoreProblem): void;
  /** The last hundred things that were found wrong since the store was opened. */
  problems(): readonly StoreProblem[];
  /** Whether changes can be stored; asked by whatever decides if customers are let in. */
  health(): StoreHealth;
  /** Reads everything that is kept, in slices, and gives all that is damaged, missing or not the latest. */
  verify(): Promise<readonly StoreProblem[]>;
  /** The end of a log as it was noted apart from the log itself; undefined where nothing was noted yet. */
  logHead(log: string): { readonly sequence: number; readonly hash: string } | undefined;
  close(): Promise<void>;
}

export type StoreHealth =
  | { readonly kind: 'sound' }
  /** Changes are refused or pile up, and the store tries by itself until it works again. */
  | { readonly kind: 'ailing'; readonly reason: string }
  /** Nobody knows what is on disk: only opening the store again finds out. */
  | { readonly kind: 'broken'; readonly reason: string };

/** Something wrong that the store went on in spite of. Never holds a document's content. */
export interface StoreProblem {
  readonly kind:
    | 'damagedDocument'
    | 'damagedIndex'
    | 'damagedJournal'
    | 'damagedLog'
    | 'damagedMarks'
    | 'invalidRecord'
    | 'checkpointFailed';
  /** The collection, index or log that it is about. */
  readonly where: string;
  readonly detail: string;
  /** Where the damaged file was put aside; null when nothing was moved. */
  readonly quarantinedTo: string | null;
}

/** Somebody else changed the document since it was read. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
  constructor(
    readonly collection: string,
    readonly id: string,
    readonly expected: number | null,
    /** The version that is there; null when there is no such document. */
    readonly actual: number | null,
  ) {
    super(
      `${collection}: expected ${expected ?? 'no document'}, found ${actual === null ? 'none' : `version ${actual}`}`,
    );
  }
}

/** A collection, index or log that collections.ts does not declare, or an id or key that cannot be one. */
export class StoreMisuse extends Error {
  override readonly name = 'StoreMisuse';
}

/** The folder belongs to another process. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

/** The folder cannot hold a store; the message says why and what to do. */
export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable';
}

/** The store is closed, or a failed disk write made it refuse all further changes. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
