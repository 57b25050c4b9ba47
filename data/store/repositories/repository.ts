// A typed view of one collection: parses what comes out of the store, and says which record it could not read.
import type { z } from 'zod';
import type {
  DocumentStore,
  ExpectedVersion,
  IndexKey,
  Page,
  PageRequest,
  PutOperation,
  Stored,
} from '../documentStore';

/** A record with the version to expect when it is changed. */
export interface Kept<T> {
  readonly record: T;
  readonly version: number;
}

/** A stored value that its schema does not accept; the store is whole, the record is not of this program's making. */
export class InvalidRecord extends Error {
  override readonly name = 'InvalidRecord';
}

export class Repository<T> {
  constructor(
    protected readonly store: DocumentStore,
    protected readonly collection: string,
    private readonly schema: z.ZodType<T>,
    private readonly idOf: (record: T) => string,
  ) {}

  /** Throws InvalidRecord when there is one that cannot be read: better no answer than a wrong one. */
  async get(id: string): Promise<T | undefined> {
    return (await this.kept(id))?.record;
  }

  async kept(id: string): Promise<Kept<T> | undefined> {
    const stored = await this.store.get(this.collection, id);
    if (!stored) return undefined;
    const kept = this.read(stored);
    if (!kept) throw new InvalidRecord(`${this.collection}: a record does not fit its schema`);
    return kept;
  }

  /** Stores a record at once. In a turn, use putOperation, so that all of the turn is stored together. */
  put(record: T, expectedVersion: ExpectedVersion): Promise<number> {
    const { id, value } = this.putOperation(record, expectedVersion);
    return this.store.put(this.collection, id, value, expectedVersion);
  }

  putOperation(record: T, expectedVersion: ExpectedVersion = 'any'): PutOperation {
    const value = this.schema.parse(record);
    return { kind: 'put', collection: this.collection, id: this.idOf(value), value, expectedVersion };
  }

  /** A page of all records by id; unreadable ones are reported and left out. */
  async list(page?: PageRequest): Promise<Page<Kept<T>>> {
    return this.readPage(await this.store.list(this.collection, page));
  }

  /** Every record, page by page, for jobs that go through the whole book. */
  async *all(): AsyncGenerator<T> {
    let after: string | undefined;
    do {
      // Small pages: reading one holds up whatever else this thread has to do.
      const page = await this.list({ limit: 100, after });
      for (const { record } of page.items) yield record;
      after = page.next ?? undefined;
    } while (after !== undefined);
  }

  protected async page(index: string, key: IndexKey, page?: PageRequest): Promise<Page<Kept<T>>> {
    return this.readPage(await this.store.query(this.collection, index, key, page));
  }

  /** Every record under a key of which there are few. */
  protected async every(index: string, key: IndexKey): Promise<readonly T[]> {
    return (await this.everyKept(index, key)).map(({ record }) => record);
  }

  protected async everyKept(index: string, key: IndexKey): Promise<readonly Kept<T>[]> {
    const found: Kept<T>[] = [];
    for await (const kept of this.eachKept(index, key)) found.push(kept);
    return found;
  }

  /** Every record under a key, page by page, where there may be many; what leaves the key meanwhile is not met twice. */
  protected async *eachKept(index: string, key: IndexKey): AsyncGenerator<Kept<T>> {
    let after: string | undefined;
    do {
      const page = await this.page(index, key, { limit: 200, after });
      yield* page.items;
      after = page.next ?? undefined;
    } while (after !== undefined);
  }

  private readPage(page: Page<Stored>): Page<Kept<T>> {
    return { items: page.items.flatMap((stored) => this.read(stored) ?? []), next: page.next };
  }

  private read({ id, value, version }: Stored): Kept<T> | undefined {
    const parsed = this.schema.safeParse(value);
    if (parsed.success && this.idOf(parsed.data) === id) return { record: parsed.data, version };
    const fields = parsed.error?.issues.map((issue) => issue.path.join('.')) ?? ['id'];
    const detail = `a record does not fit its schema (${[...new Set(fields)].join(', ')})`;
    this.store.report({ kind: 'invalidRecord', where: this.collection, detail, quarantinedTo: null });
    return undefined;
  }
}
