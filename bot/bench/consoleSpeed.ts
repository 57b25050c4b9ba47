// How quickly staff are served: the queue, a customer's words, the audit log, and the first load of the pages.
import { gzipSync } from 'node:zlib';
import { auditCount, staffPassword } from './busyBank';
import script from './script.json';

import { staffTalk } from './staffTalk';
import { quantile, sayOnce } from './talker';

export interface Timed {
  readonly median: number;
  readonly worst: number;
}

const rounds = 15;

/** Milliseconds of so many calls, one after the other; the first two only warm up. */
async function timed(call: (round: number) => Promise<number>): Promise<Timed> {
  const taken: number[] = [];
  for (let round = 0; round < rounds + 2; round++) {
    const took = await call(round);
    if (round >= 2) taken.push(took);
  }
  return { median: quantile(taken, 0.5), worst: Math.max(...taken) };
}

export async function queueOpens(port: number): Promise<Timed> {
  const agent = await staffTalk(port, 'bench.agent', staffPassword);
  return timed(() => agent.get('desk/queue'));
}

/** From the moment a customer who waits sends words to the moment they are on the agent's stream. */
export async function wordsToAgent(port: number, serviceUrl: string): Promise<Timed> {
  const agent = await staffTalk(port, 'bench.agent', staffPassword);
  const desk = await agent.listen();
  const say = sayOnce(port, serviceUrl);
  try {
    await say(script.askForPerson);
    return await timed(async (round) => {
      // Letters: digits are masked in a transcript.
      const words = `still waiting ${String.fromCharCode(97 + round)}.`;
      const started = performance.now();
      const [arrived] = await Promise.all([desk.heard(words), say(words)]);
      return arrived - started;
    });
  } finally {
    desk.close();
  }
}

/** Searches an auditor makes, each on another part of the log. */
export const auditSearches: Readonly<Record<string, (round: number) => string>> = {
  'the newest': () => 'audit',
  'a conversation': (round) => `audit?conversation=talk-${round * 700 + 3}`,
  'a customer': (round) => `audit?customer=D-${round * 300 + 5}`,
  'a case number': (round) => `audit?q=CS-${round * 650 + 9}`,
  'a type of decision, on some days': () => 'audit?type=promiseRecorded&from=2026-03-01&to=2026-03-20',
  'a figure that is in no index': (round) => `audit?q=${48_201 + auditCount - 40 * (round + 1)}`,
  'words that are nowhere': () => 'audit?q=nothing%20like%20this',
};

export async function searchTakes(port: number, path: (round: number) => string): Promise<Timed> {
  const auditor = await staffTalk(port, 'bench.auditor', staffPassword);
  return timed((round) => auditor.get(path(round)));
}

/** Bytes, gzipped, of the page and of everything that it names to be loaded at once. */
export async function firstLoadBytes(port: number): Promise<number> {
  const root = `http://127.0.0.1:${port}/console/`;
  const page = await (await fetch(root)).text();
  const named = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg))"/g)].map((match) => match[1] ?? '');
  const sizes = await Promise.all(
    [...new Set(named)].map(async (path) => {
      const body = Buffer.from(await (await fetch(new URL(path, root))).arrayBuffer());
      return gzipSync(body).length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, gzipSync(page).length);
}
