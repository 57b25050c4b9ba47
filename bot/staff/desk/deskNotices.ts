// What the customer hears of a step at the desk, in approved words: it depends on why, and on whether someone is at risk.
import { isUrgentKind } from '../../../data/domain/case/case';
import type { DeskConversation, DeskStep } from '../../../data/domain/case/deskConversation';
import { formatMessage } from '../../../dialogs/text/formatMessage';
import type { MessageId, MessageValues } from '../../../dialogs/text/messages';
import type { Words } from './staffDelivery';

export const whyOf = {
  take: 'taken',
  release: 'released',
  callBack: 'released',
  transfer: 'transferred',
  handBack: 'handedBack',
  close: 'closed',
  external: 'external',
} as const satisfies Readonly<Record<DeskStep['kind'], string>>;

/** Why a conversation changed hands: the step itself, an agent who vanished, or an end that came before anyone was reached. */
export type Why = (typeof whyOf)[DeskStep['kind']] | 'agentLost' | 'notReached';

export const saidWith = <Id extends MessageId>(
  { locale }: Pick<DeskConversation, 'locale'>,
  id: Id,
  values: MessageValues<Id>,
): Words => ({ text: formatMessage(locale, id, values).text, locale });

/** The words for what has just happened; undefined where the customer notices nothing of it. */
export function noticeOf(after: DeskConversation, step: DeskStep, why: Why): Words | undefined {
  const { caseNumber } = after;
  const isUrgent = isUrgentKind(after.reason);
  switch (why) {
    case 'taken':
    case 'external':
      return saidWith(after, 'handoff.agentJoined', {});
    case 'agentLost':
      // Nobody at risk is told of a line that dropped.
      return isUrgent ? saidWith(after, 'handoff.movedUrgent', {}) : saidWith(after, 'handoff.agentLost', {});
    case 'notReached':
      return saidWith(after, 'handoff.stillComing', { caseNumber });
    case 'released':
      if (step.kind === 'callBack') return saidWith(after, 'handoff.callback', { caseNumber, ...step.callback });
      return saidWith(after, isUrgent ? 'handoff.movedUrgent' : 'handoff.moved', {});
    case 'transferred':
      return saidWith(after, isUrgent ? 'handoff.movedUrgent' : 'handoff.moved', {});
    case 'handedBack':
    case 'closed':
      return saidWith(after, 'handoff.returned', {});
  }
}
