// What came as a file with the program is noted in the store when it changes, so that a version that conversations began with,
// or that was once in force, stays readable after the file has moved on.
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../../data/domain/calendar/instant';
import { VersionConflict } from '../../../data/store/documentStore';
import { type PolicyKind, type PolicyVersion, policyKindSchema } from '../../../data/store/repositories/policies';
import type { ShippedData } from '../../config/shippedData';
import type { StaffParts } from '../staffParts';
import { type ShippedPolicy, shippedPolicy, stamped } from './kinds';

/** JSON as the store keeps it, so that a note can be compared with its file. */
const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The content without what names its version. */
const bare = (kind: PolicyKind, content: unknown): unknown => asStored(stamped(kind, content, '', ''));

const byNote = (a: PolicyVersion, b: PolicyVersion): number => b.createdAt.localeCompare(a.createdAt);

/** The notes of shipped versions, the latest first. */
export const shippedNotes = (history: readonly PolicyVersion[]): readonly PolicyVersion[] =>
  history.filter(({ status }) => status === 'shipped').sort(byNote);

/** "offers-2026-11" is the name of the file; "offers-2026-11.2" is a later content of a file that kept its name. */
const isNameOf = (version: string, file: string): boolean =>
  version === file || (version.startsWith(`${file}.`) && /^\d+$/.test(version.slice(file.length + 1)));

function noteOf(kind: PolicyKind, file: ShippedPolicy, history: readonly PolicyVersion[]): PolicyVersion | undefined {
  const content = bare(kind, file.content);
  return shippedNotes(history).find(
    (note) => isNameOf(note.version, file.version) && isDeepStrictEqual(bare(kind, note.content), content),
  );
}

/** The shipped version of a kind under the name by which the store knows this content; the file's own before the first start. */
export function currentShipped(data: ShippedData, kind: PolicyKind, history: readonly PolicyVersion[]): ShippedPolicy {
  const file = shippedPolicy(data, kind);
  const note = noteOf(kind, file, history);
  if (note === undefined || note.version === file.version) return file;
  return { ...file, version: note.version, content: stamped(kind, file.content, note.version, file.effectiveFrom) };
}

function freeName(file: string, history: readonly PolicyVersion[]): string {
  const taken = new Set(history.map(({ version }) => version));
  if (!taken.has(file)) return file;
  for (let number = 2; ; number++) if (!taken.has(`${file}.${number}`)) return `${file}.${number}`;
}

/** Instants of notes follow each other, also on a clock that stands still. */
function notedAt(history: readonly PolicyVersion[], now: Instant): Instant {
  const last = shippedNotes(history)[0]?.createdAt ?? '';
  return last < now ? now : new Date(Date.parse(last) + 1).toISOString();
}

type Parts = Pick<StaffParts, 'repositories' | 'data'>;

async function recordKind({ repositories, data }: Parts, kind: PolicyKind, now: Instant): Promise<void> {
  const history = await repositories.policies.history(kind);
  const file = shippedPolicy(data, kind);
  if (noteOf(kind, file, history) !== undefined) return;
  const version = freeName(file.version, history);
  const note: PolicyVersion = {
    kind,
    version,
    effectiveFrom: file.effectiveFrom,
    status: 'shipped',
    basedOn: null,
    reason: '',
    author: '',
    createdAt: notedAt(history, now),
    approver: null,
    decidedAt: null,
    comment: '',
    content: stamped(kind, file.content, version, file.effectiveFrom),
  };
  try {
    await repositories.policies.put(note, null);
  } catch (error) {
    // Noted in the meantime by another start of the same program.
    if (!(error instanceof VersionConflict)) throw error;
  }
}

/** Notes each kind whose file is not in the store yet; called at the start, before anything asks what is in force. */
export async function recordShipped(parts: Parts, now: Instant): Promise<void> {
  for (const kind of policyKindSchema.options) await recordKind(parts, kind, now);
}
