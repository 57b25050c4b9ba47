// Reads everything that is on disk and compares it with what was noted: in slices, beside whatever else is going on.
import { setImmediate } from 'node:timers/promises';
import type { StoreProblem } from '../documentStore';
import { pagePath } from './disk/layout';
import { quarantineCopy } from './disk/quarantine';
import type { DiskData } from './diskData';

type Report = (problem: StoreProblem) => void;

/** Log lines that are read between two pauses. */
const slice = 100;

async function verifyPages(root: string, data: DiskData, report: Report): Promise<void> {
  for (const { pages, place } of data.trees.values()) {
    data.withTree(place.name, () => pages.head());
    const count = pages.lastWritten?.stamps.length ?? 0;
    for (let number = 1; number < count; number++) {
      await setImmediate();
      // A page that was changed meanwhile is in memory, and its file about to be written again.
      if (!pages.lastWritten?.stamps[number] || pages.isChanged(number)) continue;
      const { kind } = pages.check(number);
      if (kind === 'whole') continue;
      const detail = `page ${number} is ${kind === 'part' ? 'damaged' : 'missing, damaged or not the latest'}`;
      const quarantinedTo = quarantineCopy(root, pagePath(root, place.name, number));
      report({
        kind: place.kind === 'documents' ? 'damagedDocument' : 'damagedIndex',
        where: place.name,
        detail,
        quarantinedTo,
      });
    }
  }
}

export async function verifyData(root: string, data: DiskData, report: Report): Promise<void> {
  await verifyPages(root, data, report);
  for (const [log, files] of data.logs)
    for (let from = 1; from <= data.logTail(log).sequence; from += slice) {
      await setImmediate();
      // Reading reports what cannot be read.
      files.read(from, slice);
    }
}
