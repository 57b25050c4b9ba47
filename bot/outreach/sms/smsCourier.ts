// Carries what the outbox holds to the provider: durable, in order of time, tried again with growing pauses, each message once.
import { z } from 'zod';
import { instantSchema } from '../../../data/domain/calendar/instant';
import type { OutboundMessage } from '../../../data/domain/conduct/outboundMessage';
import type { DocumentStore, Operation, Stored } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import type { Log } from '../../ops/log';
import type { Metrics } from '../../ops/metrics';
import { Sweeps } from '../../ops/sweeps';
import { backOffMs, sideBySide } from '../../ops/tryAgain';
import type { SmsAnswer, SmsProvider } from './smsProvider';

const collection = 'smsWaiting';
const everyMs = 5_000;
/** A code is good for minutes, a reminder for a day: what waits longer is no use to anybody. */
export const codeMinutes = 10;
const atOnceMax = 8;
const pageSize = 200;

const waitingSchema = z.object({
  customerId: z.string(),
  attempts: z.number().int().min(0),
  nextAt: instantSchema,
  /** After that it is given up. */
  until: instantSchema,
});
type Waiting = z.infer<typeof waitingSchema>;

/** What became of a message for good. */
export type SmsEnd =
  | { readonly kind: 'taken'; readonly providerId: string }
  | { readonly kind: 'failed'; readonly why: string };

export interface CourierParts {
  readonly store: DocumentStore;
  readonly repositories: Pick<Repositories, 'outbox' | 'customers'>;
  readonly provider: SmsProvider;
  readonly attemptsMax: number;
  readonly log: Log;
  readonly metrics: Metrics;
  clock(): string;
  /** What belongs to the transaction in which a message has come to its end. */
  ended(messageId: string, end: SmsEnd): Promise<readonly Operation[]>;
}

/** The mark that a message of the outbox is still to be carried; in the transaction that puts it there. */
export const toCarry = ({ messageId, customerId, sentAt }: OutboundMessage, minutes: number): Operation => ({
  kind: 'put',
  collection,
  id: messageId,
  value: {
    customerId,
    attempts: 0,
    nextAt: sentAt,
    until: new Date(Date.parse(sentAt) + minutes * 60_000).toISOString(),
  } satisfies Waiting,
  expectedVersion: null,
});

export class SmsCourier {
  private readonly sweeps: Sweeps;

  constructor(private readonly parts: CourierParts) {
    this.sweeps = new Sweeps(everyMs, () => this.carryAll(), parts.log, 'text messages could not be looked up');
  }

  start(): void {
    this.sweeps.start();
  }
  stop(): void {
    this.sweeps.stop();
  }
  /** Carries what is due now. */
  sweep(): Promise<void> {
    return this.sweeps.sweep();
  }

  private async carryAll(): Promise<void> {
    const { store, clock } = this.parts;
    let after: string | undefined;
    do {
      const page = await store.list(collection, { limit: pageSize, after });
      const due = page.items.filter(({ value }) => {
        const nextAt = waitingSchema.safeParse(value).data?.nextAt;
        return nextAt === undefined || Date.parse(nextAt) <= Date.parse(clock());
      });
      await sideBySide(due, atOnceMax, (stored) => this.carry(stored));
      after = page.next ?? undefined;
    } while (after !== undefined);
  }

  private async carry({ id, value, version }: Stored): Promise<void> {
    const { repositories, provider, attemptsMax, clock, metrics } = this.parts;
    const waiting = waitingSchema.safeParse(value).data;
    const message = waiting === undefined ? undefined : await repositories.outbox.get(id);
    if (waiting === undefined || message === undefined) return this.end(id, version, { kind: 'failed', why: 'lost' });
    const customer = await repositories.customers.get(waiting.customerId);
    if (customer === undefined) return this.end(id, version, { kind: 'failed', why: 'noCustomer' });
    if (Date.parse(waiting.until) < Date.parse(clock()))
      return this.end(id, version, { kind: 'failed', why: 'tooLate' });
    const answer: SmsAnswer = await provider.send({ key: id, to: customer.phone, text: message.text });
    metrics.count(answer.kind === 'taken' ? 'smsTaken' : 'smsNotTaken');
    if (answer.kind === 'taken') return this.end(id, version, answer);
    if (answer.kind === 'refused') return this.end(id, version, { kind: 'failed', why: `refused ${answer.status}` });
    const attempts = waiting.attempts + 1;
    if (attempts >= attemptsMax) return this.end(id, version, { kind: 'failed', why: 'unreached' });
    const nextAt = new Date(Date.parse(clock()) + backOffMs(attempts)).toISOString();
    await this.parts.store.put(collection, id, { ...waiting, attempts, nextAt }, version);
  }

  private async end(id: string, expectedVersion: number, end: SmsEnd): Promise<void> {
    const { store, log, ended } = this.parts;
    if (end.kind === 'failed') log.warn({ why: end.why }, 'a text message was not carried');
    await store.transaction([{ kind: 'remove', collection, id, expectedVersion }, ...(await ended(id, end))]);
  }
}
