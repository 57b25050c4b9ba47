// The colleague's side of a benchmark: signs in, asks the console's API, and listens to the desk.
export interface StaffTalk {
  /** Milliseconds that one GET took, answer read; fails on anything but 200. */
  get(path: string): Promise<number>;
  /** Listens to the desk; `heard` resolves with the time at which words arrive on the agent's screen. */
  listen(): Promise<{ heard(words: string): Promise<number>; close(): void }>;
}

async function signIn(root: string, username: string, password: string): Promise<string> {
  const response = await fetch(`${root}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${username} could not sign in: ${response.status}`);
  return cookie.join('; ');
}

/** Reads server-sent events to the end of the stream, block by block. */
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

export async function staffTalk(port: number, username: string, password: string): Promise<StaffTalk> {
  const root = `http://127.0.0.1:${port}/console/api`;
  const cookie = await signIn(root, username, password);
  return {
    async get(path) {
      const started = performance.now();
      const response = await fetch(`${root}/${path}`, { headers: { cookie } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      return performance.now() - started;
    },
    async listen() {
      const stop = new AbortController();
      const response = await fetch(`${root}/desk/events`, { headers: { cookie }, signal: stop.signal });
      if (response.body === null) throw new Error('the desk does not speak');
      const waiting = new Map<string, (at: number) => void>();
      readEvents(response.body, (block) => {
        const at = performance.now();
        for (const [words, arrived] of waiting) if (block.includes(words)) arrived(at);
      }).catch(() => undefined);
      return {
        heard: (words) =>
          new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`${words} never reached the desk`)), 5000);
            waiting.set(words, (at) => {
              clearTimeout(timer);
              waiting.delete(words);
              resolve(at);
            });
          }),
        close: () => stop.abort(),
      };
    },
  };
}
