// One message as it came in: who wrote what, where, when, and what is known of the conversation.
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { Instant } from '../../../data/domain/calendar/instant';
import type { ReceivedFile } from '../../../data/domain/case/evidence';
import type { TypedIdentity } from '../../stages/verify/typedIdentity';
import type { ConversationState } from '../conversationState';
import type { DialogServices } from '../services';

export interface TurnInput {
  /** What was typed, without control characters; '' for an event or an attachment alone. */
  readonly text: string;
  /** The endings of card and ID in it, while this person may still be checked. */
  readonly identity: TypedIdentity | null;
  /** True when nobody spoke: the customer has just come in. */
  readonly arrival: boolean;
  /** Files of this message, looked through: sound ones may be kept, refused ones are gone. */
  readonly files: readonly ReceivedFile[];
  readonly conversationId: string;
  readonly channelId: string;
  readonly userId: string;
  /** The network address where the channel is our own; null elsewhere. */
  readonly address: string | null;
  /** The customer whom the channel has just signed in; null where none. */
  readonly signedInAs: string | null;
  /** True where others read along. */
  readonly inGroup: boolean;
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly state: ConversationState;
  readonly services: DialogServices;
  /** The customer's words with everything personal masked: the only form that may be stored. */
  readonly masked: string;
}
