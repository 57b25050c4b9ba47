// The conversation of this tab and its token. The token is renewed while the tab lives, and when it wakes; a conversation
// that has ended says so, and a new one begins only when the customer asks for it.
import { inTab } from './kept.js';

const keptIn = 'assistant.conversation';
const renewEveryMs = 10 * 60_000;
/** Half-way through its life a token is renewed at the first chance. */
const renewAfterMs = 5 * 60_000;

export class Refused extends Error {
  constructor(path, status) {
    super(`${path}: ${status}`);
    this.status = status;
  }
}

export async function callJson(method, path, { token, body } = {}) {
  const headers = {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(body ? { 'Content-Type': 'application/json' } : {}),
  };
  const response = await fetch(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!response.ok) throw new Refused(path, response.status);
  return response.json();
}

export class Connection {
  current = null;
  renewedAt = 0;
  renewing = null;
  isForgotten = false;

  /**
   * `ended`: the conversation cannot be gone on with. `unreachable`: for the time being. `renewed`: a newer token is here.
   * `signIn`: gives the bank's token of who is signed in to its page, or null.
   */
  constructor(listeners, signIn = () => Promise.resolve(null)) {
    this.listeners = listeners;
    this.signIn = signIn;
  }

  /**
   * The kept conversation goes on after a reload; without one, or where it is of somebody else than is signed in now, a new one
   * begins. False when the kept one has ended.
   */
  async open(locale) {
    this.current = JSON.parse(inTab.getItem(keptIn) ?? 'null');
    const signIn = await this.signIn();
    if (this.current !== null && (await this.isOf(signIn))) return this.renew();
    const begun = await callJson('POST', '/directline/tokens/generate', { token: signIn, body: { locale } });
    this.keep({ ...begun, isSignedIn: signIn !== null });
    return true;
  }

  /** Whether the kept conversation is of who is signed in to the bank's page now, or of nobody where nobody is. */
  async isOf(signIn) {
    if (signIn === null) return !this.current.isSignedIn;
    if (!this.current.isSignedIn) return false;
    try {
      await this.refresh(signIn);
      return true;
    } catch (error) {
      if (error instanceof Refused && error.status === 403) return false;
      throw error;
    }
  }

  /** Asks for a new token once, however many ask at the same time. False when there is none to be had any more. */
  renew() {
    this.renewing ??= this.renewOnce().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  async renewOnce() {
    try {
      await this.refresh(await this.signIn());
      this.listeners.renewed();
      return true;
    } catch (error) {
      const hasEnded = error instanceof Refused && error.status === 403;
      if (hasEnded) this.listeners.ended();
      else this.listeners.unreachable();
      return !hasEnded;
    }
  }

  async refresh(signIn) {
    const { token, isSignedIn = false } = this.current;
    const body = isSignedIn && signIn !== null ? { signIn } : undefined;
    this.keep({ ...(await callJson('POST', '/directline/tokens/refresh', { token, body })), isSignedIn });
  }

  keep(conversation) {
    this.current = conversation;
    this.renewedAt = Date.now();
    if (!this.isForgotten) inTab.setItem(keptIn, JSON.stringify(conversation));
  }

  /** For good: an answer that is still on its way is not kept either. */
  forget() {
    this.isForgotten = true;
    inTab.removeItem(keptIn);
  }

  /** Keeps the token alive; a tab that slept renews it before anything else is done with it. */
  stayAlive() {
    setInterval(() => void this.renew(), renewEveryMs);
    const wake = () => {
      if (document.visibilityState === 'visible' && Date.now() - this.renewedAt > renewAfterMs) void this.renew();
    };
    document.addEventListener('visibilitychange', wake);
    addEventListener('pageshow', wake);
    addEventListener('focus', wake);
    addEventListener('online', () => void this.renew());
  }
}
