// Reads one part of a message, or the whole of it: figures to slots, words to an intent, the rules of one act on top.
import type { Locale, SlotName, Slots } from '../../../data/domain/customer/customerTurn';
import type { UnderstandContext } from '../../talk/services';
import type { Classify } from '../intents/classifier';
import { comparesOffers } from '../intents/comparison';
import { type Decision, decide } from '../intents/decide';
import type { DetailsOf } from '../intents/details';
import { type AlignedText, alignedFeatureText } from '../intents/featureText';
import { type Signals, signalsOf } from '../intents/signals';
import { wishOf } from '../intents/wish';
import { findQuantities } from '../quantities/findQuantities';
import { type Extraction, extractSlots } from '../slots/extractSlots';
import type { ReadFigure } from '../slots/learned/learnedUses';
import { slotsFor } from '../slots/slotsByIntent';

export interface Readers {
  readonly classify: Classify;
  readonly detailsOf: DetailsOf;
  readonly readFigure: ReadFigure;
}

export interface PartReading extends Decision {
  readonly slots: Slots;
  readonly aligned: AlignedText;
  readonly heard: Signals;
  readonly extraction: Extraction;
}

const slotNames = (slots: object) => Object.keys(slots) as SlotName[];

/** What a normalised text says; of a part of a message, with its figures as the whole message means them. */
export function readPart(
  text: string,
  locale: Locale,
  context: UnderstandContext,
  { classify, detailsOf, readFigure }: Readers,
  withinWhole?: Extraction,
): PartReading {
  const extraction = withinWhole ?? extractSlots(text, locale, context, readFigure);
  const found = withinWhole === undefined ? extraction.found : findQuantities(text, context.refDate);
  const aligned = alignedFeatureText(found, text);
  const input = { text: aligned.text, locale, expects: context.expects, slots: slotNames(extraction.slots) };
  const heard = signalsOf(text, locale);
  const ranking = classify(input);
  const decision = decide({ text, features: aligned.text, locale, ranking, extraction, signals: heard, context });
  const stated: Slots = comparesOffers(extraction)
    ? { aspect: 'difference' }
    : {
        ...slotsFor(decision.intent, extraction, context.refDate),
        ...detailsOf(decision.intent, decision.confidence, input),
      };
  const wish = wishOf(decision.intent, text, locale, stated);
  const slots = wish === undefined ? stated : { ...stated, wish };
  return { ...decision, slots, aligned, heard, extraction };
}
