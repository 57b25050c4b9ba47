// Carries a data folder of an earlier version over: one file for each document, logs without checksums, no marks. The old
// files stay until everything is in its new place and the marks say so; a crash before that begins again.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoreProblem } from '../documentStore';
import type { LogLine } from '../transactionPlan';
import { Checkpointer } from './checkpoint';
import { folders, marksPath } from './disk/layout';
import { quarantineCopy } from './disk/quarantine';
import type { DiskData } from './diskData';
import { Journal, journalNumbers, readJournal } from './journal';

type Report = (problem: StoreProblem) => void;

const oldFolders = (root: string) => ['documents', 'index'].map((name) => join(root, name));

export const isOldFolder = (root: string): boolean =>
  !existsSync(marksPath(root)) && oldFolders(root).some((folder) => existsSync(folder));

/** Takes away what an earlier attempt left behind, before anything is opened. */
export function prepareMigration(root: string): void {
  rmSync(folders.pages(root), { recursive: true, force: true });
  for (const file of filesBelow(folders.logs(root))) if (/\.(lines|pos)$/.test(file)) rmSync(file);
}

const filesBelow = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const documentSchema = z.object({ id: z.string(), version: z.number().int().positive(), value: z.json() });
const lineSchema = z.object({ sequence: z.number().int().positive(), hash: z.string().nullable(), entry: z.json() });

function* oldDocuments(root: string, report: Report) {
  for (const file of filesBelow(join(root, 'documents'))) {
    const [collection = ''] = file.slice(join(root, 'documents').length + 1).split(/[\\/]/);
    // A temporary file of a write that a crash ended.
    if (file.endsWith('.tmp')) continue;
    try {
      const { id, version, value } = documentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      yield { collection, id, stored: { version, text: JSON.stringify(value) } };
    } catch {
      const quarantinedTo = quarantineCopy(root, file);
      report({ kind: 'damagedDocument', where: collection, detail: 'not a document of this store', quarantinedTo });
    }
  }
}

function oldLines(root: string, log: string, report: Report): LogLine[] {
  const files = filesBelow(join(folders.logs(root), log)).filter((file) => file.endsWith('.jsonl'));
  const found: LogLine[] = [];
  for (const file of files.sort()) {
    const texts = readFileSync(file, 'utf8').split('\n');
    // What follows the last line break is empty, or the torn end, which the journal has.
    texts.pop();
    for (const text of texts) {
      try {
        const { sequence, hash, entry } = lineSchema.parse(JSON.parse(text));
        found.push({ log, sequence, hash, text: JSON.stringify(entry) });
      } catch {
        const detail = `the entry after ${found.at(-1)?.sequence ?? 0} cannot be read`;
        report({ kind: 'damagedLog', where: log, detail, quarantinedTo: quarantineCopy(root, file) });
      }
    }
  }
  return found;
}

/** Fills an empty `data` from the old files and writes its first checkpoint; gives the number for the next journal. */
export async function migrate(root: string, data: DiskData, report: Report): Promise<number> {
  data.buildMissingIndexes();
  data.applyDocuments([...oldDocuments(root, report)]);
  for (const log of data.logs.keys()) data.applyLines(oldLines(root, log, report));
  const numbers = journalNumbers(root, '.log');
  for (const number of numbers)
    for (const { documents, lines } of readJournal(root, number).records) {
      data.applyDocuments(documents);
      data.applyLines(lines.filter(({ log, sequence }) => sequence > data.logTail(log).sequence));
    }
  data.fillIndexes();
  const last = Math.max(0, ...numbers, ...journalNumbers(root, '.checkpoint'));
  // The journal that the marks ask for is there before them.
  await (await Journal.create(root, last + 1, (file) => file.datasync())).close();
  await new Checkpointer(root, data).run(last, data.layers.active);
  data.layers.active.clear();
  for (const folder of oldFolders(root)) discard(folder);
  for (const file of filesBelow(folders.logs(root))) if (file.endsWith('.jsonl')) rmSync(file);
  return last + 2;
}

/** Renamed first: a crash in the middle of taking it away must not leave half of an old folder. */
function discard(folder: string): void {
  if (!existsSync(folder)) return;
  const aside = `${folder}.migrated`;
  rmSync(aside, { recursive: true, force: true });
  renameSync(folder, aside);
  rmSync(aside, { recursive: true, force: true });
}
