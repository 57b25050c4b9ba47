// Trains multinomial logistic regression on hashed features: AdaGrad over shuffled examples, the same result every time.
import { bucketCount } from './hashing';
import { softmax } from './linear';

export interface Example {
  readonly features: readonly number[];
  readonly label: number;
  /** How much each feature counts; all alike where left out. */
  readonly values?: readonly number[];
}

export interface TrainingSettings {
  readonly classes: number;
  /** How many features there are; all buckets where left out. */
  readonly features?: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of the target taken from the right class and spread over the others, against overconfidence. */
  readonly smoothing: number;
  /** Share of the features that an example is taught without, other ones each time: no meaning may hang on one word. */
  readonly dropped: number;
  /** So many of the last rounds are averaged. */
  readonly averaged: number;
}

/** Small seeded generator (mulberry32): training must not depend on chance. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [result[index], result[other]];
    if (a !== undefined && b !== undefined) {
      result[index] = b;
      result[other] = a;
    }
  }
  return result;
}

/** Errors smaller than this teach nothing worth the time. */
const smallestError = 0.004;
/** Classes whose error is worth a step, and that error. */
function errorsOf(scores: Float64Array, label: number, smoothing: number): { classes: number[]; errors: number[] } {
  const classes: number[] = [];
  const errors: number[] = [];
  const spread = smoothing / (scores.length - 1);
  for (let index = 0; index < scores.length; index++) {
    const error = (scores[index] ?? 0) - (index === label ? 1 - smoothing : spread);
    if (Math.abs(error) < smallestError) continue;
    classes.push(index);
    errors.push(error);
  }
  return { classes, errors };
}

/** Weights by bucket and class: weights[bucket * classes + class]. */
export function trainLinear(examples: readonly Example[], settings: TrainingSettings): Float32Array {
  const { classes, epochs, rate, smoothing, dropped, averaged } = settings;
  const size = (settings.features ?? bucketCount) * classes;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-3);
  const average = new Float32Array(size);
  const random = seededRandom(20261123);
  const scores = new Float64Array(classes);
  const learn = (features: readonly number[], label: number, values?: readonly number[]) => {
    const even = 1 / Math.sqrt(Math.max(1, features.length));
    scores.fill(0);
    for (let at = 0; at < features.length; at++) {
      const base = (features[at] ?? 0) * classes;
      const value = values?.[at] ?? even;
      for (let index = 0; index < classes; index++)
        scores[index] = (scores[index] ?? 0) + (weights[base + index] ?? 0) * value;
    }
    const wrong = errorsOf(softmax(scores), label, smoothing);
    for (let which = 0; which < wrong.classes.length; which++) {
      const error = wrong.errors[which] ?? 0;
      const column = wrong.classes[which] ?? 0;
      for (let place = 0; place < features.length; place++) {
        const at = (features[place] ?? 0) * classes + column;
        const gradient = error * (values?.[place] ?? even);
        const sum = (squares[at] ?? 0) + gradient * gradient;
        squares[at] = sum;
        weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(sum);
      }
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, label, values } of shuffled(examples, random))
      if (dropped === 0) learn(features, label, values);
      else
        learn(
          features.filter(() => random() >= dropped),
          label,
        );
    if (epoch >= epochs - averaged)
      weights.forEach((weight, at) => {
        average[at] = (average[at] ?? 0) + weight / averaged;
      });
  }
  return average;
}
