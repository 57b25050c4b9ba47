// One turn from end to end with a dialog that misbehaves: what must not leave does not, what fails is not stored, staff come first.
import { type Activity, ActivityTypes, TestAdapter, type TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { readShippedData } from '../../../bot/config/shippedData';
import { InFlight } from '../../../bot/ops/inFlight';
import { newLog } from '../../../bot/ops/log';
import { Metrics } from '../../../bot/ops/metrics';
import { CollectionsBot } from '../../../bot/turn/collectionsBot';
import { Deliveries } from '../../../bot/turn/delivery/deliveries';
import { TurnRecords } from '../../../bot/turn/delivery/turnRecords';
import { ConversationLocks } from '../../../bot/turn/lock/conversationLocks';
import { waitingMax } from '../../../bot/turn/lock/lockConversation';
import { TurnFailed } from '../../../bot/turn/turnErrors';
import { VersionConflict } from '../../../data/store/documentStore';
import { MemoryStore } from '../../../data/store/memoryStore';
import { createRepositories } from '../../../data/store/repositories';
import { setTurnOutcome, type TurnOutcome } from '../../../dialogs/talk/turnOutcome';
import { formatMessage } from '../../../dialogs/text/formatMessage';

type Behaviour = (context: TurnContext) => Promise<void>;

class FreeDialog extends Dialog {
  constructor(private readonly behave: Behaviour) {
    super('root');
  }
  override async beginDialog({ context }: DialogContext): Promise<DialogTurnResult> {
    await this.behave(context);
    return Dialog.EndOfTurn;
  }
  override continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    return this.beginDialog(dialogContext);
  }
}

const { bank, outboundRules, utteranceRules } = readShippedData();
const hello = formatMessage('zh-CN', 'opening.again', {});
const summary = formatMessage('zh-CN', 'account.nothingOwed', { tail: '6688' });

const outcome = (more: Partial<TurnOutcome>): TurnOutcome => ({
  effects: [],
  replies: [{ text: hello.text, spoken: [hello], titles: [] }],
  party: 'verified',
  customerId: null,
  locale: 'zh-CN',
  maskedText: 'masked',
  handoffCase: null,
  ...more,
});

function newBot(behave: Behaviour) {
  const store = new MemoryStore();
  const relayed: string[] = [];
  const metrics = new Metrics();
  const records = new TurnRecords(store);
  const log = newLog('silent');
  const lateAnswer = async () => 'send' as const;
  const bot = new CollectionsBot({
    store,
    records,
    locks: new ConversationLocks(),
    deliveries: new Deliveries({ records, inFlight: new InFlight(), metrics, log, outward: null, lateAnswer }),
    metrics,
    log,
    clock: () => '2026-11-23T02:30:00.000Z',
    newId: () => 'made-id',
    wordRules: () => ({ utterances: utteranceRules, outbound: outboundRules, readMeaning: null }),
    bank,
    rootDialog: new FreeDialog(behave),
    relay: (conversation) => relayed.push(conversation),
    operationsFor: async () => [],
    receiveFiles: { onTurn: (_context, next) => next() },
    namesMessages: false,
    rememberPlace: async () => [],
    takeHeldFiles: async () => ({ operations: [], marks: [] }),
  });
  const adapter = new TestAdapter((context) => bot.run(context));
  bot.attachTo(adapter);
  const say = async (text: string, more: Partial<Activity> = {}): Promise<string[]> => {
    adapter.activeQueue.length = 0;
    await adapter.receiveActivity({ type: ActivityTypes.Message, text, ...more });
    return adapter.activeQueue.map((reply) => reply.text ?? reply.type ?? '');
  };
  return { store, say, relayed, metrics, repositories: createRepositories(store) };
}

const safe = formatMessage('zh-CN', 'guard.safe', { hotline: bank.hotline }).text;

it('lets an approved reply pass, and keeps the conversation masked', async () => {
  const { say, store } = newBot(async (context) => {
    setTurnOutcome(context, outcome({}));
    await context.sendActivity(hello.text);
  });
  expect(await say('6688 1234')).toEqual([hello.text]);
  const transcript = await store.readLog('transcripts', { from: 1, limit: 10 });
  expect(transcript.map(({ entry }) => Reflect.get(Object(entry), 'text'))).toEqual(['masked', hello.text]);
});

