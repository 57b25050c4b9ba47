// How quickly staff are served: the queue, a customer's words, and the audit log searched to its end.
import { auditPageSchema } from '../staff/contract/audit';
import { queueSchema } from '../staff/contract/desk';
import { auditCount, daysAgo, staffPassword, waitingCount } from './busyBank';
import { balanceOf, perConversation } from './decisions';
import { type StaffTalk, staffTalk } from './staffTalk';
import script from './turns/script.json';
import { quantile, sayOnce } from './turns/talker';

export interface Timed {
  readonly median: number;
  readonly worst: number;
}

const rounds = 15;
const warmUp = 2;

/** Milliseconds of so many calls, one after the other; the first two only warm up. */
async function timed(call: (round: number) => Promise<number>): Promise<Timed> {
  const taken: number[] = [];
  for (let round = 0; round < rounds + warmUp; round++) {
    const took = await call(round);
    if (round >= warmUp) taken.push(took);
  }
  return { median: quantile(taken, 0.5), worst: Math.max(...taken) };
}

export async function queueOpens(port: number): Promise<Timed> {
  const agent = await staffTalk(port, 'bench.agent', staffPassword);
  return timed(async () => {
    const { ms, body } = await agent.get('desk/queue');
    const { waiting } = queueSchema.parse(body);
    if (waiting < waitingCount) throw new Error(`only ${waiting} wait in the queue`);
    return ms;
  });
}

/** Takes the one conversation that a real customer waits in. */
async function takeCustomer(agent: StaffTalk): Promise<void> {
  const { items } = queueSchema.parse((await agent.get('desk/queue')).body);
  const item = items.find(
    ({ conversationId, status }) => !conversationId.startsWith('waiting-') && status === 'waiting',
  );
  if (item === undefined) throw new Error('the customer is not in the queue');
  const place = `desk/${encodeURIComponent(item.conversationId)}/take`;
  await agent.post(place, { expectedVersion: item.version });
}

/** From the moment a customer's words are posted to the moment they come in on the line of the agent who took them over. */
export async function wordsToAgent(port: number, serviceUrl: string): Promise<Timed> {
  const agent = await staffTalk(port, 'bench.agent', staffPassword);
  const desk = await agent.listen();
  const say = sayOnce(port, serviceUrl);
  try {
    await say(script.askForPerson);
    await takeCustomer(agent);
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

export interface AuditSearch {
  readonly query: (round: number) => Readonly<Record<string, string>>;
  /** How many entries there are to be found; a page shows fifty of more. */
  readonly found: number;
}

/** Searches an auditor makes, each time on another part of the log. */
export const auditSearches = (now: string): Readonly<Record<string, AuditSearch>> => {
  const days = (round: number, length: number) => ({
    from: daysAgo(now, 320 - round * 15),
    to: daysAgo(now, 320 - round * 15 - length),
  });
  const balance = (round: number) => String(balanceOf(auditCount - perConversation * 730 * (round + 1) + 3));
  return {
    'the newest': { query: () => ({}), found: 50 },
    'a conversation': { query: (round) => ({ conversation: `talk-${round * 700 + 3}` }), found: perConversation },
    'a customer': { query: (round) => ({ customer: `D-${round * 290 + 5}` }), found: 16 },
    'a case number': { query: (round) => ({ q: `CS-${round * 700 + 9}` }), found: 1 },
    'a kind of decision': { query: () => ({ type: 'promiseRecorded' }), found: 50 },
    'some days': { query: (round) => days(round, 3), found: 50 },
    'a kind on some days': { query: (round) => ({ type: 'promiseRecorded', ...days(round, 20) }), found: 50 },
    'a figure in the text': { query: (round) => ({ q: balance(round) }), found: 1 },
    'a figure and a kind': { query: (round) => ({ q: balance(round), type: 'negotiation.move' }), found: 1 },
    'words that are nowhere': { query: () => ({ q: script.saidNowhere }), found: 0 },
  };
};

/** Milliseconds until a page is full or the whole log was gone through, however many answers that takes. */
async function searchOnce(auditor: StaffTalk, { query, found }: AuditSearch, round: number): Promise<number> {
  let took = 0;
  let count = 0;
  for (let after: string | null = ''; after !== null; ) {
    const search = new URLSearchParams({ ...query(round), ...(after === '' ? {} : { after }) });
    const { ms, body } = await auditor.get(`audit?${search.toString()}`);
    const page = auditPageSchema.parse(body);
    took += ms;
    count += page.items.length;
    after = page.searchedAll ? null : page.next;
  }
  if (count < found) throw new Error(`audit?${new URLSearchParams(query(round)).toString()}: found ${count}`);
  return took;
}

export async function searchesTake(port: number, now: string): Promise<ReadonlyMap<string, Timed>> {
  const auditor = await staffTalk(port, 'bench.auditor', staffPassword);
  const taken = new Map<string, Timed>();
  for (const [what, search] of Object.entries(auditSearches(now)))
    taken.set(what, await timed((round) => searchOnce(auditor, search, round)));
  return taken;
}
