// Removes sealed files that no record names: of a turn that failed after its file was written, and of records whose time is over.
import type { Instant } from '../../../data/domain/calendar/instant';
import type { Repositories } from '../../../data/store/repositories';
import type { SealedFiles } from '../../../data/store/sealed/sealedFiles';

/** A turn that is under way may have written its file and not yet its record. */
const youngMs = 60 * 60_000;

/** Gives how many were removed. */
export async function sweepFiles(
  files: Pick<SealedFiles, 'list' | 'remove'>,
  { evidence }: Pick<Repositories, 'evidence'>,
  now: Instant,
): Promise<number> {
  let removed = 0;
  for (const { id, writtenMs } of await files.list()) {
    if (Date.parse(now) - writtenMs < youngMs || (await evidence.kept(id)) !== undefined) continue;
    await files.remove(id);
    removed += 1;
  }
  return removed;
}
