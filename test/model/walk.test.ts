// Long talks: three hundred short messages and events in a row, drawn by a seed. Every promise holds at each of them, and at the
// end somebody who says hello is answered. MODEL_WALKS=34 makes ten thousand of them, MODEL_SEED=7 others.
import fc from 'fast-check';
import { type ModelPersonaId, modelPersonaIds } from './persona';
import { BrokenPromise, endTalk, play } from './play';
import { anyStep } from './steps';
import { World } from './world';

const walks = Number(process.env.MODEL_WALKS ?? 12);
const seed = Number(process.env.MODEL_SEED ?? 20261123);
const stepsOfOne = 300;
/** Of the replies that are no offer, read-back or cost table, so many may be longer than six lines. */
const longShareMax = 0.02;
/** Lines of the end of a talk that are shown where a promise broke. */
const shownLines = 40;

const courses = fc.sample(fc.array(anyStep, { minLength: stepsOfOne, maxLength: stepsOfOne, size: 'max' }), {
  numRuns: walks,
  seed,
});

async function walked(personaId: ModelPersonaId, index: number): Promise<World> {
  const world = await World.begin(personaId, index % 2 === 0 ? 'zh' : 'en');
  try {
    for (const step of courses[index] ?? []) await play(world, step);
    await play(world, { kind: 'newConversation' });
    await play(world, { kind: 'say', who: 'holder', act: 'greeting', variant: 0, seconds: 1 });
    await endTalk(world);
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    throw new Error(`${error.broken.join('\n')}\n\n…\n${error.story.slice(-shownLines).join('\n')}`);
  }
  return world;
}

test('after three hundred messages in a row every promise still holds, and few replies were long', async () => {
  let [turns, long] = [0, 0];
  for (let index = 0; index < walks; index++) {
    const personaId = modelPersonaIds[index % modelPersonaIds.length] ?? 'canonical';
    const world = await walked(personaId, index);
    turns += world.turns;
    long += world.longReplies;
  }
  expect(turns).toBeGreaterThan((walks * stepsOfOne) / 2);
  expect(long / turns).toBeLessThanOrEqual(longShareMax);
}, 3_600_000);
