// Why words may leave for a customer: they answer what the customer wrote, or a contact was permitted. Nothing else leaves.
import type { Instant } from '../calendar/instant';
import type { ContactPermission } from './mayContact';

/** Proof that words answer a message of the customer's; only this file makes one. */
class Answer {
  readonly #kind = 'answer';
  constructor(readonly askedAt: Instant) {}

  get kind(): 'answer' {
    return this.#kind;
  }
}
export type CustomerAnswer = Answer;
export type MessageGround = CustomerAnswer | ContactPermission;

const millisecondsPerMinute = 60_000;

/** The ground of words said while the customer's message, or their wish for a person, is being dealt with. */
export const answerOf = (askedAt: Instant): CustomerAnswer => new Answer(askedAt);

/**
 * The ground of words that answer a message which came at `askedAt`; null once it is older than `withinMinutes`: words
 * that come so late reach somebody who does not expect them, and are a contact that we begin.
 */
export function answerTo(askedAt: Instant, now: Instant, withinMinutes: number): CustomerAnswer | null {
  const age = Date.parse(now) - Date.parse(askedAt);
  return age <= withinMinutes * millisecondsPerMinute ? new Answer(askedAt) : null;
}
