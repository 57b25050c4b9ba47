// Files of the bank's book that come in through the console: one at a time, with progress, and what became of each.
import { randomUUID } from 'node:crypto';
import type { BookTable } from '../../../data/domain/book/book';
import type { RowProblem } from '../../../data/domain/book/bookTable';
import { localTime } from '../../../data/domain/calendar/calendar';
import { VersionConflict } from '../../../data/store/documentStore';
import { errorFacts } from '../../ops/log';
import { type BookImport, bookImportSchema, type ImportEvent, type ImportKind, type RowError } from '../contract/book';
import { Listeners } from '../listeners';
import { ConsoleProblem, problemText } from '../problems';
import { type StaffParts, staffAudit } from '../staffParts';
import texts from '../text/rowProblems.json';
import { type BookError, type ImportReport, type ImportResult, importBook } from './bookImport';

const collection = 'bookImports';
const errorsKeptMax = 1000;
const shownMax = 50;
/** A customer whose turn falls into the same moment makes the file be worked out again. */
const attempts = 3;

/** How far each step reaches, share 0-1. */
const steps = { reading: [0, 0.4], settling: [0.4, 0.9], storing: [0.9, 1] } as const;

const messages: Readonly<Record<RowProblem, RowError['message']>> = texts;
const rowError = ({ line, field, problem }: BookError): RowError => ({
  line,
  field,
  problem,
  message: messages[problem],
});

/** Promises and instalments by how they came out. */
function settledOf({ outcomes }: ImportReport): BookImport['settled'] {
  const sum = (settlement: string) =>
    (outcomes[`promise ${settlement}`] ?? 0) + (outcomes[`instalment ${settlement}`] ?? 0);
  return { kept: sum('kept'), partKept: sum('partKept'), broken: sum('broken') };
}

export class BookImports {
  private live: BookImport | null = null;
  private running: Promise<void> = Promise.resolve();
  readonly listeners = new Listeners<ImportEvent>();

  constructor(private readonly parts: StaffParts) {}

  async start(kind: ImportKind, table: BookTable, startedBy: string): Promise<BookImport> {
    if (this.live !== null) throw new ConsoleProblem('unavailable', { message: problemText('alreadyRunning') });
    const startedAt = this.parts.clock();
    const begun: BookImport = {
      // Sorts as it was started.
      id: `${startedAt.replace(/\D/g, '').slice(0, 17)}-${randomUUID().slice(0, 8)}`,
      kind,
      status: 'running',
      progress: 0,
      startedBy,
      startedAt,
      endedAt: null,
      rows: table.rows.length,
      changed: 0,
      unchanged: 0,
      errors: [],
      errorCount: 0,
      settled: { kept: 0, partKept: 0, broken: 0 },
    };
    this.live = begun;
    try {
      const who = { username: startedBy, now: startedAt };
      await this.save(begun, staffAudit(this.parts, who, 'book.importStarted', { importId: begun.id, kind }));
    } catch (error) {
      this.live = null;
      throw error;
    }
    this.running = this.run(begun, table);
    return begun;
  }

  private async run(begun: BookImport, table: BookTable): Promise<void> {
    try {
      const result = await this.takeIn(begun, table);
      if (result.ok) {
        const { rows, changed, unchanged } = result.plan;
        await this.end(begun, {
          status: 'done',
          progress: 1,
          rows,
          changed,
          unchanged,
          settled: settledOf(result.plan),
        });
      } else {
        const errors = result.errors.slice(0, errorsKeptMax).map(rowError);
        await this.end(begun, { status: 'refused', errors, errorCount: result.errors.length });
      }
    } catch (error) {
      this.parts.log.warn(errorFacts(error), 'an import of the book failed');
      await this.end(begun, { status: 'failed' });
    }
  }

  private async takeIn(begun: BookImport, table: BookTable, left = attempts): Promise<ImportResult> {
    const { store, repositories, data } = this.parts;
    const { timeZone } = data.bank;
    try {
      return await importBook(begun.kind, table, {
        store,
        repositories,
        timeZone,
        today: localTime(begun.startedAt, timeZone).date,
        now: begun.startedAt,
        by: begun.startedBy,
        onProgress: (step, done, total) => {
          const [from, until] = steps[step];
          this.progressed(begun.id, from + (until - from) * (total === 0 ? 1 : done / total));
        },
      });
    } catch (error) {
      if (error instanceof VersionConflict && left > 1) return this.takeIn(begun, table, left - 1);
      throw error;
    }
  }

  private progressed(id: string, share: number): void {
    if (this.live?.id !== id) return;
    const progress = Math.min(1, Math.max(this.live.progress, share));
    this.live = { ...this.live, progress };
    this.listeners.tell(id, { type: 'progress', id, progress });
  }

  private async end(begun: BookImport, ending: Partial<BookImport>): Promise<void> {
    const { id, kind, startedBy } = begun;
    const now = this.parts.clock();
    const ended: BookImport = { ...(this.live ?? begun), ...ending, endedAt: now };
    const { status, rows, changed, unchanged, errorCount } = ended;
    const decision = { status, rows, changed, unchanged, errorCount };
    const who = { username: startedBy, now };
    await this.save(ended, staffAudit(this.parts, who, 'book.importEnded', { importId: id, kind }, decision)).catch(
      (error: unknown) => this.parts.log.warn(errorFacts(error), 'the end of an import could not be stored'),
    );
    this.live = null;
    this.listeners.tell(id, { type: 'done', id, status });
  }

  /** One that was running when the process ended took nothing in, or is found whole in the book. */
  private settled(one: BookImport): BookImport {
    if (this.live?.id === one.id) return this.live;
    return one.status === 'running' ? { ...one, status: 'failed' } : one;
  }

  async get(id: string): Promise<BookImport | undefined> {
    if (!/^[\w-]{1,100}$/.test(id)) return undefined;
    const parsed = bookImportSchema.safeParse((await this.parts.store.get(collection, id))?.value);
    return parsed.success ? this.settled(parsed.data) : undefined;
  }

  /** The newest, newest first. */
  async list(): Promise<readonly BookImport[]> {
    const found: BookImport[] = [];
    let after: string | undefined;
    do {
      const page = await this.parts.store.list(collection, { limit: 500, after });
      found.push(...page.items.flatMap(({ value }) => bookImportSchema.safeParse(value).data ?? []));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found
      .toReversed()
      .slice(0, shownMax)
      .map((one) => this.settled(one));
  }

  /** A file that is being taken in is taken in whole. */
  stop(): Promise<void> {
    return this.running;
  }

  private async save(one: BookImport, audit: ReturnType<typeof staffAudit>): Promise<void> {
    const expectedVersion = one.status === 'running' ? null : 1;
    await this.parts.store.transaction([{ kind: 'put', collection, id: one.id, value: one, expectedVersion }, audit]);
  }
}
