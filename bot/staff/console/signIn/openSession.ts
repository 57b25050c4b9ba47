// Signs somebody in: their record as it stands, the new session and the audit line are stored together or not at all.
import type { StaffRecord, StaffSession } from '../../../../data/domain/bank/staff';
import { VersionConflict } from '../../../../data/store/documentStore';
import type { ClientAddress } from '../../../http/trustProxy';
import type { Session } from '../../contract/session';
import { type StaffParts, staffAudit } from '../../staffParts';
import type { Call } from '../frame/call';
import type { OpenStreams } from '../frame/openStreams';
import type { AttemptCounter } from './attempts';
import { markFor, withBrowser } from './browsers';
import { type CookieRules, cookieOf, setCookie } from './cookies';
import { idleMinutes, type Sessions } from './sessions';
import { userOf } from './users';

export interface SignInParts extends StaffParts {
  readonly sessions: Sessions;
  readonly streams: OpenStreams;
  readonly attempts: AttemptCounter;
  readonly cookies: CookieRules;
  readonly oidcConfigured: boolean;
  /** Whom attempts are counted for. */
  readonly clientAddress: ClientAddress;
}

const triesMax = 20;

export const sessionOf = (
  { data }: Pick<SignInParts, 'data'>,
  person: StaffRecord,
  { csrfToken, endsAt }: StaffSession,
): Session => ({
  user: userOf(person),
  csrfToken,
  endsAt,
  idleMinutes,
  timeZone: data.bank.timeZone,
});

/**
 * A session of its own, whatever the browser brought along. `admitted` gives the record of the person from what is stored,
 * or throws; it is asked again when somebody changes the record meanwhile, so that nobody comes in past a change.
 */
export async function openSession(
  parts: SignInParts,
  call: Call,
  username: string,
  admitted: (known: StaffRecord | undefined) => StaffRecord,
): Promise<Session> {
  const { sessions, cookies, repositories, store } = parts;
  const mark = markFor(cookieOf(call.req, 'browser', cookies));
  for (let tries = 1; ; tries++) {
    const kept = await repositories.staff.kept(username);
    const person: StaffRecord = { ...withBrowser(admitted(kept?.record), mark), lastSignInAt: call.now };
    const { token, session } = sessions.newSession(username);
    try {
      await store.transaction([
        repositories.staff.putOperation(person, kept?.version ?? null),
        repositories.staffSessions.putOperation(session, null),
        staffAudit(parts, { username, now: call.now }, 'staff.signedIn', { source: person.source }),
      ]);
    } catch (error) {
      if (error instanceof VersionConflict && tries < triesMax) continue;
      throw error;
    }
    // The bank's directory may have told other roles than before.
    await parts.streams.recheck(username);
    setCookie(call.res, 'session', token, cookies);
    setCookie(call.res, 'browser', mark, cookies);
    return sessionOf(parts, person, session);
  }
}
