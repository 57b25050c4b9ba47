// Last before every channel: each reply is checked, and what does not pass is replaced by a safe sentence and recorded.
import {
  ActionTypes,
  type Activity,
  ActivityTypes,
  type CardAction,
  type Middleware,
  type TurnContext,
} from 'botbuilder';
import type { BankProfile } from '../../data/domain/bank/bankProfile';
import { type GuardBreach, guardBreaches } from '../../data/domain/conduct/outboundGuard';
import type { WordRules } from '../../data/domain/conduct/words/judgeWords';
import { type TurnOutcome, turnOutcomeOf } from '../../dialogs/talk/turnOutcome';
import { mayHear } from '../../dialogs/text/audience/audience';
import { formatMessage } from '../../dialogs/text/formatMessage';
import type { Metrics } from '../ops/metrics';
import { turnWorkOf } from './turnWork';

export interface GuardParts {
  /** The rules about words that are in force today. */
  wordRules(): WordRules;
  readonly bank: BankProfile;
  readonly metrics: Metrics;
}

type Reply = Partial<Activity>;

/** Fields of a card whose text is an address or a name of the format, not words. */
const notWords = new Set([
  'type',
  '$schema',
  'version',
  'url',
  'contentType',
  'size',
  'weight',
  'spacing',
  'color',
  'horizontalAlignment',
  'style',
  'id',
]);

/** Every word of a card, however deep. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    notWords.has(name) && typeof inner === 'string' ? [] : wordsOf(inner),
  );
}

/** A button that calls the very number in its title says nothing besides. */
const callsItsTitle = ({ type, title, value }: CardAction): boolean =>
  type === ActionTypes.Call && typeof value === 'string' && title.endsWith(value.replace(/^tel:/, ' '));

const otherTexts = (reply: Reply): string[] => [
  ...(reply.suggestedActions?.actions ?? []).flatMap((action) =>
    wordsOf([action.title, callsItsTitle(action) ? undefined : action.value, action.text, action.displayText]),
  ),
  ...(reply.attachments ?? []).flatMap((attachment) => wordsOf([attachment.content, attachment.name])),
  ...wordsOf([reply.speak, reply.summary, reply.value]),
];

function breachesOf(reply: Reply, outcome: TurnOutcome | undefined, parts: GuardParts): readonly GuardBreach[] {
  const text = reply.text ?? '';
  const approved = outcome?.replies.find((one) => one.text === text);
  if (outcome === undefined || approved === undefined) return [{ rule: 'unapprovedWords', about: 'text' }];
  const { spoken, titles } = approved;
  const message = {
    text,
    locale: outcome.locale,
    party: outcome.party,
    parts: spoken,
    titles,
    otherTexts: otherTexts(reply),
  };
  return guardBreaches(message, parts.wordRules(), mayHear);
}

export class GuardOutbound implements Middleware {
  constructor(private readonly parts: GuardParts) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    await next();
    const work = turnWorkOf(context);
    const outcome = turnOutcomeOf(context);
    const kept: Reply[] = [];
    for (const reply of work.replies) {
      // A trace shows the memory of the bot; it belongs on no wire.
      if (reply.type === ActivityTypes.Trace) continue;
      if (reply.type !== ActivityTypes.Message) {
        kept.push({ ...reply, text: '' });
        continue;
      }
      const breaches = check(reply, outcome, this.parts);
      if (breaches.length === 0) kept.push(reply);
      else kept.push(this.block(context, reply, outcome, breaches));
    }
    work.replies = kept;
  }

  private block(
    context: TurnContext,
    reply: Reply,
    outcome: TurnOutcome | undefined,
    breaches: readonly GuardBreach[],
  ): Reply {
    const work = turnWorkOf(context);
    const locale = outcome?.locale ?? 'zh-CN';
    this.parts.metrics.count('guardBlocks');
    work.operations.push({
      kind: 'append',
      log: 'audit',
      entry: {
        type: 'guardBlocked',
        conversationId: context.activity.conversation.id,
        turnNumber: -1,
        at: work.at,
        customerId: null,
        inputs: {
          party: outcome?.party ?? 'unknown',
          messages: outcome?.replies.flatMap((one) => one.spoken.map((part) => part.id)) ?? [],
        },
        decision: { breaches },
      },
    });
    const { text } = formatMessage(locale, 'guard.safe', { hotline: this.parts.bank.hotline });
    const {
      attachments: _cards,
      suggestedActions: _taps,
      speak: _speak,
      value: _value,
      summary: _summary,
      ...rest
    } = reply;
    return { ...rest, text, locale };
  }
}

/** Fails closed: a check that breaks is a breach. */
function check(reply: Reply, outcome: TurnOutcome | undefined, parts: GuardParts): readonly GuardBreach[] {
  try {
    return breachesOf(reply, outcome, parts);
  } catch {
    return [{ rule: 'unapprovedWords', about: 'guard failed' }];
  }
}
