// Messages that we begin: the queue, the ways by which they go, and who carries text messages, built together and stopped together.
import type { ConversationReference } from 'botbuilder';
import type { Rooms } from '../channels/directLine/rooms';
import type { Route } from '../http/route';
import type { Signer } from '../http/signer';
import { Sweeps } from '../ops/sweeps';
import { chatWay } from '../outreach/queue/chatWay';
import { PauseWatch } from '../outreach/queue/pauseWatch';
import type { PreviewParts } from '../outreach/queue/preview';
import { RateOfMinute } from '../outreach/queue/rateOfMinute';
import { SendQueue } from '../outreach/queue/sendQueue';
import { textWay } from '../outreach/queue/textWay';
import { HttpSms } from '../outreach/sms/httpSms';
import { SmsCourier } from '../outreach/sms/smsCourier';
import { SmsNumbers } from '../outreach/sms/smsNumbers';
import { smsRoutes } from '../outreach/sms/smsRoutes';
import { SmsTold } from '../outreach/sms/smsTold';
import { prepare } from '../staff/desk/staffDelivery';
import type { Deliveries } from '../turn/delivery/deliveries';
import { type HouseParts, newId, type Shared } from './sharedParts';

/** How often the queue is looked through. */
const sweepEveryMs = 30_000;

export interface OutreachSide {
  readonly routes: readonly Route[];
  /** What a day's messages are thought through by, over the ways that they really go. */
  readonly preview: PreviewParts;
  /** Sends what is due now, rather than in its time. */
  sweep(): Promise<void>;
  start(): void;
  stop(): void;
}

export function buildOutreachSide(
  { config, store, data, log }: HouseParts,
  shared: Shared,
  rooms: Rooms,
  deliveries: Deliveries,
  signer: Signer,
): OutreachSide {
  const { repositories, contactGate: gate, sender, clock, metrics, records, locks } = shared;
  const { outreach: rules, bank, contract } = data;
  const { timeZone } = bank;
  const words = { rooms, records, locks, metrics, log, deliveries };
  const chat = chatWay({
    repositories,
    clock,
    async prepare(place, text, messageId, at) {
      const { locale, customerId, channelId, conversationId, conversation } = place;
      const reference: Partial<ConversationReference> = place.reference;
      const way = { customerId, channelId, conversationId, conversation, reference: { ...reference } };
      const prepared = await prepare(words, way, { text, locale }, messageId, at);
      return { ...prepared, withdraw: () => deliveries.withdraw(conversation, `staff-${messageId}`) };
    },
  });
  const { sms } = config;
  const terms = { rules, timeZone, contract };
  const ways = [chat, textWay(sender, sms !== null)];
  const queue = new SendQueue({
    store,
    repositories,
    gate,
    terms,
    bank,
    ways,
    pause: new PauseWatch({ store, repositories, rules, timeZone, log }),
    rate: new RateOfMinute(() => rules.perMinuteMax),
    log,
    wordRules: () => shared.wordRulesOn(shared.inForce.today()),
    clock,
  });
  const stopping = new AbortController();
  let hasTakenUp = false;
  const sweeps = new Sweeps(
    sweepEveryMs,
    async () => {
      if (!hasTakenUp) await queue.takeUp();
      hasTakenUp = true;
      await queue.sweep(stopping.signal);
    },
    log,
    'the queue of messages could not be looked through',
  );
  const numbers = new SmsNumbers(store, signer);
  const told = new SmsTold({ store, repositories, numbers, sender, bank, clock, newId });
  const courier =
    sms === null
      ? null
      : new SmsCourier({
          store,
          repositories,
          provider: new HttpSms(sms),
          attemptsMax: rules.attemptsMax,
          log,
          metrics,
          clock,
          ended: (messageId, end) => told.ended(messageId, end),
        });
  const secret = sms?.secret ?? null;
  return {
    preview: { repositories, gate, terms, ways, rulesOn: (day) => shared.inForce.policies.contactRules(day), clock },
    routes:
      secret === null
        ? []
        : smsRoutes({
            secret,
            clock: () => new Date().toISOString(),
            receipt: (receipt) => told.receipt(receipt),
            answer: (answer) => told.answer(answer),
          }),
    async sweep() {
      await sweeps.sweep();
      await courier?.sweep();
    },
    start() {
      sweeps.start();
      courier?.start();
    },
    stop() {
      stopping.abort();
      sweeps.stop();
      courier?.stop();
    },
  };
}
