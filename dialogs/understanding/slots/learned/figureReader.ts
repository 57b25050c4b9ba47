// Asks the trained model what an amount is for.
import type { Locale } from '../../../../data/domain/customer/customerTurn';
import { type LinearModel, probabilitiesOf } from '../../../../data/linear/linear';

import { figureFeatures } from './figureFeatures';
import type { FigureUse } from './figureUses';
import type { ReadFigure } from './learnedUses';

export function createFigureReader(models: Readonly<Record<Locale, LinearModel<FigureUse>>>): ReadFigure {
  return (figure, context) => {
    const model = models[context.locale];
    const probabilities = probabilitiesOf(model, figureFeatures(figure, context));
    const of = (use: FigureUse) => probabilities[model.labels.indexOf(use)] ?? 0;
    return {
      monthly: of('monthly'),
      monthlyAtMost: of('monthlyAtMost'),
      monthlyAtLeast: of('monthlyAtLeast'),
      once: of('once'),
      open: of('open'),
      other: of('other'),
    };
  };
}
