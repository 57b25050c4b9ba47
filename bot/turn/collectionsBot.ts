// One turn: run the root dialog on the conversation's memory, and hand what it leaves behind to the turn's transaction.
import { ActivityTypes, type BotAdapter, ConversationState, type Middleware, type TurnContext } from 'botbuilder';
import type { Dialog, DialogState } from 'botbuilder-dialogs';
// From their own files: the package as a whole loads prompts and recognizers that we do not use (45 MB, 0.3 s at the start).
import { DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import type { Operation } from '../../data/store/documentStore';
import type { Effect } from '../../dialogs/talk/services';
import { turnOutcomeOf } from '../../dialogs/talk/turnOutcome';
import { AnswerRepeats, type RepeatParts } from './answerRepeats';
import { TurnStorage } from './botStorage';
import { type CommitParts, CommitTurn } from './commitTurn';
import type { RememberPlace } from './delivery/rememberPlace';
import { ShowTyping } from './delivery/showTyping';
import { GuardOutbound, type GuardParts } from './guardOutbound';
import type { ConversationLocks } from './lock/conversationLocks';
import { LockConversation } from './lock/lockConversation';
import { LogTranscript } from './logTranscript';
import { NameMessages } from './nameMessages';
import { PauseForStaff, type Relay, type TakeHeldFiles } from './pauseForStaff';
import { type ErrorParts, turnErrorHandler } from './turnErrors';
import { turnWorkOf } from './turnWork';

export interface BotParts extends RepeatParts, CommitParts, GuardParts, ErrorParts {
  readonly locks: ConversationLocks;
  readonly rootDialog: Dialog;
  readonly relay: Relay;
  readonly takeHeldFiles: TakeHeldFiles;
  /** Looks through the files of a message before anything else does. */
  readonly receiveFiles: Middleware;
  /** Replies say which messages they were made from; on a developer's machine only. */
  readonly namesMessages: boolean;
  readonly rememberPlace: RememberPlace;
  /** How each kind of effect is stored. */
  operationsFor(effect: Effect, context: TurnContext): Promise<readonly Operation[]>;
}

export class CollectionsBot {
  constructor(private readonly parts: BotParts) {}

  /** Puts the middleware before this bot on an adapter; the order is part of the design. */
  attachTo(adapter: BotAdapter): void {
    const { parts } = this;
    adapter.use(
      new LockConversation(parts.locks),
      new ShowTyping(parts.log),
      new AnswerRepeats(parts),
      parts.receiveFiles,
      new CommitTurn(parts),
      new LogTranscript(),
      ...(parts.namesMessages ? [new NameMessages()] : []),
      new PauseForStaff(parts.store, parts.relay, parts.takeHeldFiles),
      new GuardOutbound(parts),
    );
    adapter.onTurnError = turnErrorHandler(parts);
  }

  /** The bot's logic, run behind the middleware. */
  async run(context: TurnContext): Promise<void> {
    if (!isTalk(context)) return;
    const started = performance.now();
    const work = turnWorkOf(context);
    const storage = new TurnStorage(this.parts.store, (operation) => work.operations.push(operation));
    const memory = new ConversationState(storage);
    await this.runDialog(context, memory);
    await memory.saveChanges(context);
    const outcome = turnOutcomeOf(context);
    work.maskedText = outcome?.maskedText ?? null;
    for (const effect of outcome?.effects ?? [])
      work.operations.push(...(await this.parts.operationsFor(effect, context)));
    work.operations.push(...(await this.parts.rememberPlace(context, work.at)));
    this.parts.metrics.turnTook(performance.now() - started);
  }

  /** As botbuilder's own runDialog, without its trace of the whole memory. */
  private async runDialog(context: TurnContext, memory: ConversationState): Promise<void> {
    const { rootDialog } = this.parts;
    const dialogs = new DialogSet(memory.createProperty<DialogState>('dialogs')).add(rootDialog);
    const dialogContext = await dialogs.createContext(context);
    const result = await dialogContext.continueDialog();
    if (result.status === DialogTurnStatus.empty) await dialogContext.beginDialog(rootDialog.id);
  }
}

/**
 * Words, or somebody new in the conversation: in Teams that is whoever installs the app. An edited, deleted or liked message, a
 * typing sign and an app that is taken away change nothing of what was agreed, and are left without an answer.
 */
function isTalk({ activity }: TurnContext): boolean {
  if (activity.type === ActivityTypes.Message) return true;
  if (activity.type === ActivityTypes.InstallationUpdate) return activity.action === 'add';
  if (activity.type !== ActivityTypes.ConversationUpdate) return false;
  const botId = activity.recipient?.id;
  return (activity.membersAdded ?? []).some((member) => member.id !== botId);
}
