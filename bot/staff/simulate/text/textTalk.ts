// The real dialogs and the real understanding behind a light adapter: nothing is stored, nothing leaves.
import { type Activity, ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog';
import { DialogContext, type DialogState } from 'botbuilder-dialogs/lib/dialogContext';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { type CustomerTurn, customerTurnSchema, type Locale } from '../../../../data/domain/customer/customerTurn';
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import type { Move } from '../../../../data/domain/negotiation/move';
import type { SimulatedCustomer } from '../../../../data/domain/simulation/population/customers';
import { RootDialog } from '../../../../dialogs/rootDialog';
import type { DialogServices } from '../../../../dialogs/talk/services';
import { talkOf } from '../../../../dialogs/talk/speakers';
import { type TurnOutcome, turnOutcomeOf } from '../../../../dialogs/talk/turnOutcome';
import { channelOf } from '../../../channels/channelTable';
import type { ShippedData } from '../../../config/shippedData';
import { accountOf, customerId, holder } from './simulatedAccount';

/** Nothing goes anywhere: replies are read from the turn's outcome. */
class SilentAdapter extends BotAdapter {
  override async sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map(() => ({ id: '1' }));
  }
  override async updateActivity(): Promise<undefined> {
    return undefined;
  }
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}
const adapter = new SilentAdapter();

const code = '246810';
const userId = 'customer';
const firstTry = { kind: 'answer', codeToo: false, left: 1, counted: [], alarm: false } as const;

function servicesFor(
  data: ShippedData,
  limits: PolicyLimits,
  customer: SimulatedCustomer,
  locale: Locale,
  understand: DialogServices['understand'],
  today: string,
): DialogServices {
  const account = accountOf(customer, today);
  let numbers = 0;
  // The simulated clock stands still: nobody has to wait for the reading time.
  const atOnce = { ...limits, readingSeconds: 0 };
  return {
    bank: data.bank,
    knowledge: data.knowledge,
    channel: channelOf,
    contract: data.contract,
    contactRules: data.contactRules,
    understand,
    secondReader: null,
    limitsInForce: async () => atOnce,
    limitsOfVersion: async () => atOnce,
    customer: async () => holder(locale),
    identity: {
      countEndings: async (_tryer, _tail, freeAt) => ({ ...firstTry, freeAt }),
      countCode: async (_tryer, freeAt) => ({ ...firstTry, freeAt }),
      countSentCode: async () => true,
      takeBack: async () => undefined,
      mayTry: async () => true,
      sharing: async () => 1,
      withEndings: async () => holder(locale),
    },
    verification: data.verification,
    boundCustomer: async () => customerId,
    accountsOf: async () => [account],
    casesOf: async () => [],
    savedQuoteOf: async () => undefined,
    contactPreferenceOf: async () => undefined,
    callbackSlot: async () => undefined,
    arrangementsOf: async () => [],
    promisesOf: async () => [],
    agencies: async () => [],
    codeUse: async () => undefined,
    evidenceRules: data.evidence,
    evidenceOf: async () => [],
    admitAnonymousCase: async () => true,
    casesWithoutCustomer: async () => [],
    queue: async () => ({ open: true, opensOn: today, opensFrom: '09:00', place: null, nextPosition: 1 }),
    newCode: (now) => ({
      digits: code,
      code: {
        codeId: 'MS-SIMULATED',
        hash: code,
        salt: '',
        sentAt: now,
        expiresAt: new Date(Date.parse(now) + 600_000).toISOString(),
        failures: 0,
      },
    }),
    codeMatches: (kept, typed) => kept.hash === typed,
    newNumber: (prefix) => `${prefix}-${++numbers}`,
    hashOf: (value) => JSON.stringify(value),
    offerChart: () => null,
    documentLink: (agreementNumber) => `https://bank.invalid/${agreementNumber}`,
  };
}

/** What one typed message came to. */
export interface TextReply {
  /** How the message was understood; null for a tap or a code. */
  readonly heard: CustomerTurn | null;
  /** The engine's move, when the message reached the bargaining table. */
  readonly move: Move | null;
  /** Ids of the messages that were said. */
  readonly said: readonly string[];
  readonly handedOff: boolean;
  /** What can be tapped now: its words, and what they mean. */
  readonly taps: readonly { readonly title: string; readonly turn: CustomerTurn }[];
}

const isMove = (value: unknown): value is Move => typeof value === 'object' && value !== null && 'kind' in value;

/** The move, and the turn as the dialogs gave it to the engine: they may know better than understanding alone. */
function atTheTable({ effects }: TurnOutcome): { readonly move: Move; readonly heard: CustomerTurn | null } | null {
  for (const effect of effects) {
    if (effect.kind !== 'audit' || effect.event.type !== 'negotiation.move') continue;
    const { move } = effect.event.decision;
    const turn = customerTurnSchema.safeParse(effect.event.inputs.turn);
    if (isMove(move)) return { move, heard: turn.success ? turn.data : null };
  }
  return null;
}

/** The taps that stand on the screen, out of the conversation's memory. */
function tapsOf({ dialogStack }: DialogState): TextReply['taps'] {
  const read = talkOf(dialogStack[0]?.state, userId);
  return read.kind === 'ok' ? read.state.taps : [];
}

export interface TextTalk {
  readonly code: string;
  say(text: string): Promise<TextReply>;
}

/** A conversation of one customer, already signed in by the bank's app. */
export function beginTalk(
  data: ShippedData,
  limits: PolicyLimits,
  customer: SimulatedCustomer,
  locale: Locale,
  understand: DialogServices['understand'],
  today: string,
): TextTalk {
  let heard: CustomerTurn | null = null;
  const listening: DialogServices['understand'] = (text, spoken, context) => {
    const turn = understand(text, spoken, context);
    heard = customerTurnSchema.parse(turn);
    return turn;
  };
  const services = servicesFor(data, limits, customer, locale, listening, today);
  const dialog = new RootDialog(services, () => `${today}T02:00:00.000Z`);
  const dialogs = new DialogSet().add(dialog);
  const memory: DialogState = { dialogStack: [] };
  let messages = 0;
  return {
    code,
    async say(text) {
      heard = null;
      messages += 1;
      const context = new TurnContext(adapter, {
        type: ActivityTypes.Message,
        id: String(messages),
        text,
        locale,
        channelId: 'test',
        from: { id: userId, name: '' },
        recipient: { id: 'assistant', name: '' },
        conversation: { id: `simulated-${customer.index}`, isGroup: false, name: '', conversationType: 'personal' },
      });
      const dialogContext = new DialogContext(dialogs, context, memory);
      const result = await dialogContext.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dialogContext.beginDialog(dialog.id);
      const outcome = turnOutcomeOf(context);
      const bargained = outcome === undefined ? null : atTheTable(outcome);
      return {
        heard: bargained?.heard ?? heard,
        move: bargained?.move ?? null,
        said: (outcome?.replies ?? []).flatMap((reply) => reply.spoken.map((spoken) => spoken.id)),
        handedOff: outcome?.handoffCase != null,
        taps: tapsOf(memory),
      };
    },
  };
}
