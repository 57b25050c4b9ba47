// A stranger who types the endings of a customer's card sees, and costs, exactly what they see and cost with endings that nobody has.
// Time is compared by the work done: which reads and writes of the store, in which order. A stopwatch would only add noise to that.
import type { DocumentStore } from '../../../data/store/documentStore';
import { unless } from '../../model/laws/law';
import { personaOf } from '../../model/persona';
import type { World } from '../../model/world';
import type { Attempt } from '../attempt';
import { nobody } from '../digits';
import { type PlayedAttempt, playAttempt } from '../playAttempt';

// biome-ignore format: one line
const calls = ['get', 'put', 'remove', 'query', 'list', 'append', 'readLog', 'lastSequence', 'queryLog', 'transaction'] as const satisfies readonly (keyof DocumentStore)[];

/** Replies that have left are struck off in the background, at a moment that nobody's words decide. */
const inBackground = 'undeliveredReplies';

const nameOf = (first: unknown): string =>
  Array.isArray(first) ? [...new Set(first.map(({ collection, log }) => collection ?? log))].join('+') : String(first);

/** Writes down each call of the store while a message is answered: what is done to which collection, without ids. */
function watchWork({ rehearsal }: World): readonly string[] {
  const { store } = rehearsal;
  const work: string[] = [];
  let isAnswering = false;
  for (const name of calls) {
    const call: (...args: never[]) => unknown = store[name];
    const noted = (...args: never[]): unknown => {
      const about = nameOf(args[0]);
      if (isAnswering && about !== inBackground) work.push(`${name} ${about}`);
      return call.apply(store, args);
    };
    Object.defineProperty(store, name, { value: noted });
  }
  const { send } = rehearsal;
  rehearsal.send = async (activity) => {
    isAnswering = true;
    work.push('message');
    try {
      return await send.call(rehearsal, activity);
    } finally {
      isAnswering = false;
    }
  };
  return work;
}

/** What each message brought, without the endings that were typed and the numbers that are new each time. */
function seenIn({ exchanges }: PlayedAttempt, endings: readonly string[]): readonly string[] {
  return exchanges.map(({ reply }) => {
    const seen = JSON.stringify([
      reply.said,
      reply.taps,
      reply.activities.map(({ type, text, attachments, suggestedActions }) => ({
        type,
        text,
        attachments,
        suggestedActions,
      })),
    ]);
    return endings
      .reduce((text, ending) => text.replaceAll(ending, '####'), seen)
      .replaceAll(/[A-Z]{1,4}-[\w-]+/g, '§');
  });
}

/** Where two lists part; null where they do not. */
function partingOf(one: readonly string[], other: readonly string[]): string | null {
  const at = one.findIndex((entry, index) => entry !== other[index]);
  if (at >= 0) return `at ${at + 1}: ${one[at]} | ${other[at] ?? 'nothing'}`;
  return one.length === other.length ? null : `${one.length} | ${other.length}`;
}

export async function brokenAlike(attempt: Attempt): Promise<readonly string[]> {
  const alone: Attempt = { ...attempt, holds: [], never: [] };
  let [work, ofNobody]: [readonly string[], readonly string[]] = [[], []];
  const real = await playAttempt(alone, undefined, (world) => {
    work = watchWork(world);
  });
  const none = await playAttempt(alone, nobody, (world) => {
    ofNobody = watchWork(world);
  });
  const { cardTail, idTail } = personaOf(attempt.persona);
  const words = partingOf(seenIn(real, [cardTail, idTail]), seenIn(none, [nobody.cardTail, nobody.idTail]));
  const effort = partingOf(work, ofNobody);
  return [
    ...unless(words === null, `P2: a customer's endings bring other words than nobody's, ${words}`),
    ...unless(effort === null, `P2: a customer's endings cost other work than nobody's, ${effort}`),
  ];
}
