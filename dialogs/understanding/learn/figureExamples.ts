// Messages whose amounts are known → one example for each amount: the words around it, and what it is for.
import type { Intent, NumberRange, Slots } from '../../../data/domain/customer/customerTurn';
import type { Example } from '../../../data/linear/trainLinear';
import { exact } from '../numerals/numeral';
import { extractSlots } from '../slots/extractSlots';
import { figureFeatures } from '../slots/learned/figureFeatures';
import { type FigureUse, figureUses } from '../slots/learned/figureUses';
import type { Figure } from '../slots/roles';
import { normalise } from '../text/normalise';
import { trainingDay } from './actExamples';
import type { FigureLine } from './figureLines';
import type { TrainingLine } from './trainingData';

type Side = 'both' | 'min' | 'max';

/** Which end of a range an amount states; null when it states none. */
function sideOf({ quantity }: Figure, range: NumberRange | undefined): Side | null {
  if (range === undefined || !('min' in quantity)) return null;
  const [low, high] = [exact(quantity.min), exact(quantity.max)];
  if (range.min === low && range.max === high) return 'both';
  if (range.max === high && (range.min === undefined || low === high)) return 'max';
  return range.min === low && (range.max === undefined || low === high) ? 'min' : null;
}

const monthlyUse = { both: 'monthly', max: 'monthlyAtMost', min: 'monthlyAtLeast' } as const;

export function useOf(figure: Figure, slots: Slots): FigureUse {
  const regular = sideOf(figure, slots.statedAmount ?? slots.monthlyAmount);
  if (regular !== null) return monthlyUse[regular];
  if (sideOf(figure, slots.lumpSum) !== null) return 'once';
  return sideOf(figure, slots.amount) === null ? 'other' : 'open';
}

const isAmount = ({ quantity }: Figure) => quantity.kind === 'money' || quantity.kind === 'bare';

export function figureExamplesOf({ text: source, locale, expects, slots }: FigureLine): Example[] {
  const { text } = normalise(source);
  const { figures, masked } = extractSlots(text, locale, { refDate: trainingDay, expects });
  return figures.filter(isAmount).map((figure) => ({
    features: figureFeatures(figure, { text: masked, locale, expects, figures }),
    label: figureUses.indexOf(useOf(figure, slots)),
  }));
}

/** Intents whose amounts offer nothing: what was paid, claimed, charged or asked for by others. */
const offersNothing: ReadonlySet<Intent> = new Set([
  'alreadyPaid',
  'account.payments',
  'account.balance',
  'dispute',
  'scam',
  'complaint',
  'verifyCollector',
  'thirdParty',
  'ask.debtAgents',
  'ask.interestAndFees',
  'ask.legalAction',
  'ask.consequences',
  'outOfScope',
]);
/** Enough of them to know such words by; with all of them an amount would seldom be taken for an offer. */
const everySo = 4;

export const linesWithoutOffer = (lines: readonly TrainingLine[]): FigureLine[] =>
  lines
    .filter(({ intent }) => offersNothing.has(intent))
    .filter((_, index) => index % everySo === 0)
    .map(({ text, locale }) => ({ text, locale, slots: {} }));
