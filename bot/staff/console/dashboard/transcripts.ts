// The customers' messages of a period, read from the transcripts without their words.
import { z } from 'zod';
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import type { DocumentStore } from '../../../../data/store/documentStore';

const log = 'transcripts';
const chunk = 200;

const entrySchema = z.object({
  conversationId: z.string(),
  at: z.string(),
  from: z.string(),
  locale: z.string().nullable().default(null),
  understood: z.boolean().nullable().default(null),
});

export interface CustomerMessage {
  readonly at: string;
  /** As cases and audit name it: without its channel. */
  readonly conversation: string;
  readonly locale: string | null;
  readonly understood: boolean | null;
}

const read = (entry: unknown) => entrySchema.safeParse(entry).data;

/** The first sequence of a day or later, halving: messages stand in the order in which they came. */
async function firstFrom(store: DocumentStore, day: CalendarDate, dayOf: (at: string) => string): Promise<number> {
  let low = 1;
  let high = (await store.lastSequence(log)) + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [line] = await store.readLog(log, { from: middle, limit: 1 });
    const at = read(line?.entry)?.at;
    if (at !== undefined && dayOf(at) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export async function* transcriptTurns(
  store: DocumentStore,
  from: CalendarDate,
  to: CalendarDate,
  dayOf: (at: string) => string,
): AsyncGenerator<CustomerMessage> {
  const until = await firstFrom(store, `${to}~`, dayOf);
  for (let sequence = await firstFrom(store, from, dayOf); sequence < until; sequence += chunk) {
    const lines = await store.readLog(log, { from: sequence, limit: Math.min(chunk, until - sequence) });
    for (const { entry } of lines) {
      const one = read(entry);
      if (one?.from !== 'customer') continue;
      const { at, locale, understood, conversationId } = one;
      yield { at, locale, understood, conversation: conversationId.slice(conversationId.indexOf('/') + 1) };
    }
  }
}
