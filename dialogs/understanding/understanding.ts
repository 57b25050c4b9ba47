// One message → a CustomerTurn: cut into its acts, each read for its intent and slots; the main one by precedence.
import type { CustomerTurn, Locale } from '../../data/domain/customer/customerTurn';
import type { UnderstandContext } from '../talk/services';
import { actsOf } from './acts/actsOf';
import { createClassifier, type Ranking } from './intents/classifier';
import { createDetails } from './intents/details';
import { alignedFeatureText } from './intents/featureText';
import type { UnderstandingModel } from './learn/modelFile';
import { findQuantities } from './quantities/findQuantities';
import { createFigureReader } from './slots/learned/figureReader';
import { languageOf } from './text/language';
import { normalise } from './text/normalise';

/** That a date was named is read, not which. */
const anyDay = '2026-11-23';

export interface Understanding {
  readonly modelVersion: string;
  /** What the words of a message may mean, each with its probability, without what was asked or is on the table. */
  readingsOf(text: string, locale: Locale): Ranking;
  understand(text: string, locale: Locale, context: UnderstandContext): CustomerTurn;
}

export function createUnderstanding(model: UnderstandingModel): Understanding {
  const classify = createClassifier(model);
  const figures = { 'zh-CN': model.locales['zh-CN'].figure, 'en-US': model.locales['en-US'].figure };
  const readers = { classify, detailsOf: createDetails(model), readFigure: createFigureReader(figures) };

  function understand(source: string, locale: Locale, context: UnderstandContext): CustomerTurn {
    const normal = normalise(source);
    const language = languageOf(normal.text);
    const spoken = language ?? locale;
    const segmenter = { model: model.locales[spoken], classify };
    const { acts, main, signals, ambiguity } = actsOf({ normal, source, locale: spoken, context }, readers, segmenter);
    return {
      intent: main.intent,
      confidence: main.confidence,
      slots: main.slots,
      acts: [...acts],
      signals: [...signals],
      language,
      ambiguity,
    };
  }

  function readingsOf(source: string, locale: Locale): Ranking {
    const { text } = normalise(source);
    const aligned = alignedFeatureText(findQuantities(text, anyDay), text);
    return classify({ text: aligned.text, locale: languageOf(text) ?? locale, expects: undefined, slots: [] });
  }
  return { modelVersion: model.version, readingsOf, understand };
}
