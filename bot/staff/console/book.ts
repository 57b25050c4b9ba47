// book/… and exports/…: files that come in with progress and errors by row, and files that leave.
import { pipeline } from 'node:stream/promises';
import { readBytes } from '../../http/readBody';
import { exportedFile } from '../book/exports';
import type { BookImports } from '../book/imports';
import type { BookImport, ImportKind, ImportList, ImportStarted } from '../contract/book';
import { ConsoleProblem, notFound } from '../problems';
import { type StaffParts, staffAudit } from '../staffParts';
import { type Call, created, type Handle, ok } from './frame/call';
import { openStream } from './frame/sse';

/** Some three hundred thousand accounts. */
const fileLimitBytes = 64 * 1024 * 1024;

export interface BookParts extends StaffParts {
  readonly bookImports: BookImports;
}

async function start({ bookImports }: BookParts, call: Call, kind: ImportKind) {
  if (!/^text\/csv\b/i.test(call.req.headers['content-type'] ?? '')) throw new ConsoleProblem('unsupportedMediaType');
  const bytes = await readBytes(call.req, fileLimitBytes);
  const { id } = await bookImports.start(kind, bytes, call.username);
  return created({ id } satisfies ImportStarted);
}

async function found({ bookImports }: BookParts, call: Call): Promise<BookImport> {
  const one = await bookImports.get(call.param('id'));
  if (one === undefined) throw notFound();
  return one;
}

async function events(parts: BookParts, call: Call): Promise<undefined> {
  const { id, progress, status } = await found(parts, call);
  const stop = parts.bookImports.listeners.listen(id, (event) => {
    stream.send(event.type, event);
    if (event.type === 'done') stream.close();
  });
  const stream = openStream(
    call.req,
    call.res,
    () => ({ now: parts.clock() }),
    () => stop(),
  );
  stream.send('progress', { type: 'progress', id, progress });
  if (status !== 'running') {
    stream.send('done', { type: 'done', id, status });
    stream.close();
  }
  return undefined;
}

async function exportCsv(parts: BookParts, call: Call): Promise<undefined> {
  const name = call.param('file');
  const file = exportedFile(parts, name, call.today);
  if (file === undefined) throw notFound();
  await parts.store.transaction([staffAudit(parts, call, 'book.exported', { file: name })]);
  call.res.writeHead(200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${file.fileName}"`,
  });
  await pipeline(file.csv, call.res);
  return undefined;
}

const withoutErrors = ({ errors: _errors, ...rest }: BookImport) => rest;

export const bookHandlers = (parts: BookParts) =>
  ({
    importAccounts: (call) => start(parts, call, 'accounts'),
    importPayments: (call) => start(parts, call, 'payments'),
    imports: async () => ok({ imports: (await parts.bookImports.list()).map(withoutErrors) } satisfies ImportList),
    bookImport: async (call) => ok(await found(parts, call)),
    importEvents: (call) => events(parts, call),
    exportCsv: (call) => exportCsv(parts, call),
  }) satisfies Readonly<Record<string, Handle>>;
