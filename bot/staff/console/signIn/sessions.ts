// Who is signed in: sessions live in the store, the browser holds a random token of which only the hash is kept.
import { createHash, randomBytes } from 'node:crypto';
import type { StaffSession } from '../../../../data/domain/bank/staff';
import type { Instant } from '../../../../data/domain/calendar/instant';
import type { Repositories } from '../../../../data/store/repositories';
import type { SignedIn } from '../frame/call';

export const idleMinutes = 30;
const longestMinutes = 12 * 60;
/** How stale `lastSeenAt` may be; a write for each request would be waste. */
const seenEveryMs = 60_000;

const later = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const newToken = (): string => randomBytes(32).toString('base64url');

export class Sessions {
  constructor(
    private readonly repositories: Pick<Repositories, 'staff' | 'staffSessions'>,
    private readonly clock: () => Instant,
  ) {}

  /** A new session with a new token: one that a browser brought along is never taken over. */
  async open(username: string): Promise<{ readonly token: string; readonly session: StaffSession }> {
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
      endsOn: endsAt.slice(0, 10),
    };
    await this.repositories.staffSessions.put(session, null);
    return { token, session };
  }

  /** The person behind a token; null when it is none of ours, has ended, or the person may not sign in any more. */
  async find(token: string | undefined): Promise<SignedIn | null> {
    if (token === undefined || token.length > 100) return null;
    const { staff, staffSessions } = this.repositories;
    const session = await staffSessions.get(hashOf(token));
    if (session === undefined) return null;
    const now = this.clock();
    const person = await staff.get(session.username);
    const isOver = now >= session.endsAt || now >= later(session.lastSeenAt, idleMinutes);
    if (isOver || person === undefined || person.disabled) {
      await this.end(session);
      return null;
    }
    if (Date.parse(now) - Date.parse(session.lastSeenAt) > seenEveryMs)
      await staffSessions.put({ ...session, lastSeenAt: now }, 'any');
    return { person, session };
  }

  async end({ tokenHash }: Pick<StaffSession, 'tokenHash'>): Promise<void> {
    await this.repositories.staffSessions.end(tokenHash);
  }
}
