// When a turn fails: nothing of it is stored and the log gets no words. The channel is told to send the message again where
// it does that; elsewhere the customer gets one safe sentence in their language.
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { BankProfile } from '../../data/domain/bank/bankProfile';
import type { Locale } from '../../data/domain/customer/customerTurn';
import { turnOutcomeOf } from '../../dialogs/talk/turnOutcome';
import { formatMessage } from '../../dialogs/text/formatMessage';
import { channelOf } from '../channels/channelTable';
import { errorFacts, type Log } from '../ops/log';
import type { Metrics } from '../ops/metrics';
import { hasTurnWork, turnWorkOf } from './turnWork';

/** Answered 5xx. It says nothing of what went wrong, which may quote a customer. */
export class TurnFailed extends Error {
  override readonly name = 'TurnFailed';
  constructor() {
    super('The message was not taken in. Send it again.');
  }
}

export interface ErrorParts {
  readonly bank: BankProfile;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The language to apologise in: the turn's if it got that far, else that of the words, else the channel's. */
function localeOf(context: TurnContext): Locale {
  const known = turnOutcomeOf(context)?.locale;
  if (known !== undefined) return known;
  const { text, locale } = context.activity;
  if (/\p{Script=Han}/u.test(text ?? '')) return 'zh-CN';
  return locale?.toLowerCase().startsWith('en') || /[a-z]{3}/i.test(text ?? '') ? 'en-US' : 'zh-CN';
}

export const turnErrorHandler =
  ({ bank, log, metrics }: ErrorParts) =>
  async (context: TurnContext, error: unknown): Promise<void> => {
    if (error instanceof TurnFailed) throw error;
    metrics.count('turnErrors');
    log.error(
      { ...errorFacts(error), channel: context.activity.channelId, type: context.activity.type },
      'turn failed',
    );
    if (channelOf(context.activity.channelId).retries) throw new TurnFailed();
    if (context.activity.type !== ActivityTypes.Message) return;
    const locale = localeOf(context);
    const { text } = formatMessage(locale, 'input.failed', { hotline: bank.hotline });
    // Replies of the failed turn stay behind; only this sentence passes.
    if (hasTurnWork(context)) turnWorkOf(context).holding = false;
    try {
      await context.sendActivity({ type: ActivityTypes.Message, text, locale });
    } catch (sendError) {
      log.warn(errorFacts(sendError), 'the apology could not be delivered');
    }
  };
