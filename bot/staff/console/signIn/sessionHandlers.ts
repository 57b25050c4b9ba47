// Signing in and out, and changing one's password.

import type { StaffRecord, StaffSession } from '../../../../data/domain/bank/staff';
import type { ClientAddress } from '../../../http/trustProxy';
import {
  changePasswordRequestSchema,
  type Session,
  type SessionOptions,
  signInRequestSchema,
  type User,
} from '../../contract/session';
import { ConsoleProblem, detail, invalid } from '../../problems';
import { type StaffParts, staffAudit, staffEvent } from '../../staffParts';
import { type Call, type Handle, ok } from '../frame/call';
import { AttemptCounter } from './attempts';
import { type CookieRules, setCookie } from './cookies';
import { hashPassword, isAcceptable, passwordLengthMin, passwordMatches } from './passwords';
import { idleMinutes, type Sessions } from './sessions';

export interface SignInParts extends StaffParts {
  readonly sessions: Sessions;
  readonly cookies: CookieRules;
  readonly oidcConfigured: boolean;
  /** Whom attempts are counted for. */
  readonly clientAddress: ClientAddress;
}

export const userOf = ({ username, displayName, roles, mustChangePassword, source }: StaffRecord): User => ({
  username,
  displayName,
  roles,
  mustChangePassword,
  source,
});

const sessionOf = (
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

/** Signs a person in with a session of its own, whatever the browser brought along. */
export async function openSession(parts: SignInParts, call: Call, person: StaffRecord): Promise<Session> {
  const { sessions, cookies, repositories, store } = parts;
  const seen: StaffRecord = { ...person, lastSignInAt: call.now };
  const { token, session } = await sessions.open(person.username);
  await store.transaction([
    repositories.staff.putOperation(seen),
    staffAudit(parts, { username: person.username, now: call.now }, 'staff.signedIn', { source: person.source }),
  ]);
  setCookie(call.res, 'session', token, cookies);
  return sessionOf(parts, seen, session);
}

async function signIn(parts: SignInParts, attempts: AttemptCounter, call: Call) {
  const { repositories } = parts;
  const { username: typed, password } = await call.body(signInRequestSchema);
  const username = typed.trim().toLowerCase();
  const address = parts.clientAddress(call.req);
  await attempts.begin(username, address);
  const person = await repositories.staff.get(username);
  const isRight = await passwordMatches(person?.passwordHash ?? null, password);
  if (!isRight || person === undefined || person.disabled) {
    // A name that does not exist is not kept: somebody may have typed a password there.
    const known = person === undefined ? '' : username;
    await repositories.audit.append(staffEvent({ username: known, now: call.now }, 'staff.signInFailed', {}));
    throw new ConsoleProblem('wrongPassword');
  }
  await attempts.succeeded(username, address);
  return ok(await openSession(parts, call, person));
}

async function changePassword(parts: SignInParts, attempts: AttemptCounter, call: Call) {
  const { repositories, store, sessions, cookies } = parts;
  const { current, next } = await call.body(changePasswordRequestSchema);
  const { username } = call;
  if (call.person.source === 'oidc') throw invalid(detail('current', 'directoryUser'));
  const address = parts.clientAddress(call.req);
  await attempts.begin(username, address);
  if (!(await passwordMatches(call.person.passwordHash, current))) throw invalid(detail('current', 'wrongPassword'));
  await attempts.succeeded(username, address);
  if (!isAcceptable(next, username, current)) throw invalid(detail('next', 'weakPassword', { min: passwordLengthMin }));
  const changed: StaffRecord = { ...call.person, passwordHash: await hashPassword(next), mustChangePassword: false };
  await store.transaction([
    repositories.staff.putOperation(changed),
    staffAudit(parts, call, 'staff.passwordChanged', {}),
  ]);
  // Whoever knew the old password is out, everywhere; this browser goes on with a session of its own.
  await repositories.staffSessions.endAll(username);
  const { token, session } = await sessions.open(username);
  setCookie(call.res, 'session', token, cookies);
  return ok(sessionOf(parts, changed, session));
}

export function sessionHandlers(parts: SignInParts) {
  const attempts = new AttemptCounter(parts.repositories.signInAttempts, parts.clock);
  const { bank } = parts.data;
  return {
    sessionOptions: () =>
      ok({
        oidc: parts.oidcConfigured,
        bankName: bank.name,
        colours: bank.colours,
        passwordLengthMin,
      } satisfies SessionOptions),
    signIn: (call) => signIn(parts, attempts, call),
    session: (call) => ok(sessionOf(parts, call.person, call.session)),
    async signOut(call) {
      await parts.sessions.end(call.session);
      setCookie(call.res, 'session', null, parts.cookies);
      return ok({ ok: true });
    },
    changePassword: (call) => changePassword(parts, attempts, call),
  } satisfies Readonly<Record<string, Handle>>;
}
