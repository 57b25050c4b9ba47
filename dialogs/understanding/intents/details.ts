// What an intent says more exactly: which aspect a question is about, what is taken back, who speaks beside the holder.
import type { Intent, Slots } from '../../../data/domain/customer/customerTurn';
import { type Likely, rank } from '../../../data/linear/linear';
import { pinyinFrom } from '../../../data/linear/pinyinTable';
import type { UnderstandingModel } from '../learn/modelFile';
import { type FeatureInput, featuresOf } from './features';
import { thresholds } from './thresholds';

/** `confidence`: how sure it is that the text has this intent at all; of what is not sure enough, nothing is said. */
export type DetailsOf = (intent: Intent, confidence: number, input: FeatureInput) => Slots;

/** The likeliest label, where it is likely enough to be said; undefined where that is that there is none. */
function sureOf<Label extends string>(
  ranked: readonly Likely<Label | 'none'>[],
  confidence: number,
): Label | undefined {
  const [best] = ranked;
  if (best === undefined || best.label === 'none') return undefined;
  return best.probability * confidence >= thresholds.sureOfDetail ? best.label : undefined;
}

export function createDetails(model: UnderstandingModel): DetailsOf {
  const pinyin = pinyinFrom(model.pinyin);
  return (intent, confidence, input) => {
    const { aspect, what, role } = model.locales[input.locale];
    const features = () => featuresOf(input, pinyin);
    if (intent === 'ask.offer') return { aspect: sureOf(rank(aspect, features()), confidence) };
    if (intent === 'undo') return { what: sureOf(rank(what, features()), confidence) };
    if (intent === 'authority') return { role: sureOf(rank(role, features()), confidence) };
    return {};
  };
}
