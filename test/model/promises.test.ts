// Any course of messages, payments, policies, days and restarts keeps the promises. What breaks one is printed as the shortest
// conversation that does. MODEL_RUNS=2000 looks longer, MODEL_SEED=7 elsewhere; `npm run redteam -- --fuzz 10000` longer still.
import { searchTalks } from './property';

const numRuns = Number(process.env.MODEL_RUNS ?? 250);
const seed = Number(process.env.MODEL_SEED ?? 20261123);

test('whatever is said, sent, paid, decided or restarted, and in whatever order, the promises hold', async () => {
  const { broken } = await searchTalks({ numRuns, seed, stepsMax: 24 });
  if (broken !== null) throw new Error(broken);
}, 3_600_000);
