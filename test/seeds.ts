// Property tests draw the same cases on every run, so that a red build can be repeated. LAW_SEED=random draws new ones;
// a number goes back to the seed that a failure printed.
import fc from 'fast-check';

const wanted = process.env.LAW_SEED;
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20261130) });
