// Brings the data to where the last durable transaction left it, from the journals that a process left behind.
import { existsSync } from 'node:fs';
import type { StoreProblem } from '../documentStore';
import { readImages } from './checkpoint';
import type { DirtyState } from './dirtyState';
import { checkpointPath, journalPath } from './disk/layout';
import { quarantineCopy } from './disk/quarantine';
import type { DiskData } from './diskData';
import { journalNumbers, missingBytes, readJournal } from './journal';

/** The newest checkpoint whose images were complete: with it, everything up to its journal is known but the log lines. */
function newestImages(root: string, after: number): { number: number; images: DirtyState } | null {
  for (const number of journalNumbers(root, '.checkpoint').reverse()) {
    if (number <= after || !existsSync(checkpointPath(root, number))) continue;
    const images = readImages(root, number);
    if (images) return { number, images };
  }
  return null;
}

/** Journals that must be there: from the one after the marks on, without a gap. */
function reportGaps(root: string, data: DiskData, numbers: readonly number[], report: Report): void {
  const tell = (number: number, detail: string) => {
    const quarantinedTo = existsSync(journalPath(root, number))
      ? quarantineCopy(root, journalPath(root, number))
      : null;
    report({ kind: 'damagedJournal', where: 'journal', detail: `journal ${number} ${detail}`, quarantinedTo });
  };
  const { at } = data.marks.data;
  const noted = journalNumbers(root, '.end').filter((number) => number > at);
  const last = Math.max(0, ...numbers, ...noted, at === 0 ? 0 : at + 1);
  for (let number = at === 0 ? Math.min(...numbers, ...noted) : at + 1; number <= last; number++) {
    const short = missingBytes(root, number) ?? 0;
    if (!numbers.includes(number)) tell(number, 'is missing: what was stored last is lost');
    else if (short > 0) tell(number, `is ${short} bytes too short: what was stored last is lost`);
  }
}

type Report = (problem: StoreProblem) => void;

/** Replays the journals into `data`; gives the number for the next journal. */
export function recover(root: string, data: DiskData, report: Report): number {
  const { at } = data.marks.data;
  const journals = journalNumbers(root, '.log').filter((number) => number > at);
  const checkpoint = newestImages(root, at);
  if (checkpoint) {
    const { pages, heads } = checkpoint.images;
    for (const name of [...heads.keys(), ...[...pages.values()].map(({ tree }) => tree)]) data.torn.add(name);
    data.layers.active.takeOver(checkpoint.images);
  }
  reportGaps(root, data, journals, report);
  for (const number of journals) {
    const { records, damaged } = readJournal(root, number);
    if (damaged > 0) {
      const detail = `journal ${number}: ${damaged} of ${records.length + damaged} transactions cannot be read`;
      const quarantinedTo = quarantineCopy(root, journalPath(root, number));
      report({ kind: 'damagedJournal', where: 'journal', detail, quarantinedTo });
    }
    for (const record of records) {
      data.applyLines(record.lines);
      if (checkpoint && number <= checkpoint.number) continue;
      data.applyDocuments(record.documents);
      data.applyIndexChanges(record.indexChanges);
    }
  }
  data.dropUndeclaredIndexes();
  data.buildMissingIndexes();
  return Math.max(at, ...journals, ...journalNumbers(root, '.checkpoint')) + 1;
}