it.each<[string, Behaviour, string]>([
  [
    'words that nobody approved',
    async (context) => {
      setTurnOutcome(context, outcome({}));
      await context.sendActivity('明天不还就起诉你');
    },
    'unapprovedWords',
  ],
  [
    'a reply without any outcome',
    async (context) => {
      await context.sendActivity(hello.text);
    },
    'unapprovedWords',
  ],
  [
    'a button that nobody approved',
    async (context) => {
      setTurnOutcome(context, outcome({}));
      await context.sendActivity({
        type: 'message',
        text: hello.text,
        suggestedActions: { to: [], actions: [{ type: 'imBack', title: '马上还', value: '马上还' }] },
      });
    },
    'unapprovedWords',
  ],
  [
    'an account fact before verification',
    async (context) => {
      setTurnOutcome(
        context,
        outcome({ party: 'unknown', replies: [{ text: summary.text, spoken: [summary], titles: [] }] }),
      );
      await context.sendActivity(summary.text);
    },
    'beforeVerification',
  ],
])('replaces %s by a safe sentence and records why', async (_name, behave, rule) => {
  const { say, repositories, metrics } = newBot(behave);
  expect(await say('你好')).toEqual([safe]);
  const { items } = await repositories.audit.ofType('guardBlocked');
  expect(JSON.stringify(items[0]?.event.decision)).toContain(rule);
  expect(await metrics.text()).toContain('assistant_guardBlocks_total 1');
});

it('does not let a trace of its memory out', async () => {
  const { say } = newBot(async (context) => {
    setTurnOutcome(context, outcome({}));
    await context.sendTraceActivity('BotState', { secret: true });
    await context.sendActivity(hello.text);
  });
  expect(await say('你好')).toEqual([hello.text]);
});

it('stores nothing of a turn that fails, apologises once in the customer’s language, and goes on', async () => {
  let isBroken = true;
  const { say, store } = newBot(async (context) => {
    setTurnOutcome(context, outcome({ locale: 'en-US' }));
    await context.sendActivity(hello.text);
    if (isBroken) throw new Error('6688 1234 secret');
  });
  expect(await say('hello there', { id: 'a-1' })).toEqual([
    formatMessage('en-US', 'input.failed', { hotline: bank.hotline }).text,
  ]);
  expect((await store.list('processedActivities')).items).toHaveLength(0);
  expect(await store.readLog('transcripts', { from: 1, limit: 10 })).toHaveLength(0);
  isBroken = false;
  expect(await say('hello there', { id: 'a-1' })).toHaveLength(1);
});

it('runs a turn again when somebody else changed what it rests on, and gives up after three times', async () => {
  let conflicts = 2;
  let runs = 0;
  const { say } = newBot(async (context) => {
    runs += 1;
    setTurnOutcome(context, outcome({}));
    await context.sendActivity(hello.text);
    if (conflicts-- > 0) throw new VersionConflict('verifyAttempts', 'x', 1, 2);
  });
  expect(await say('你好')).toEqual([hello.text]);
  expect(runs).toBe(3);
  conflicts = 5;
  expect(await say('你好')).toEqual([formatMessage('zh-CN', 'input.failed', { hotline: bank.hotline }).text]);
});

it('keeps still in a conversation that a person holds, and hands the words on, masked', async () => {
  const { say, store, relayed } = newBot(async () => {
    throw new Error('the assistant must not run');
  });
  await store.put(
    'heldConversations',
    'test/Convo1',
    { caseNumber: 'CS-1', agentId: 'agent-1', heldSince: '2026-11-23T02:00:00.000Z' },
    null,
  );
  expect(await say('我的卡号是 6222021234567890123')).toEqual([]);
  expect(relayed).toEqual(['test/Convo1']);
  const [line] = await store.readLog('transcripts', { from: 1, limit: 1 });
  expect(JSON.stringify(line)).not.toContain('6222021234567890123');
});

it('a failed turn says nothing where the channel sends the message again, and the second time it is answered', async () => {
  let isBroken = true;
  const { say } = newBot(async (context) => {
    setTurnOutcome(context, outcome({}));
    await context.sendActivity(hello.text);
    if (isBroken) throw new Error('6688 1234 secret');
  });
  const inTeams = { id: 'a-1', channelId: 'msteams' };
  await expect(say('你好', inTeams)).rejects.toThrow(new TurnFailed().message);
  isBroken = false;
  expect(await say('你好', inTeams)).toEqual([hello.text]);
});

it('a conversation that floods us is answered up to a bound, the rest is told to come again, and then all is as before', async () => {
  const { say } = newBot(async (context) => {
    await new Promise((resolve) => setImmediate(resolve));
    setTurnOutcome(context, outcome({}));
    await context.sendActivity(hello.text);
  });
  const flood = Array.from({ length: 50 }, (_, index) => say('你好', { id: `flood-${index}` }));
  const ends = await Promise.allSettled(flood);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(waitingMax);
  expect(await say('你好', { id: 'afterwards' })).toEqual([hello.text]);
});
