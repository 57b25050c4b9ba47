// One message → a CustomerTurn: figures to slots, words to an intent, the rules of precedence on top.
import type { CustomerTurn, Locale, SlotName } from '../../data/domain/customer/customerTurn';
import type { UnderstandContext } from '../talk/services';
import { createClassifier } from './intents/classifier';
import { decide } from './intents/decide';
import { featureText } from './intents/featureText';
import { alsoAsked, clauseActs } from './intents/severalActs';
import { signalsOf } from './intents/signals';
import type { UnderstandingModel } from './learn/modelFile';
import { extractSlots } from './slots/extractSlots';
import { slotsFor } from './slots/slotsByIntent';
import { languageOf } from './text/language';
import { normalise } from './text/normalise';

export interface Understanding {
  readonly modelVersion: string;
  understand(text: string, locale: Locale, context: UnderstandContext): CustomerTurn;
}

const slotNames = (slots: object) => Object.keys(slots) as SlotName[];

export function createUnderstanding(model: UnderstandingModel): Understanding {
  const classify = createClassifier(model);

  function understand(source: string, locale: Locale, context: UnderstandContext): CustomerTurn {
    const { text } = normalise(source);
    const language = languageOf(text);
    const spoken = language ?? locale;
    const extraction = extractSlots(text, spoken, context);
    const features = featureText(extraction.found, text);
    const ranking = classify({
      text: features,
      locale: spoken,
      expects: context.expects,
      slots: slotNames(extraction.slots),
    });
    const signals = signalsOf(text, spoken);
    const acts = clauseActs(features, spoken, classify);
    const decision = decide({ text, features, locale: spoken, ranking, acts, extraction, signals, context });
    const slots = slotsFor(decision.intent, extraction, context.refDate);
    return {
      intent: decision.intent,
      confidence: decision.confidence,
      slots,
      acts: [{ intent: decision.intent, slots, span: [0, source.length], confidence: decision.confidence }],
      signals: decision.signals,
      alsoAsked: alsoAsked(acts, decision.likeliest, decision.intent),
      language,
      ambiguity: decision.ambiguity,
    };
  }
  return { modelVersion: model.version, understand };
}
