// The console's cookies. Over https the browser itself holds them to this host and path (`__Host-`); plain on this machine only.
import type { Request, Response } from 'restify';
import { isLoopbackAddress } from '../../../http/loopback';

export interface CookieRules {
  /** True where people reach the console over https (PUBLIC_URL says so). */
  readonly secure: boolean;
}

/** `browser` is a mark that stays when a session ends: sign-in counts attempts in a known browser apart. */
type CookieName = 'session' | 'oidc' | 'browser';

const browserSeconds = 400 * 86_400;

const fullName = (name: CookieName, { secure }: CookieRules): string => `${secure ? '__Host-' : ''}console_${name}`;

export function cookieOf(req: Request, name: CookieName, rules: CookieRules): string | undefined {
  const wanted = fullName(name, rules);
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === wanted) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** Sets a cookie, or takes it away with `value` null. Strict, but for the way back from the bank's directory. */
export function setCookie(res: Response, name: CookieName, value: string | null, rules: CookieRules): void {
  const parts = [
    `${fullName(name, rules)}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    name === 'oidc' ? 'SameSite=Lax' : 'SameSite=Strict',
    ...(rules.secure ? ['Secure'] : []),
    ...(value === null ? ['Max-Age=0'] : name === 'browser' ? [`Max-Age=${browserSeconds}`] : []),
  ];
  const before = res.getHeader('Set-Cookie');
  const list = Array.isArray(before) ? before.map(String) : before === undefined ? [] : [String(before)];
  res.setHeader('Set-Cookie', [...list, parts.join('; ')]);
}

/** Passwords and tokens travel over https, or do not leave this machine. */
export const isPrivateWay = (req: Request, { secure }: CookieRules): boolean =>
  secure || isLoopbackAddress(req.socket.remoteAddress ?? '');
