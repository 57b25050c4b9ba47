// What an intent is decided from: the words, what the model makes of them, the figures, the signals and the context.
import type { Locale } from '../../../data/domain/customer/customerTurn';
import type { UnderstandContext } from '../../talk/services';
import type { Extraction } from '../slots/extractSlots';
import type { Ranking } from './classifier';
import type { Signals } from './signals';

export interface DecisionInput {
  readonly text: string;
  readonly features: string;
  readonly locale: Locale;
  readonly ranking: Ranking;
  readonly extraction: Extraction;
  readonly signals: Signals;
  readonly context: UnderstandContext;
}
