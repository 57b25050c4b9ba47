// The one Bot Framework dialog: takes each activity through the conversation and keeps its memory. It owns no talk itself.
import { type Activity, ActivityTypes, type Attachment, type TurnContext } from 'botbuilder';
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
// From its own file: the package as a whole loads prompts and recognizers that we do not use (45 MB, 0.3 s at the start).
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import { localTime } from '../data/domain/calendar/calendar';
import type { Instant } from '../data/domain/calendar/instant';
import type { Party } from '../data/domain/conduct/outboundGuard';
import { certainTurn, type Locale } from '../data/domain/customer/customerTurn';
import { isInForce, type Lifetime } from '../data/domain/customer/verification';
import { converse } from './conversation';
import { introduce, offerStart } from './detours/chat/openingDialog';
import { takeFiles } from './detours/matters/filesDialog';
import { hearInGroup } from './groupConversation';
import { toSpeech } from './say';
import { mayBeNumbered } from './talk/channel/channelAbilities';
import { clientAddressOf } from './talk/channel/clientAddress';
import { isGroupChat, isMentioned, withoutMentions } from './talk/channel/groupChat';
import { tapByNumber } from './talk/channel/numberedTaps';
import { receivedFilesOf } from './talk/channel/receivedFiles';
import { signedInCustomerOf } from './talk/channel/signedIn';
import { type ConversationState, layToRest, newConversationState } from './talk/conversationState';
import {
  arrivalTurn,
  cleanText,
  hear,
  identityIn,
  languageToAnswerIn,
  maskedWords,
  textLengthMax,
} from './talk/hearing';
import { fitToPhone, sayNothingTwice, wordsOf } from './talk/reply/replyLimits';
import { spareMoney } from './talk/reply/sparing';
import { hearAgain } from './talk/secondHearing';
import type { DialogServices } from './talk/services';
import { shownTo, talkOf, withTalk } from './talk/speakers';
import { Turn } from './talk/turn';
import { setTurnOutcome } from './talk/turnOutcome';

export class RootDialog extends Dialog<object> {
  constructor(
    private readonly services: DialogServices,
    /** The time of now as an ISO instant; passed in, so that tests and replays own the clock. */
    private readonly clock: () => string,
  ) {
    super('root');
  }

  override beginDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    return this.takeTurn(dialogContext);
  }

  override continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    return this.takeTurn(dialogContext);
  }

  private async takeTurn({ context, activeDialog }: DialogContext): Promise<DialogTurnResult> {
    if (activeDialog === undefined) throw new Error('The root dialog runs only from a dialog stack.');
    const turn = await this.converseOnce(context, activeDialog.state);
    spareMoney(turn);
    fitToPhone(turn);
    sayNothingTwice(turn);
    activeDialog.state = withTalk(activeDialog.state, turn.input.userId, remember(turn));
    const speeches = toSpeech(turn, this.services.channel(context.activity.channelId));
    setTurnOutcome(context, {
      effects: turn.effects,
      replies: speeches.map(({ approved }) => approved),
      party: partyOf(turn),
      customerId: turn.customerId,
      locale: turn.state.locale,
      maskedText: withFilesKept(turn),
      handoffCase: turn.handedOver,
    });
    for (const { activity } of speeches) await context.sendActivity(activity);
    return Dialog.EndOfTurn;
  }

  private async converseOnce(context: TurnContext, saved: unknown): Promise<Turn> {
    const { activity } = context;
    const now = this.clock();
    const today = localTime(now, this.services.bank.timeZone).date;
    const userId = speakerOf(activity);
    const read = talkOf(saved, userId);
    const state =
      read.kind === 'ok'
        ? inForceOnly(read.state, now, this.services.verification)
        : { ...newConversationState(localeOf(activity.locale), today), ...shownTo(saved) };
    const arrival = activity.type !== ActivityTypes.Message;
    const inGroup = isGroupChat(activity);
    const typed = cleanText(withoutMentions(typedText(activity.text, activity.value), activity));
    const hasNumbers = mayBeNumbered(state.taps.length, this.services.channel(activity.channelId));
    // Chosen by its number it is the same tap; what was typed is what is kept.
    const text = (hasNumbers ? tapByNumber(typed, state) : undefined) ?? typed;
    // Whoever posts to the endpoint may leave the type out, whatever the SDK's types say.
    const isFile = ({ contentType }: Partial<Attachment>) => contentType?.startsWith('text/') !== true;
    const attachmentCount = (activity.attachments ?? []).filter(isFile).length;
    const identity = arrival ? null : identityIn(text, state);
    const input = {
      text,
      identity,
      arrival,
      files: receivedFilesOf(context),
      conversationId: activity.conversation.id,
      channelId: activity.channelId,
      userId,
      address: clientAddressOf(context),
      signedInAs: inGroup ? null : signedInCustomerOf(context),
      inGroup,
      now,
      today,
      state,
      services: this.services,
      masked: maskedWords(
        typed,
        identity === null ? state : { ...state, stage: 'verifying' },
        await this.namesOf(state),
      ),
    };
    if (arrival) {
      const turn = new Turn(input, arrivalTurn);
      await (inGroup ? hearInGroup(turn, false) : converse(turn));
      return turn;
    }
    state.turnNumber += 1;
    const heard = hear({ text, attachmentCount, today, identity }, state, this.services);
    const turn = new Turn(input, heard.kind === 'heard' ? heard.turn : certainTurn('outOfScope'));
    if (inGroup) await hearInGroup(turn, isMentioned(activity));
    else if (read.kind === 'lost') sayLost(turn);
    else if (heard.kind === 'unreadable' && input.files.length > 0) await takeFilesAlone(turn);
    else if (heard.kind === 'unreadable') sayUnreadable(turn, heard.why);
    else {
      turn.heard = await hearAgain(turn);
      followLanguage(turn, text);
      await converse(turn);
      if (input.files.length > 0) await takeFiles(turn);
    }
    return turn;
  }

  /** The name on file of whoever is verified: never to be stored with what they say. */
  private async namesOf({ verified }: ConversationState): Promise<readonly string[]> {
    const customer = verified === null ? undefined : await this.services.customer(verified.customerId);
    return customer === undefined ? [] : [customer.displayName];
  }
}

