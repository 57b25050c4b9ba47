// The one door of understanding: text in, CustomerTurn out. The model is loaded at the first call, or by `warmUp` at the start.
import type { CustomerTurn, Locale } from '../../data/domain/customer/customerTurn';
import type { Readings } from '../../data/knowledge/search/questionFeatures';
import type { UnderstandContext } from '../talk/services';
import { loadUnderstanding } from './loadUnderstanding';
import type { Understanding } from './understanding';

let loaded: Understanding | null = null;

function loadedOnce(): Understanding {
  loaded ??= loadUnderstanding();
  return loaded;
}

export function understand(text: string, locale: Locale, context: UnderstandContext): CustomerTurn {
  return loadedOnce().understand(text, locale, context);
}

/** What the words of a message may mean, each with its probability. */
export function readingsOf(text: string, locale: Locale): Readings {
  return loadedOnce().readingsOf(text, locale);
}

/** Loads the model and reads one message in each language, so that the first customer does not wait. Answers the model's version. */
export function warmUp(): string {
  const understanding = loadedOnce();
  understanding.understand('每个月还800', 'zh-CN', { refDate: '2026-11-23' });
  understanding.understand('800 a month', 'en-US', { refDate: '2026-11-23' });
  return understanding.modelVersion;
}
