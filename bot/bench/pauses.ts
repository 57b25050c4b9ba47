// How long others wait while staff ask for what takes long: the dashboard of a year, a simulation on the whole book, a check.
import { knowledgeSchema } from '../../data/knowledge/answer';
import { simulationSchema, simulationStartedSchema } from '../staff/contract/simulations';
import { progress } from './bench';
import { staffPassword } from './busyBank';
import { type StaffTalk, staffTalk } from './staffTalk';
import { newConversation } from './turns/talker';

export interface Pause {
  readonly what: string;
  /** The longest that a request which needs next to nothing had to wait, in milliseconds. */
  readonly longestMs: number;
  /** Customers' turns that were answered meanwhile, and the slowest of them. */
  readonly turns: number;
  readonly slowestTurnMs: number;
  readonly tookMs: number;
}

const codes = '6688 1234';

/** Asks for something small, again and again, until told to stop. */
async function longestWait(port: number, isOver: () => boolean): Promise<number> {
  let longest = 0;
  while (!isOver()) {
    const started = performance.now();
    // A line that was kept open is cut where the assistant did not answer for seconds; the time counts all the same.
    await fetch(`http://127.0.0.1:${port}/health`).then(
      (response) => response.text(),
      () => undefined,
    );
    longest = Math.max(longest, performance.now() - started);
  }
  return longest;
}

const lostAfterMs = 5000;

/** A turn that is not answered in time counts as one that took all of it. */
const lost = (): Promise<number> => new Promise((resolve) => setTimeout(resolve, lostAfterMs, lostAfterMs).unref());

/** Customers who talk one after the other, until told to stop. */
async function turnsMeanwhile(port: number, serviceUrl: string, isOver: () => boolean): Promise<number[]> {
  const taken: number[] = [];
  while (!isOver()) {
    const talk = newConversation(port, serviceUrl, codes);
    const next = () => Promise.race([talk.next(), lost()]);
    for (let took = await next(); took !== undefined && !isOver(); took = await next()) taken.push(took);
  }
  return taken;
}

async function measured(port: number, serviceUrl: string, what: string, work: () => Promise<unknown>): Promise<Pause> {
  const started = performance.now();
  let over = false;
  const isOver = () => over;
  const waits = longestWait(port, isOver);
  const turns = turnsMeanwhile(port, serviceUrl, isOver);
  const done = work().finally(() => {
    over = true;
  });
  // Whatever fails, nothing is still asking when the assistant is stopped.
  await Promise.allSettled([done, waits, turns]);
  await done;
  const [longestMs, taken] = await Promise.all([waits, turns]);
  const slowestTurnMs = Math.max(0, ...taken);
  return { what, longestMs, turns: taken.length, slowestTurnMs, tookMs: performance.now() - started };
}

async function simulateBook(maker: StaffTalk, version: string): Promise<void> {
  const asked = { kind: 'book', version, against: version, customers: 2_000, seeds: [1] };
  const { id } = simulationStartedSchema.parse((await maker.post('simulations', asked)).body);
  for (;;) {
    const { status } = simulationSchema.parse((await maker.get(`simulations/${id}`)).body);
    if (status === 'done') return;
    if (status !== 'running') throw new Error(`the simulation ended as ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** One after the other, what keeps the assistant busiest on behalf of staff. */
export async function* pauses(port: number, serviceUrl: string, now: string, limits: string): AsyncGenerator<Pause> {
  const maker = await staffTalk(port, 'bench.maker', staffPassword);
  const auditor = await staffTalk(port, 'bench.auditor', staffPassword);
  const until = now.slice(0, 10);
  const from = new Date(Date.parse(now) - 365 * 86_400_000).toISOString().slice(0, 10);
  const answers = async () => {
    const { body } = await maker.get('policies/answers/answers-shipped');
    const value = knowledgeSchema.parse(Reflect.get(Object(body), 'value'));
    await maker.post('policies/answers/answers-shipped/check', { value });
  };
  const works: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['nothing else runs', () => new Promise((resolve) => setTimeout(resolve, 3000))],
    ['a year on the dashboard', () => auditor.get(`dashboard?from=${from}&to=${until}&group=segment`)],
    ['a simulation on the whole book', () => simulateBook(maker, limits)],
    ['all answers are checked', answers],
    ['the audit log is verified', () => auditor.post('audit/verify', {})],
  ];
  for (const [what, work] of works) {
    progress(`Turns while ${what}…`);
    yield await measured(port, serviceUrl, what, work);
  }
}
