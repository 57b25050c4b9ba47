// The conversation of this tab and its token. The token is renewed while the tab lives, and when it wakes; a conversation
// that has ended says so, and a new one begins only when the customer asks for it.

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

  /** `ended`: the conversation cannot be gone on with. `unreachable`: for the time being. `renewed`: a newer token is here. */
  constructor(listeners) {
    this.listeners = listeners;
  }

  /** The kept conversation goes on after a reload; without one a new one begins. False when the kept one has ended. */
  async open(locale) {
    this.current = JSON.parse(sessionStorage.getItem(keptIn) ?? 'null');
    if (this.current !== null) return this.renew();
    this.keep(await callJson('POST', '/directline/tokens/generate', { body: { locale } }));
    return true;
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
      this.keep(await callJson('POST', '/directline/tokens/refresh', { token: this.current.token }));
      this.listeners.renewed();
      return true;
    } catch (error) {
      const hasEnded = error instanceof Refused && error.status === 403;
      if (hasEnded) this.listeners.ended();
      else this.listeners.unreachable();
      return !hasEnded;
    }
  }

  keep(conversation) {
    this.current = conversation;
    this.renewedAt = Date.now();
    sessionStorage.setItem(keptIn, JSON.stringify(conversation));
  }

  forget() {
    sessionStorage.removeItem(keptIn);
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
