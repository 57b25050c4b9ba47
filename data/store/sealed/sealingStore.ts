// Seals what is most personal in a document before any engine writes it, and opens it on the way out: on the disk, in its
// journal and in its backups stands nothing that can be read without the key.
import type {
  DocumentStore,
  ExpectedVersion,
  IndexKey,
  LogEntry,
  LogRange,
  Operation,
  Page,
  PageRequest,
  Stored,
  StoreProblem,
} from '../documentStore';
import { type KeyRing, SealBroken } from './keyRing';
import { LogTexts, textKeys } from './logTexts';

/** Fields that hold a number, a name or a signed document; none of them is indexed. */
export const sealedFields: Readonly<Record<string, readonly string[]>> = {
  customers: ['idTail', 'phone', 'displayName'],
  agreementDocuments: ['base64'],
  textKeys: ['secret'],
};

/** Stands before sealed bytes in base64; no number, name or document begins so. */
const mark = 'sealed:';
const keyMarker = 'dataKey';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSealed = (value: unknown): value is string => typeof value === 'string' && value.startsWith(mark);
const bytesOf = (sealed: string): Buffer => Buffer.from(sealed.slice(mark.length), 'base64');

export class SealingStore implements DocumentStore {
  private readonly texts = new LogTexts(this);

  constructor(
    private readonly inner: DocumentStore,
    private readonly keys: () => KeyRing,
  ) {}

  async get(collection: string, id: string): Promise<Stored | undefined> {
    const stored = await this.inner.get(collection, id);
    return stored === undefined ? undefined : this.opened(collection, stored);
  }
  put(collection: string, id: string, value: unknown, expectedVersion: ExpectedVersion): Promise<number> {
    return this.inner.put(collection, id, this.sealed(collection, id, value), expectedVersion);
  }
  remove(collection: string, id: string, expectedVersion?: number | 'any'): Promise<void> {
    if (collection === textKeys) this.texts.forget(id);
    return this.inner.remove(collection, id, expectedVersion);
  }
  async query(collection: string, index: string, key: IndexKey, page?: PageRequest): Promise<Page<Stored>> {
    return this.openedPage(collection, await this.inner.query(collection, index, key, page));
  }
  async list(collection: string, page?: PageRequest): Promise<Page<Stored>> {
    return this.openedPage(collection, await this.inner.list(collection, page));
  }
  async append(log: string, entry: unknown) {
    return this.inner.append(log, (await this.texts.sealed({ log, entry })).entry);
  }
  readLog(log: string, range: LogRange) {
    return this.inner.readLog(log, range);
  }
  lastSequence(log: string) {
    return this.inner.lastSequence(log);
  }
  /** Gives the words of conversations; `readLog`, which goes through whole logs, leaves them sealed. */
  async queryLog(log: string, index: string, key: IndexKey, page?: PageRequest): Promise<Page<LogEntry>> {
    const found = await this.inner.queryLog(log, index, key, page);
    if (!this.texts.holds(log)) return found;
    return { ...found, items: await Promise.all(found.items.map((line) => this.texts.opened(log, line))) };
  }
  async transaction(operations: readonly Operation[]): Promise<readonly number[]> {
    const sealed = operations.map((operation) => this.sealedOperation(operation));
    return this.inner.transaction(await Promise.all(sealed));
  }

  private async sealedOperation(operation: Operation): Promise<Operation> {
    switch (operation.kind) {
      case 'put':
        return { ...operation, value: this.sealed(operation.collection, operation.id, operation.value) };
      case 'append':
        return this.texts.sealed(operation);
      case 'remove':
        if (operation.collection === textKeys) this.texts.forget(operation.id);
        return operation;
    }
  }
  report(problem: StoreProblem): void {
    this.inner.report(problem);
  }
  problems() {
    return this.inner.problems();
  }
  health() {
    return this.inner.health();
  }
  verify() {
    return this.inner.verify();
  }
  logHead(log: string) {
    return this.inner.logHead(log);
  }
  close(): Promise<void> {
    return this.inner.close();
  }

