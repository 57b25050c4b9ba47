// Trains multinomial logistic regression on hashed features: AdaGrad over shuffled examples, the same result every time.
import { bucketCount } from './features';

export interface Example {
  readonly features: readonly number[];
  readonly label: number;
  readonly weight: number;
}

export interface TrainingSettings {
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of the target taken from the right class and spread over the others, against overconfidence. */
  readonly smoothing: number;
  readonly decay: number;
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

/** Scores → probabilities, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    const value = Math.exp((scores[index] ?? 0) - top);
    scores[index] = value;
    sum += value;
  }
  for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) / sum;
  return scores;
}

/** Weights by bucket and class: weights[bucket * classes + class]. */
export function trainLinear(examples: readonly Example[], settings: TrainingSettings): Float32Array {
  const { classes, epochs, rate, smoothing, decay } = settings;
  const weights = new Float32Array(bucketCount * classes);
  const squares = new Float32Array(bucketCount * classes).fill(1e-3);
  const random = seededRandom(20261123);
  const errors = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of shuffled(examples, random)) {
      const { features, label, weight } = example;
      const value = 1 / Math.sqrt(features.length);
      const scores = new Float64Array(classes);
      for (const feature of features) {
        const base = feature * classes;
        for (let index = 0; index < classes; index++)
          scores[index] = (scores[index] ?? 0) + (weights[base + index] ?? 0) * value;
      }
      softmax(scores);
      for (let index = 0; index < classes; index++) {
        const target = index === label ? 1 - smoothing : smoothing / (classes - 1);
        errors[index] = ((scores[index] ?? 0) - target) * weight * value;
      }
      for (const feature of features) {
        const base = feature * classes;
        for (let index = 0; index < classes; index++) {
          const at = base + index;
          const gradient = (errors[index] ?? 0) + decay * (weights[at] ?? 0);
          squares[at] = (squares[at] ?? 0) + gradient * gradient;
          weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(squares[at] ?? 1);
        }
      }
    }
  }
  return weights;
}
