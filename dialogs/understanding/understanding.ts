// One message → a CustomerTurn: cut into its acts, each read for its intent and slots; the main one by precedence.
import type { CustomerTurn, Locale } from '../../data/domain/customer/customerTurn';
import type { UnderstandContext } from '../talk/services';
import { actsOf } from './acts/actsOf';
import { createClassifier } from './intents/classifier';
import { createDetails } from './intents/details';
import type { UnderstandingModel } from './learn/modelFile';
import { createFigureReader } from './slots/learned/figureReader';
import { languageOf } from './text/language';
import { normalise } from './text/normalise';

export interface Understanding {
  readonly modelVersion: string;
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
  return { modelVersion: model.version, understand };
}