  /** Throws SealBroken where the keys given are not those of this store: better no start than a bank that knows nobody. */
  async assertKeysFit(): Promise<void> {
    const stored = await this.inner.get('markers', keyMarker);
    if (isRecord(stored?.value) && isSealed(stored.value.sealed))
      this.keys().open(bytesOf(stored.value.sealed), keyMarker);
  }

  /** Leaves a mark by which the keys of the next start are known to fit. */
  async markKeys(): Promise<void> {
    const sealed = mark + this.keys().seal(Buffer.from(keyMarker), keyMarker).toString('base64');
    await this.inner.put('markers', keyMarker, { sealed }, 'any');
  }

  /** Seals every field anew that an earlier key sealed, or none: gives how many documents changed. */
  async renew(): Promise<number> {
    let renewed = 0;
    for (const collection of Object.keys(sealedFields)) {
      let after: string | undefined;
      do {
        const page = await this.inner.list(collection, { limit: 100, after });
        for (const stored of page.items) {
          if (this.isCurrent(collection, stored.value)) continue;
          const { id, value, version } = this.opened(collection, stored);
          await this.put(collection, id, value, version);
          renewed += 1;
        }
        after = page.next ?? undefined;
      } while (after !== undefined);
    }
    await this.markKeys();
    return renewed;
  }

  private isCurrent(collection: string, value: unknown): boolean {
    if (!isRecord(value)) return true;
    const fields = (sealedFields[collection] ?? [])
      .map((field) => value[field])
      .filter((one) => typeof one === 'string');
    return fields.every((one) => isSealed(one) && this.keys().isCurrent(bytesOf(one)));
  }

  private sealed(collection: string, id: string, value: unknown): unknown {
    const fields = sealedFields[collection];
    if (fields === undefined || !isRecord(value)) return value;
    const sealed = { ...value };
    for (const field of fields) {
      const plain = value[field];
      if (typeof plain !== 'string') continue;
      sealed[field] =
        mark +
        this.keys()
          .seal(Buffer.from(plain), placeOf(collection, id, field))
          .toString('base64');
    }
    return sealed;
  }

  /** A value from before there was a key is read as it stands, and sealed when it is next written. */
  private opened(collection: string, stored: Stored): Stored {
    const fields = sealedFields[collection];
    if (fields === undefined || !isRecord(stored.value)) return stored;
    const value = { ...stored.value };
    for (const field of fields) {
      const kept = value[field];
      if (isSealed(kept))
        value[field] = this.keys()
          .open(bytesOf(kept), placeOf(collection, stored.id, field))
          .toString('utf8');
    }
    return { ...stored, value };
  }

  private openedPage(collection: string, page: Page<Stored>): Page<Stored> {
    if (sealedFields[collection] === undefined) return page;
    return { ...page, items: page.items.map((stored) => this.opened(collection, stored)) };
  }
}

const placeOf = (collection: string, id: string, field: string): string => JSON.stringify([collection, id, field]);

/** What a person reads where a store and its keys do not go together. */
export class KeysDoNotFit extends Error {
  override readonly name = 'KeysDoNotFit';
  constructor(cause: SealBroken) {
    super(
      'The data folder was sealed with another key: give it as DATA_KEY, among DATA_KEYS_OLD, or in DATA_KEY_FILE.',
      { cause },
    );
  }
}

/** A store with the keys that open it; throws KeysDoNotFit, and closes the store, where they do not. */
export async function sealingStore(inner: DocumentStore, keys: () => KeyRing): Promise<SealingStore> {
  const store = new SealingStore(inner, keys);
  try {
    await store.assertKeysFit();
    return store;
  } catch (error) {
    await inner.close();
    throw error instanceof SealBroken ? new KeysDoNotFit(error) : error;
  }
}
