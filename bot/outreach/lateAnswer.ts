// Replies that could not be delivered in time: an answer for a while, then a contact that must be allowed like any other.
import type { Instant } from '../../data/domain/calendar/instant';
import { chatAddressKey } from '../../data/domain/conduct/contactRecords';
import { answerTo } from '../../data/domain/conduct/messageGround';
import type { Repositories } from '../../data/store/repositories';
import type { LateAnswer } from '../turn/delivery/deliveries';
import type { TurnRecord } from '../turn/delivery/turnRecords';
import type { ChatAddress, ContactGate } from './contactGate';

export interface LateAnswerParts {
  readonly repositories: Pick<Repositories, 'contactPreferences' | 'wrongContacts'>;
  readonly gate: ContactGate;
  /** From the contact rules in force. */
  answerWithinMinutes(): number;
  clock(): Instant;
}

/** After that a reply that comes by itself would be a surprise, whatever the rules allow. */
const hoursMax = 24;
const millisecondsPerHour = 3_600_000;

type Late = Pick<TurnRecord, 'at' | 'customerId' | 'reference'>;

/** True once the one who reads there turned out to be somebody else, or asked for quiet after the reply was made. */
async function isUnwanted({ repositories }: LateAnswerParts, { at, customerId }: Late, address: ChatAddress) {
  if (await repositories.wrongContacts.isWrong(address.channelId, address.userId)) return true;
  const keys = [customerId, chatAddressKey(address)].filter((key) => key !== null);
  const wishes = await Promise.all(keys.map((key) => repositories.contactPreferences.get(key)));
  return wishes.some((wish) => wish?.ceased === true && wish.reason === 'asked' && wish.changedAt > at);
}

/** Whether a stored reply may go without the customer having written again (promise P9). */
export const lateAnswerBy =
  (parts: LateAnswerParts) =>
  async (record: Late): Promise<LateAnswer> => {
    const { at, customerId, reference } = record;
    const address = { channelId: reference.channelId ?? '', userId: reference.user?.id ?? '' };
    if (await isUnwanted(parts, record, address)) return 'withdraw';
    // Where somebody else may read it, nothing comes by itself: it waits for the holder's next message.
    if (await parts.repositories.contactPreferences.isPhoneUnsafe([customerId, chatAddressKey(address)])) return 'keep';
    const now = parts.clock();
    if (answerTo(at, now, parts.answerWithinMinutes()) !== null) return 'send';
    if (Date.parse(now) - Date.parse(at) > hoursMax * millisecondsPerHour) return 'keep';
    const asked = await parts.gate.ask({ customerId, address, channel: 'message', purpose: 'service' }, now);
    return asked.ok ? 'send' : 'keep';
  };
