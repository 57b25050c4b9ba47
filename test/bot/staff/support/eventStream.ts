// Reads a stream of server-sent events as they come.
import type { StaffClient } from './staffClient';

export interface ReceivedEvent {
  readonly name: string;
  readonly data: Record<string, unknown>;
  /** Milliseconds at which it arrived. */
  readonly at: number;
}

export interface EventStream {
  readonly events: readonly ReceivedEvent[];
  /** Waits until there is one that fits; fails after `limitMs`. */
  until(fits: (event: ReceivedEvent) => boolean, limitMs?: number): Promise<ReceivedEvent>;
  /** Comes when the other side has ended it. */
  readonly ended: Promise<void>;
  close(): void;
}

export async function listenTo(client: StaffClient, path: string): Promise<EventStream> {
  const stop = new AbortController();
  const response = await fetch(`${client.address}/console/api/${path}`, {
    headers: { cookie: client.cookie },
    signal: stop.signal,
  });
  if (!response.ok || response.body === null) throw new Error(`no stream: ${response.status}`);
  const events: ReceivedEvent[] = [];
  const waiters = new Set<() => void>();
  const read = async (body: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of body) {
      rest += decoder.decode(chunk, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block)?.[1] ?? '';
        events.push({ name, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}'), at: performance.now() });
      }
      for (const wake of waiters) wake();
    }
  };
  const ended = read(response.body).catch(() => undefined);
  return {
    events,
    ended,
    until: (fits, limitMs = 5000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiters.delete(look);
          reject(new Error(`no such event among ${JSON.stringify(events.map(({ name, data }) => [name, data]))}`));
        }, limitMs);
        const look = () => {
          const found = events.find(fits);
          if (found === undefined) return;
          clearTimeout(timer);
          waiters.delete(look);
          resolve(found);
        };
        waiters.add(look);
        look();
      }),
    close: () => stop.abort(),
  };
}
