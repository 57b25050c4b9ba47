// Whether an answer that never arrived may still go without the customer having written again (promise P9).
import type { Instant } from '../../../data/domain/calendar/instant';
import type { Repositories } from '../../../data/store/repositories';
import type { LateAnswer } from './deliveries';
import type { TurnRecord } from './turnRecords';

/** After that an answer that comes by itself would be a surprise. */
const hoursMax = 24;

export interface LateAnswerParts {
  readonly repositories: Pick<Repositories, 'contactPreferences' | 'wrongContacts'>;
  clock(): Instant;
}

/** An answer to the customer's own message is no contact of ours; a stop that came after it counts all the same. */
export const lateAnswerBy =
  ({ repositories, clock }: LateAnswerParts) =>
  async ({ at, customerId, reference }: TurnRecord): Promise<LateAnswer> => {
    const { channelId = '', user } = reference;
    const userId = user?.id ?? '';
    const wrong = await repositories.wrongContacts.isWrong(channelId, userId);
    const wishes = await Promise.all(
      [customerId, `address:${channelId}:${userId}`].map((id) =>
        id === null ? undefined : repositories.contactPreferences.get(id),
      ),
    );
    const stoppedSince = wishes.some((wish) => wish?.ceased === true && wish.reason === 'asked' && wish.changedAt > at);
    // The one who was told who reads there gets no figures any more, and the one who asked for quiet gets it.
    if (wrong || stoppedSince) return 'withdraw';
    return Date.parse(clock()) - Date.parse(at) > hoursMax * 3_600_000 ? 'keep' : 'send';
  };
