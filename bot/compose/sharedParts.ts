// What every room of the house shares: repositories, locks, counters, the clock, and the bot itself.
import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { type CalendarDate, localTime } from '../../data/domain/calendar/calendar';
import type { Instant } from '../../data/domain/calendar/instant';
import type { MessageGround } from '../../data/domain/conduct/messageGround';
import type { OutboundMessage } from '../../data/domain/conduct/outboundMessage';
import type { WordRules } from '../../data/domain/conduct/words/judgeWords';
import type { ReadMeaning } from '../../data/domain/conduct/words/meaning';
import { type LoadedMeaning, loadMeaning } from '../../data/meaning/loadMeaning';
import type { PersonaCard } from '../../data/seed/persona';
import type { DocumentStore } from '../../data/store/documentStore';
import { createRepositories, type Repositories } from '../../data/store/repositories';
import type { SealedFiles } from '../../data/store/sealed/sealedFiles';
import { RootDialog } from '../../dialogs/rootDialog';
import type { DialogServices } from '../../dialogs/talk/services';
import { clockOf } from '../config/clockOf';
import type { Config } from '../config/config';
import { sealedFilesOf } from '../config/dataKeys';
import type { ShippedData } from '../config/shippedData';
import { newAttachmentFetcher } from '../documents/evidence/fetchAttachments';
import { newHeldFiles } from '../documents/evidence/heldFiles';
import { keepFile, ReceiveFiles } from '../documents/evidence/receiveFiles';
import { InFlight } from '../ops/inFlight';
import type { Log } from '../ops/log';
import { Metrics } from '../ops/metrics';
import { ContactGate } from '../outreach/contactGate';
import { DailyJob } from '../outreach/daily/dailyJob';
import { dailyPartsOf } from '../outreach/daily/dailyParts';
import { lateAnswerBy } from '../outreach/lateAnswer';
import { OutboxSender } from '../outreach/outboxSender';
import { codeMinutes, toCarry } from '../outreach/sms/smsCourier';
import { PoliciesInForce } from '../staff/policiesInForce';
import { CollectionsBot } from '../turn/collectionsBot';
import { Deliveries, type Outward } from '../turn/delivery/deliveries';
import { rememberPlaceIn } from '../turn/delivery/rememberPlace';
import { TurnRecords } from '../turn/delivery/turnRecords';
import { effectOperations } from '../turn/effects';
import { ConversationLocks } from '../turn/lock/conversationLocks';
import { TurnNews } from '../turn/turnNews';

export interface HouseParts {
  readonly config: Config;
  readonly log: Log;
  readonly store: DocumentStore;
  readonly data: ShippedData;
  readonly understand: DialogServices['understand'];
  readonly people: readonly PersonaCard[];
  /** Counts that go on from one house to the next; new ones unless given. */
  readonly metrics?: Metrics | undefined;
  /** Another clock than the configuration's: a tester's, which can be set. */
  readonly clock?: (() => Instant) | undefined;
  /** Milliseconds within which WeChat is answered in its own request; the platform's unless given. */
  readonly weChatAnswerMs?: number | undefined;
}

export const newId = (): string => randomUUID().replaceAll('-', '');

/** The line of replies of each conversation; `outward` is the way to channels outside a turn. */
export const buildDeliveries = (parts: HouseParts, shared: Shared, outward: Outward | null): Deliveries =>
  new Deliveries({
    ...shared,
    log: parts.log,
    outward,
    lateAnswer: lateAnswerBy({
      repositories: shared.repositories,
      gate: shared.contactGate,
      answerWithinMinutes: () => shared.inForce.policies.contactRules(shared.inForce.today()).answerWithinMinutes,
      clock: shared.clock,
    }),
  });

export function buildBot(parts: HouseParts, services: DialogServices, shared: Shared, deliveries: Deliveries) {
  const { store, data, log } = parts;
  const keepOne = (context: TurnContext, fileId: string) => keepFile(context, shared.files, fileId);
  return new CollectionsBot({
    ...shared,
    deliveries,
    store,
    log,
    bank: data.bank,
    wordRules: () => shared.wordRulesOn(shared.inForce.today()),
    rootDialog: new RootDialog(services, shared.clock),
    operationsFor: effectOperations(store, shared.sender, keepOne),
    takeHeldFiles: newHeldFiles({ repositories: shared.repositories, rules: data.evidence, keepFile: keepOne }),
    receiveFiles: new ReceiveFiles({
      rules: data.evidence,
      files: shared.files,
      fetchAttachments: newAttachmentFetcher({
        ...data.evidence,
        loopbackOnly: parts.config.identity.kind === 'developer',
        hosts: parts.config.attachmentHosts,
      }),
    }),
    relay: () => undefined,
    namesMessages: parts.config.identity.kind === 'developer',
    rememberPlace: rememberPlaceIn(shared.repositories, data.bank.timeZone),
    stored: (work) => shared.news.tell(work),
    newId,
  });
}

export interface Shared {
  readonly repositories: Repositories;
  readonly sender: OutboxSender;
  /** Papers that customers handed in, sealed. */
  readonly files: SealedFiles;
  /** Every message that starts a contact asks here. */
  readonly contactGate: ContactGate;
  readonly records: TurnRecords;
  readonly locks: ConversationLocks;
  readonly inFlight: InFlight;
  readonly metrics: Metrics;
  /** Each turn that is on disk, for whoever wants to know. */
  readonly news: TurnNews;
  /** What each day brings without anybody writing. */
  readonly daily: DailyJob;
  readonly inForce: { readonly policies: PoliciesInForce; today(): string };
  /** What words are judged by on a day, whoever says them. */
  wordRulesOn(day: CalendarDate): WordRules;
  clock(): Instant;
}

/** A code is good for minutes; what we begin, for the day. */
const carryFor = (message: OutboundMessage, ground: MessageGround) =>
  toCarry(message, ground.kind === 'answer' ? codeMinutes : minutesOfDay);
const minutesOfDay = 24 * 60;

let loaded: LoadedMeaning | undefined;

/** The trained reader of meanings, read from disk once; without it people's free text waits for a colleague, and the log says so. */
function meaningOf(log: Log): ReadMeaning | null {
  if (loaded === undefined) {
    loaded = loadMeaning();
    if (loaded.kind === 'failed') log.error({ why: loaded.why }, "the guard's model cannot be used: free text is held");
  }
  return loaded.kind === 'loaded' ? loaded.read : null;
}

export function buildShared(parts: HouseParts): Shared {
  const { store, config, data, log, metrics = new Metrics(), clock = clockOf(config) } = parts;
  const repositories = createRepositories(store);
  const { timeZone } = data.bank;
  const files = sealedFilesOf(config);
  const policies = new PoliciesInForce(repositories.policies, data, (kind, version) =>
    log.error({ kind, version }, 'an approved version cannot be read and is passed over'),
  );
  return {
    repositories,
    daily: new DailyJob(dailyPartsOf({ store, repositories, data, clock, files }, (day) => policies.contactRules(day))),
    contactGate: new ContactGate({ repositories, timeZone, rulesOn: (day) => policies.contactRules(day) }),
    sender: new OutboxSender(repositories, store, config.sms === null ? null : carryFor),
    files,
    records: new TurnRecords(store),
    locks: new ConversationLocks(),
    inFlight: new InFlight(),
    metrics,
    news: new TurnNews(),
    wordRulesOn: (day) => ({
      utterances: policies.utteranceRules(day),
      outbound: data.outboundRules,
      readMeaning: meaningOf(log),
    }),
    inForce: { policies, today: () => localTime(clock(), timeZone).date },
    clock,
  };
}
