// Any course of messages, payments, policies, days and restarts keeps the promises. What breaks one is printed as the shortest
// conversation that does. MODEL_RUNS=2000 looks longer, MODEL_SEED=7 elsewhere.
import fc from 'fast-check';
import { modelPersonaIds } from './persona';
import { endTalk, play } from './play';
import { courses, opening } from './steps';
import { World } from './world';

const numRuns = Number(process.env.MODEL_RUNS ?? 250);
const seed = Number(process.env.MODEL_SEED ?? 20261123);

const talks = fc.record({
  personaId: fc.constantFrom(...modelPersonaIds),
  language: fc.constantFrom('zh' as const, 'en' as const),
  isOpened: fc.boolean(),
  course: courses(24),
});

/** Shows the shortest broken promise as it reads, and nothing of the machinery. */
function report<T>(details: fc.RunDetails<T>): void {
  if (!details.failed) return;
  const { errorInstance, seed: used, numShrinks, numRuns: runs } = details;
  const told =
    errorInstance instanceof Error
      ? errorInstance.name === 'BrokenPromise'
        ? errorInstance.message
        : errorInstance.stack
      : 'no error';
  throw new Error(`${told}\n(seed ${used}, run ${runs}, shortened ${numShrinks} times)`);
}

test('whatever is said, paid, decided or restarted, and in whatever order, the promises hold', async () => {
  await fc.assert(
    fc.asyncProperty(talks, async ({ personaId, language, isOpened, course }) => {
      const world = await World.begin(personaId, language);
      if (isOpened) for (const step of opening) await play(world, step);
      await fc.asyncModelRun(() => ({ model: {}, real: world }), course);
      await endTalk(world);
    }),
    { numRuns, seed, asyncReporter: async (details) => report(details) },
  );
}, 3_600_000);
