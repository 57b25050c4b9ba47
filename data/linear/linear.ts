// Asks a linear model: scores from hashed features, and probabilities from scores.

/** One linear model: a score for each label from the features of a text. */
export interface LinearModel<Label extends string = string> {
  readonly labels: readonly Label[];
  /** Weights by bucket and label; those of a label are to be multiplied by its scale. */
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  /** Divides the scores, so that a confidence of 0.8 is right eight times in ten. */
  readonly temperature: number;
}

/**
 * Raw scores, the same sum as in training; those of 8-bit weights are still to be multiplied by their label's scale. Without values
 * all features count alike.
 */
export function scoresOf(
  features: readonly number[],
  weights: Int8Array | Float32Array,
  classes: number,
  values?: readonly number[],
): Float64Array {
  const scores = new Float64Array(classes);
  const even = values === undefined ? 1 / Math.sqrt(Math.max(1, features.length)) : 1;
  for (let at = 0; at < features.length; at++) {
    const base = (features[at] ?? 0) * classes;
    const value = values?.[at] ?? 1;
    for (let index = 0; index < classes; index++)
      scores[index] = (scores[index] ?? 0) + (weights[base + index] ?? 0) * value;
  }
  for (let index = 0; index < classes; index++) scores[index] = (scores[index] ?? 0) * even;
  return scores;
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

export interface Likely<Label extends string> {
  readonly label: Label;
  readonly probability: number;
}

/** Calibrated probabilities of all labels, in the order of the model. */
export function probabilitiesOf(
  model: LinearModel,
  features: readonly number[],
  values?: readonly number[],
): Float64Array {
  const scores = scoresOf(features, model.weights, model.labels.length, values);
  for (let index = 0; index < scores.length; index++)
    scores[index] = ((scores[index] ?? 0) * (model.scales[index] ?? 0)) / model.temperature;
  return softmax(scores);
}

/** Labels from the likeliest on, with probabilities that sum to 1. */
export function rank<Label extends string>(
  model: LinearModel<Label>,
  features: readonly number[],
): readonly Likely<Label>[] {
  const probabilities = probabilitiesOf(model, features);
  return model.labels
    .map((label, index) => ({ label, probability: probabilities[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}
