// Bare answers to what was just asked: a figure, an offer's number, "月底". They need no classifier.
import type { Intent, Locale, SlotName } from '../../../data/domain/customer/customerTurn';
import answerWords from '../lexicons/answerWords.json';
import { isLateCode } from '../quantities/codes';
import { asksForBudget } from '../slots/budget';
import { callbackAt } from '../slots/contact/callback';
import { comparesOffers } from './comparison';
import type { DecisionInput } from './decisionInput';

const fillers: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': new RegExp(answerWords['zh-CN'], 'g'),
  'en-US': new RegExp(answerWords['en-US'], 'g'),
};

/** 88 is bye-bye by its sound; asked for a figure it is one. */
const goodbyeInNumbers = new RegExp(answerWords.goodbyeInNumbers);

/** "那个36期的", "the 775 one" point at an offer by its figure: no counter-offer, whatever figures they name. */
const pointsAtOffer = new RegExp(answerWords.pointsAtOffer);

const isSlot = (expects: string): expects is SlotName => expects !== 'offer' && expects !== 'confirm';

/** Whether nothing but figures and small words stand in the message. */
function isBare(features: string, locale: Locale): boolean {
  const rest = features.replace(fillers[locale], '').replace(/[^\p{L}\p{N}]/gu, '');
  return rest.replace(/[A-Z0-9]/g, '') === '' && /[A-Z0-9]/.test(features);
}

/** A time that was asked for comes with few words beside it. */
const shortAnswer = 24;
const isShort = (text: string) => text.length <= shortAnswer;
const asked = ({ refDate }: DecisionInput['context']) => ({ refDate, isAsked: true });

export function answeredIntent({ text, features, locale, extraction, context }: DecisionInput): Intent | null {
  const { slots, ambiguity } = extraction;
  if (context.expects === undefined && context.offers === undefined && goodbyeInNumbers.test(text)) return 'goodbye';
  // A code is awaited by the dialogs before understanding is asked; one that comes later says nothing.
  if (isLateCode(text)) return 'outOfScope';
  if (comparesOffers(extraction)) return 'ask.offer';
  if (context.expects === 'callbackAt' && isShort(text) && callbackAt(text, extraction.figures, asked(context)))
    return 'ask.queue';
  const stated = Object.keys(slots);
  if (stated.length === 0 && ambiguity === null) return null;
  const { expects } = context;
  const bare = isBare(features, locale);
  if (slots.offerNumber !== undefined && bare) return 'negotiate.accept';
  if (!bare || ((expects === undefined || expects === 'offer') && pointsAtOffer.test(features))) return null;
  if (expects === 'payDate' && slots.payDate !== undefined) return 'promiseToPay';
  if (asksForBudget(expects) && slots[expects] !== undefined) return 'budget';
  if (expects !== undefined && isSlot(expects) && (slots[expects] !== undefined || ambiguity !== null))
    return 'negotiate.terms';
  return slots.payDate === undefined && slots.percentage === undefined && slots.daysPastDue === undefined
    ? 'negotiate.terms'
    : null;
}
