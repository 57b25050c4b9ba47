// The colleague's side of a benchmark: signs in, asks the console's API, and listens to the desk.
import { sessionSchema } from '../staff/contract/session';

export interface Answer {
  /** Milliseconds until the answer was read whole. */
  readonly ms: number;
  readonly body: unknown;
}

export interface StaffTalk {
  /** Both fail on a refusal. */
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  /** Listens to the desk; `heard` gives the time at which a message with these words comes in on the agent's line. */
  listen(): Promise<{ heard(words: string): Promise<number>; close(): void }>;
}

const patienceMs = 5000;

/** Signs in and gives the headers of every further call. */
async function signIn(root: string, username: string, password: string): Promise<Record<string, string>> {
  const response = await fetch(`${root}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (response.status !== 200) throw new Error(`${username} could not sign in: ${response.status}`);
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  const { csrfToken } = sessionSchema.parse(await response.json());
  return { cookie: cookie.join('; '), 'x-csrf-token': csrfToken, 'content-type': 'application/json' };
}

/** Reads server-sent events to the end of the line, block by block. */
async function readEvents(body: ReadableStream<Uint8Array>, block: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    blocks.forEach(block);
  }
}

/** Whoever waits for an event that holds some words, and the time at which it came. */
class Waiting {
  private readonly byWords = new Map<string, (at: number) => void>();

  came(block: string): void {
    const at = performance.now();
    for (const [words, arrived] of this.byWords) if (block.includes(words)) arrived(at);
  }

  heard(words: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`"${words}" never reached the desk`)), patienceMs);
      this.byWords.set(words, (at) => {
        clearTimeout(timer);
        this.byWords.delete(words);
        resolve(at);
      });
    });
  }
}

export async function staffTalk(port: number, username: string, password: string): Promise<StaffTalk> {
  const root = `http://127.0.0.1:${port}/console/api`;
  const headers = await signIn(root, username, password);
  const call = async (path: string, more: RequestInit): Promise<Answer> => {
    const started = performance.now();
    const response = await fetch(`${root}/${path}`, { headers, ...more });
    const text = await response.text();
    const ms = performance.now() - started;
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
    return { ms, body: JSON.parse(text) };
  };
  return {
    get: (path) => call(path, {}),
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
    async listen() {
      const stop = new AbortController();
      const response = await fetch(`${root}/desk/events`, { headers, signal: stop.signal });
      if (response.status !== 200 || response.body === null) throw new Error(`desk/events: ${response.status}`);
      const ready = new Waiting();
      const messages = new Waiting();
      const opened = ready.heard('ready');
      // Ends by being aborted.
      readEvents(response.body, (block) => (block.startsWith('event: message\n') ? messages : ready).came(block)).catch(
        () => undefined,
      );
      await opened;
      return { heard: (words) => messages.heard(words), close: () => stop.abort() };
    },
  };
}
