// Who is signed in: sessions live in the store, the browser holds a random token of which only the hash is kept.
import { createHash, randomBytes } from 'node:crypto';
import { type StaffRecord, type StaffSession, separatedRoles } from '../../../../data/domain/bank/staff';
import { localTime } from '../../../../data/domain/calendar/calendar';
import type { Instant } from '../../../../data/domain/calendar/instant';
import { VersionConflict } from '../../../../data/store/documentStore';
import type { Repositories } from '../../../../data/store/repositories';
import type { Kept } from '../../../../data/store/repositories/repository';
import type { SignedIn } from '../frame/call';

export const idleMinutes = 30;
const longestMinutes = 12 * 60;
/** How stale `lastSeenAt` may be; a write for each request would be waste. */
const seenEveryMs = 60_000;

const later = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const newToken = (): string => randomBytes(32).toString('base64url');

interface Standing {
  readonly person: StaffRecord;
  readonly kept: Kept<StaffSession>;
}

export class Sessions {
  constructor(
    private readonly repositories: Pick<Repositories, 'staff' | 'staffSessions'>,
    private readonly clock: () => Instant,
    private readonly timeZone: string,
  ) {}

  /** A new session with a new token, to be stored; one that a browser brought along is never taken over. */
  newSession(username: string): { readonly token: string; readonly session: StaffSession } {
    const now = this.clock();
    const token = newToken();
    const endsAt = later(now, longestMinutes);
    const session: StaffSession = {
      tokenHash: hashOf(token),
      username,
      csrfToken: newToken(),
      createdAt: now,
      lastSeenAt: now,
      endsAt,
      endsOn: localTime(endsAt, this.timeZone).date,
    };
    return { token, session };
  }

  /** The person behind a token; null when it is none of ours, has ended, or the person may not sign in any more. */
  async find(token: string | undefined): Promise<SignedIn | null> {
    if (token === undefined || token.length > 100) return null;
    const standing = await this.standing(hashOf(token));
    if (standing === null) return null;
    const { person, kept } = standing;
    return (await this.seen(kept)) ? { person, session: kept.record } : null;
  }

  /** The person of a session as they stand now, without counting it as a visit; null when the session is over. */
  async personOf(tokenHash: string): Promise<StaffRecord | null> {
    return (await this.standing(tokenHash))?.person ?? null;
  }

  private async standing(tokenHash: string): Promise<Standing | null> {
    const { staff, staffSessions } = this.repositories;
    const kept = await staffSessions.kept(tokenHash);
    if (kept === undefined) return null;
    const now = this.clock();
    const person = await staff.get(kept.record.username);
    const isOver = now >= kept.record.endsAt || now >= later(kept.record.lastSeenAt, idleMinutes);
    if (isOver || person === undefined || person.disabled) {
      await this.end(kept.record);
      return null;
    }
    return { person: { ...person, roles: separatedRoles(person.roles) }, kept };
  }

  /** Notes the visit; false when the session was ended in the meantime, which a write must not undo. */
  private async seen({ record, version }: Kept<StaffSession>): Promise<boolean> {
    const { staffSessions } = this.repositories;
    const now = this.clock();
    if (Date.parse(now) - Date.parse(record.lastSeenAt) <= seenEveryMs) return true;
    try {
      await staffSessions.put({ ...record, lastSeenAt: now }, version);
      return true;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      // Another request of the same browser noted it first, or the session is gone.
      return (await staffSessions.kept(record.tokenHash)) !== undefined;
    }
  }

  async end({ tokenHash }: Pick<StaffSession, 'tokenHash'>): Promise<void> {
    await this.repositories.staffSessions.end(tokenHash);
  }
}
