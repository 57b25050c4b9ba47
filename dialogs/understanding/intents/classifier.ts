// Scores a text against every intent.
import type { Intent } from '../../../data/domain/customer/customerTurn';
import { rank } from '../../../data/linear/linear';
import { pinyinFrom } from '../../../data/linear/pinyinTable';
import type { UnderstandingModel } from '../learn/modelFile';
import { type FeatureInput, featuresOf } from './features';

/** Intents from the likeliest on, with probabilities that sum to 1. */
export type Ranking = readonly { readonly intent: Intent; readonly probability: number }[];
export type Classify = (input: FeatureInput) => Ranking;

export function createClassifier(model: UnderstandingModel): Classify {
  const pinyin = pinyinFrom(model.pinyin);
  return (input) =>
    rank(model.locales[input.locale].intent, featuresOf(input, pinyin)).map(({ label, probability }) => ({
      intent: label,
      probability,
    }));
}