/** Who this turn is of: the sender, and for an arrival whoever has come in. */
const speakerOf = ({ type, from, recipient, membersAdded = [] }: Activity): string =>
  (type === ActivityTypes.ConversationUpdate && membersAdded.find(({ id }) => id !== recipient?.id)?.id) ||
  (from?.id ?? '');

/** The talk as this person may go on with it now: a verification that has run out is laid to rest, a live one is renewed. */
function inForceOnly(state: ConversationState, now: Instant, lifetime: Lifetime): ConversationState {
  const { verified } = state;
  if (verified === null) return state;
  if (!isInForce(verified, now, lifetime)) return layToRest(state, verified.customerId);
  return { ...state, verified: { ...verified, lastHeardAt: now } };
}

const localeOf = (channelLocale: string | undefined): Locale =>
  channelLocale?.toLowerCase().startsWith('en') === true ? 'en-US' : 'zh-CN';

/** Typed words; a card's button posts its words as the value. */
const typedText = (text: string | undefined, value: unknown): string =>
  text !== undefined && text !== '' ? text : typeof value === 'string' ? value : '';

/** Answers in the language of this message, and offers the way back once. */
function followLanguage(turn: Turn, text: string): void {
  const wanted = languageToAnswerIn(text, turn.heard, turn.state.locale);
  if (wanted === turn.state.locale) return;
  turn.state.locale = wanted;
  turn.followedLanguage = true;
  const { stage, greeted, languageOffered } = turn.state;
  if (languageOffered || !greeted || stage === 'someoneElse' || stage === 'atRisk') return;
  turn.state.languageOffered = true;
  turn.say('language.offered', {});
  turn.tap('button.otherLanguage', {}, 'changeLanguage');
}

/** Saved state of another version is never guessed at: the customer is told, and starts again. */
function sayLost(turn: Turn): void {
  turn.audit('stateLost', {}, {});
  turn.say('input.lost', {});
  turn.state.greeted = true;
  offerStart(turn);
}

function sayUnreadable(turn: Turn, why: 'empty' | 'tooLong' | 'attachment' | 'onlySymbols'): void {
  turn.expects = turn.state.expects;
  turn.affirmMeans = turn.state.affirmMeans;
  if (why === 'tooLong') turn.say('input.tooLong', { limit: textLengthMax });
  else turn.say(`input.${why}`, {});
  if (turn.state.stage === 'open') offerStart(turn);
  else if (turn.state.stage !== 'atRisk' && turn.state.stage !== 'someoneElse') turn.tap('button.human', {}, 'human');
}

/** Photos without a word: what was asked before still stands. */
async function takeFilesAlone(turn: Turn): Promise<void> {
  turn.heard = certainTurn('evidence');
  turn.expects = turn.state.expects;
  turn.affirmMeans = turn.state.affirmMeans;
  introduce(turn);
  await takeFiles(turn);
}

/** What the customer said, with the names of papers that were kept: so a colleague sees where each came in. */
function withFilesKept({ input: { masked }, effects }: Turn): string {
  const names = effects.flatMap((effect) => (effect.kind === 'keepEvidence' ? [`📎 ${effect.record.name}`] : []));
  return [masked, ...names].filter((part) => part !== '').join('\n');
}

/** Where others read along, whoever has been verified elsewhere is spoken to as somebody else would be. */
function partyOf({ state, input: { inGroup } }: Turn): Party {
  if (state.stage === 'atRisk') return 'atRisk';
  if (inGroup || state.stage === 'someoneElse') return 'someoneElse';
  return state.verified === null ? 'unknown' : 'verified';
}

/** The memory after this turn: what stands on the screen, what it asked, what a yes to it means. */
function remember(turn: Turn): ConversationState {
  const { state } = turn;
  if (turn.lines.length > 0) {
    state.lastSpoken = turn.said.map(({ id, values, wording }) => ({ id, values: { ...values }, wording }));
    state.lastWords = wordsOf(turn);
    state.taps = turn.taps.map(({ id, values, spoken, turn: meaning }) => ({
      id,
      values: { ...values },
      title: spoken.text,
      turn: meaning,
    }));
    state.expects = turn.expects;
    state.affirmMeans = turn.affirmMeans;
  }
  return state;
}
