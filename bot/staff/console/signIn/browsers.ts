// Marks of browsers in which somebody has signed in: a random cookie, of which the person's record keeps only the hash.
import { createHash, randomBytes } from 'node:crypto';
import type { StaffRecord } from '../../../../data/domain/bank/staff';

const browsersMax = 10;
const markForm = /^[\w-]{43}$/;

const hashOf = (mark: string): string => createHash('sha256').update(`browser ${mark}`).digest('base64url');

/** The hash of the mark, where this person has signed in with it before; null elsewhere. */
export function knownBrowser(person: StaffRecord | undefined, mark: string | undefined): string | null {
  if (person === undefined || mark === undefined || !markForm.test(mark)) return null;
  const hash = hashOf(mark);
  return person.browsers?.includes(hash) === true ? hash : null;
}

/** The mark that the browser keeps: its own, so that several people may share it, or a new one. */
export const markFor = (mark: string | undefined): string =>
  mark !== undefined && markForm.test(mark) ? mark : randomBytes(32).toString('base64url');

/** The record with this browser as the latest of those known. */
export const withBrowser = (person: StaffRecord, mark: string): StaffRecord => {
  const hash = hashOf(mark);
  return { ...person, browsers: [...(person.browsers ?? []).filter((one) => one !== hash), hash].slice(-browsersMax) };
};
