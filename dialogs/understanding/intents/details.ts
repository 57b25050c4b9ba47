// What an intent says more exactly: which aspect a question is about, what is taken back, who speaks beside the holder.
import type { Intent, Slots } from '../../../data/domain/customer/customerTurn';
import type { UnderstandingModel } from '../learn/modelFile';
import { type FeatureInput, featuresOf } from './features';
import { rank } from './linear';
import { pinyinFrom } from './pinyinTable';

export type DetailsOf = (intent: Intent, input: FeatureInput) => Slots;

export function createDetails(model: UnderstandingModel): DetailsOf {
  const pinyin = pinyinFrom(model.pinyin);
  return (intent, input) => {
    const { aspect, what, role } = model.locales[input.locale];
    const features = () => featuresOf(input, pinyin);
    if (intent === 'ask.offer') return { aspect: rank(aspect, features())[0]?.label };
    if (intent === 'undo') return { what: rank(what, features())[0]?.label };
    if (intent === 'authority') return { role: rank(role, features())[0]?.label };
    return {};
  };
}
