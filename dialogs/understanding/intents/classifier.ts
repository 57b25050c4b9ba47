// Scores a message against every intent: the linear model, turned into calibrated probabilities.
import type { Intent, Locale } from '../../../data/domain/customer/customerTurn';
import type { UnderstandingModel } from '../learn/modelFile';
import { softmax } from '../learn/trainLinear';
import { type FeatureInput, featuresOf } from './features';
import { pinyinFrom } from './pinyinTable';

/** Intents from the likeliest on, with probabilities that sum to 1. */
export type Ranking = readonly { readonly intent: Intent; readonly probability: number }[];

/** Raw scores of the classes, the same sum as in training; those of 8-bit weights are still to be multiplied by their class's scale. */
export function scoresOf(
  features: readonly number[],
  weights: Int8Array | Float32Array,
  classes: number,
): Float64Array {
  const scores = new Float64Array(classes);
  const value = 1 / Math.sqrt(Math.max(1, features.length));
  for (const feature of features) {
    const base = feature * classes;
    for (let index = 0; index < classes; index++) scores[index] = (scores[index] ?? 0) + (weights[base + index] ?? 0);
  }
  for (let index = 0; index < classes; index++) scores[index] = (scores[index] ?? 0) * value;
  return scores;
}

export function createClassifier(model: UnderstandingModel): (input: FeatureInput) => Ranking {
  const pinyin = pinyinFrom(model.pinyin);
  return (input) => {
    const { weights, scales, temperature } = model.locales[input.locale satisfies Locale];
    const scores = scoresOf(featuresOf(input, pinyin), weights, model.intents.length);
    const probabilities = softmax(scores.map((score, index) => (score * (scales[index] ?? 0)) / temperature));
    return model.intents
      .map((intent, index) => ({ intent, probability: probabilities[index] ?? 0 }))
      .sort((a, b) => b.probability - a.probability);
  };
}
