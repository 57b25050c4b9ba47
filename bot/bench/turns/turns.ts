// How long a turn takes: against the echo bot, and as the book grows. Both sides of a comparison run in turn, in one run.
import { closeTalker, newConversation, quantile } from './talker';

export interface Side {
  readonly port: number;
  /** Last four of card and of ID to be verified with. */
  readonly codes: string;
}

export interface Measured {
  readonly median: number;
  readonly p95: number;
}

/** Plays `conversations` scripts on both sides, turn by turn in alternation; the first tenth only warms up. */
export async function compareTurns(
  a: Side,
  b: Side,
  serviceUrl: string,
  conversations: number,
): Promise<readonly [Measured, Measured]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < conversations; round++) {
    const talks = [a, b].map((side) => newConversation(side.port, serviceUrl, side.codes));
    for (let more = true; more; ) {
      for (const [index, talk] of talks.entries()) {
        const took = await talk.next();
        more = took !== undefined;
        if (took !== undefined && round >= conversations / 10) times[index]?.push(took);
      }
    }
  }
  const measured = (values: readonly number[]): Measured => ({
    median: quantile(values, 0.5),
    p95: quantile(values, 0.95),
  });
  return [measured(times[0]), measured(times[1])];
}

export { closeTalker };
