// Signing in and out, and changing one's password.
import type { StaffRecord } from '../../../../data/domain/bank/staff';
import { changePasswordRequestSchema, type SessionOptions, signInRequestSchema } from '../../contract/session';
import { ConsoleProblem, detail, invalid } from '../../problems';
import { staffAudit, staffEvent } from '../../staffParts';
import { type Call, type Handle, ok } from '../frame/call';
import type { Attempt } from './attempts';
import { knownBrowser } from './browsers';
import { cookieOf, setCookie } from './cookies';
import { openSession, type SignInParts, sessionOf } from './openSession';
import { hashPassword, isAcceptable, passwordLengthMin, passwordMatches } from './passwords';

function attemptOf(parts: SignInParts, call: Call, username: string, person: StaffRecord | undefined): Attempt {
  const ownBrowser = knownBrowser(person, cookieOf(call.req, 'browser', parts.cookies));
  return { username, address: parts.clientAddress(call.req), ownBrowser };
}

async function signIn(parts: SignInParts, call: Call) {
  const { repositories, attempts } = parts;
  const { username: typed, password } = await call.body(signInRequestSchema);
  const username = typed.trim().toLowerCase();
  const person = await repositories.staff.get(username);
  const attempt = attemptOf(parts, call, username, person);
  await attempts.begin(attempt);
  const isRight = await passwordMatches(person?.passwordHash ?? null, password);
  if (!isRight || person === undefined || person.disabled) {
    // A name that does not exist is not kept: somebody may have typed a password there.
    const known = person === undefined ? '' : username;
    await repositories.audit.append(staffEvent({ username: known, now: call.now }, 'staff.signInFailed', {}));
    throw new ConsoleProblem('wrongPassword');
  }
  const session = await openSession(parts, call, username, (known) => {
    // The password that was compared must still be theirs.
    if (known === undefined || known.disabled || known.passwordHash !== person.passwordHash)
      throw new ConsoleProblem('wrongPassword');
    return known;
  });
  await attempts.succeeded(attempt);
  return ok(session);
}

async function changePassword(parts: SignInParts, call: Call) {
  const { repositories, store, sessions, cookies, attempts, streams } = parts;
  const { current, next } = await call.body(changePasswordRequestSchema);
  const { username } = call;
  const kept = await repositories.staff.kept(username);
  if (kept === undefined) throw new ConsoleProblem('unauthenticated');
  const { record: person, version } = kept;
  if (person.source === 'oidc') throw invalid(detail('current', 'directoryUser'));
  const attempt = attemptOf(parts, call, username, person);
  await attempts.begin(attempt);
  if (!(await passwordMatches(person.passwordHash, current))) throw invalid(detail('current', 'wrongPassword'));
  await attempts.succeeded(attempt);
  if (!isAcceptable(next, username, current)) throw invalid(detail('next', 'weakPassword', { min: passwordLengthMin }));
  const changed: StaffRecord = { ...person, passwordHash: await hashPassword(next), mustChangePassword: false };
  const { token, session } = sessions.newSession(username);
  await store.transaction([
    repositories.staff.putOperation(changed, version),
    repositories.staffSessions.putOperation(session, null),
    staffAudit(parts, call, 'staff.passwordChanged', {}),
  ]);
  // Anybody who knew the old password is out, everywhere; this browser goes on with a session of its own.
  await repositories.staffSessions.endAll(username, session.tokenHash);
  await streams.recheck(username);
  setCookie(call.res, 'session', token, cookies);
  return ok(sessionOf(parts, changed, session));
}

export function sessionHandlers(parts: SignInParts) {
  const { bank } = parts.data;
  return {
    sessionOptions: () =>
      ok({
        oidc: parts.oidcConfigured,
        bankName: bank.name,
        colours: bank.colours,
        passwordLengthMin,
      } satisfies SessionOptions),
    signIn: (call) => signIn(parts, call),
    session: (call) => ok(sessionOf(parts, call.person, call.session)),
    async signOut(call) {
      await parts.sessions.end(call.session);
      await parts.streams.recheck(call.username);
      setCookie(call.res, 'session', null, parts.cookies);
      return ok({ ok: true });
    },
    changePassword: (call) => changePassword(parts, call),
  } satisfies Readonly<Record<string, Handle>>;
}
