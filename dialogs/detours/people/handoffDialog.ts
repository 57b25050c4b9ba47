// A person, from every state, at the first time of asking: case number, place in the queue, office hours.
import { type CaseKind, isUrgentKind } from '../../../data/domain/case/case';
import type { Callback } from '../../../data/domain/case/deskConversation';
import { admits, changeCase, openCase } from '../../talk/matters';
import type { QueueView } from '../../talk/services';
import type { After, Turn } from '../../talk/turn';

interface Joined {
  readonly caseNumber: string;
  readonly queue: QueueView;
  readonly isNew: boolean;
}

/**
 * Puts the conversation into the queue of the bank's staff, or finds it there; says nothing. Null where too many people whom
 * nobody has verified wait already: the hotline is left, and the check.
 */
export async function joinQueue(turn: Turn, kind: CaseKind, callback?: Callback): Promise<Joined | null> {
  const { services, input, state, customerId } = turn;
  const queue = await services.queue(input.conversationId, input.now);
  const priority = isUrgentKind(kind) ? 'urgent' : 'normal';
  const about = {
    reason: kind,
    priority,
    locale: state.locale,
    lastWords: input.masked,
    customerId,
    ...(callback === undefined ? {} : { callback }),
  } as const;
  const { place } = queue;
  if (place !== null) {
    const { caseNumber } = place;
    turn.handedOver = caseNumber;
    // Danger moves the place that there is; anything else leaves it alone.
    if (priority === 'urgent' && place.priority === 'normal') {
      changeCase(turn, caseNumber, { kind, priority });
      turn.record({ kind: 'joinQueue', entry: { ...about, caseNumber, waitingSince: input.now } });
      turn.audit('handoff', { kind, stage: state.stage }, { caseNumber, open: queue.open, raised: true });
    } else if (callback !== undefined)
      turn.record({ kind: 'joinQueue', entry: { ...about, caseNumber, waitingSince: input.now } });
    return { caseNumber, queue, isNew: false };
  }
  if (!(await admits(turn, kind))) return null;
  const { caseNumber, openedAt, isNew } = await openCase(turn, kind, 1, { priority, status: 'waiting' });
  turn.handedOver = caseNumber;
  turn.record({ kind: 'joinQueue', entry: { ...about, caseNumber, waitingSince: isNew ? input.now : openedAt } });
  turn.audit('handoff', { kind, stage: state.stage }, { caseNumber, open: queue.open });
  return { caseNumber, queue, isNew: true };
}

/** Puts the conversation in the queue and tells the customer where it stands. */
export async function handOff(turn: Turn, kind: CaseKind): Promise<void> {
  sayWhereItStands(turn, kind, await joinQueue(turn, kind));
}

/** The other ways to a person, while the queue takes nobody unverified. */
function sayOtherWays(turn: Turn): void {
  const { hotline } = turn.services.bank;
  const { stage } = turn.state;
  turn.say('handoff.callUs', { hotline });
  if (stage === 'atRisk' || stage === 'someoneElse') return;
  turn.say('handoff.orVerify', {}).tap('button.verify', {}, 'account.balance');
}

export function sayWhereItStands(turn: Turn, kind: CaseKind, joined: Joined | null): void {
  if (joined === null) {
    sayOtherWays(turn);
    return;
  }
  const { caseNumber, queue, isNew } = joined;
  const { place } = queue;
  const isUrgent = isUrgentKind(kind) || place?.priority === 'urgent';
  if (!queue.open && isNew) turn.say('handoff.closed', { caseNumber, date: queue.opensOn, opens: queue.opensFrom });
  // Nobody at risk is told a rank.
  else if (isUrgent) turn.say('handoff.urgent', { caseNumber });
  else sayPlace(turn, caseNumber, queue);
  offerMeanwhile(turn);
}

function sayPlace(turn: Turn, caseNumber: string, { place, nextPosition }: QueueView): void {
  const position = place?.position ?? nextPosition;
  if (place?.callback != null) turn.say('handoff.callback', { caseNumber, ...place.callback });
  // A place that was taken for somebody locked out is told here for the first time.
  else if (turn.timesSaid('handoff.waiting') === 0) turn.say('handoff.waiting', { caseNumber, position });
  else turn.say('handoff.already', { caseNumber, position });
}

function offerMeanwhile(turn: Turn): void {
  // Someone at risk, or somebody else, is offered nothing about money while waiting.
  if (turn.state.stage === 'atRisk' || turn.state.stage === 'someoneElse') return;
  turn.say('handoff.meanwhile', {});
  turn.tap('button.backToAssistant', {}, 'help');
}

export async function person(turn: Turn): Promise<After> {
  await handOff(turn, 'person');
  return 'stay';
}
