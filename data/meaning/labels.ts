// The classes of the guard's model: each wrong, and each kind of words that are fine though they may sound alike.
import { type Wrong, wrongs } from '../domain/conduct/words/meaning';

/** "wrong/KIND" or "fine/KIND": the folder and the name of the file that teaches it. */
export type MeaningLabel = `wrong/${Wrong}` | `fine/${string}`;

const known: ReadonlySet<string> = new Set(wrongs.map((wrong) => `wrong/${wrong}`));

export const isMeaningLabel = (label: string): label is MeaningLabel =>
  known.has(label) || /^fine\/[A-Za-z]+$/.test(label);

/** The wrong that a class stands for; null where it is fine. */
export const wrongOf = (label: MeaningLabel): Wrong | null =>
  wrongs.find((wrong) => label === `wrong/${wrong}`) ?? null;
