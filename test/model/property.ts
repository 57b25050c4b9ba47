// The property of the model: any course of messages, payments, files, policies, colleagues, days and restarts keeps the promises.
import fc from 'fast-check';
import { modelPersonaIds } from './persona';
import { endTalk, play } from './play';
import { courses, opening } from './steps';
import { World } from './world';

export interface Search {
  /** How many talks are drawn. */
  readonly numRuns: number;
  readonly seed: number;
  /** Most steps of one talk. */
  readonly stepsMax: number;
}

export interface Searched {
  readonly n: number;
  /** Messages that were answered in all of them. */
  readonly turns: number;
  /** The shortest talk found that breaks a promise, to be read by a person; null where none does. */
  readonly broken: string | null;
}

/** The shortest broken promise as it reads, and nothing of the machinery. */
function toldBy<T>({ failed, errorInstance, seed, numShrinks, numRuns }: fc.RunDetails<T>): string | null {
  if (!failed) return null;
  const told =
    errorInstance instanceof Error
      ? errorInstance.name === 'BrokenPromise'
        ? errorInstance.message
        : errorInstance.stack
      : 'no error';
  return `${told}\n(seed ${seed}, run ${numRuns}, shortened ${numShrinks} times)`;
}

/** Draws talks, and shortens the first that breaks a promise. */
export async function searchTalks({ numRuns, seed, stepsMax }: Search): Promise<Searched> {
  const talks = fc.record({
    personaId: fc.constantFrom(...modelPersonaIds),
    language: fc.constantFrom('zh' as const, 'en' as const),
    isOpened: fc.boolean(),
    course: courses(stepsMax),
  });
  let turns = 0;
  const property = fc.asyncProperty(talks, async ({ personaId, language, isOpened, course }) => {
    const world = await World.begin(personaId, language);
    if (isOpened) for (const step of opening) await play(world, step);
    await fc.asyncModelRun(() => ({ model: {}, real: world }), course);
    await endTalk(world);
    turns += world.turns;
  });
  const details = await fc.check(property, { numRuns, seed });
  return { n: details.numRuns, turns, broken: toldBy(details) };
}
