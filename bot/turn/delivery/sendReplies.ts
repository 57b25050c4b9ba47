// Sends the replies of one turn, one after the other, as answers to the message that they answer.
import { type Activity, TurnContext } from 'botbuilder';
import { inChannelForm } from '../../channels/channelTable';
import { errorFacts, type Log } from '../../ops/log';
import type { Metrics } from '../../ops/metrics';
import type { TurnRecord } from './turnRecords';

export interface SendParts {
  readonly metrics: Metrics;
  readonly log: Log;
}

export interface Sent {
  /** How many replies of the record have reached the channel, those of earlier attempts included. */
  readonly delivered: number;
  /** Why the next one did not: the channel was not reached, or it does not take these words. */
  readonly stoppedBy: 'unreached' | 'refused' | null;
}

/** Answers of a channel about the words themselves: sent again, they would be refused again. */
const refusals: readonly unknown[] = [400, 413, 415, 422];

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && refusals.includes(error.statusCode);

/** For one reply with all that it needs, a token of the channel's identity included; a single answer is bounded below that. */
const replyMsMax = 12_000;

async function inTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the channel took too long')), replyMsMax);
  });
  await Promise.race([sending, late]).finally(() => clearTimeout(timer));
}

/** Sends one activity in the turn that it belongs to. */
const inTurn = (context: TurnContext, reply: Partial<Activity>) => context.sendActivity(reply);

/** Sends one activity of an earlier turn: it goes on answering the message that it was made for. */
async function asBefore(context: TurnContext, reply: Partial<Activity>, { reference }: TurnRecord): Promise<void> {
  const addressed = TurnContext.applyConversationReference({ ...reply }, reference);
  await context.adapter.sendActivities(context, [addressed]);
}

/** Sends a record's replies from number `from` on, until one does not arrive. */
export async function sendReplies(
  context: TurnContext,
  record: TurnRecord,
  { from, belongsHere }: { readonly from: number; readonly belongsHere: boolean },
  { metrics, log }: SendParts,
): Promise<Sent> {
  const { channelId } = context.activity;
  let delivered = from;
  for (const reply of record.replies.slice(from)) {
    const formed = inChannelForm(reply, channelId);
    try {
      await inTime(belongsHere ? inTurn(context, formed) : asBefore(context, formed, record));
    } catch (error) {
      metrics.count('repliesUndelivered');
      log.warn({ ...errorFacts(error), channel: channelId }, 'a reply could not be delivered yet');
      return { delivered, stoppedBy: isRefusal(error) ? 'refused' : 'unreached' };
    }
    metrics.count('repliesSent');
    delivered += 1;
  }
  return { delivered, stoppedBy: null };
}
