// How likely each approved answer is the one that a question asks for: by what was learned from the ways of asking when the house
// was built, and by counts of their words, which know an answer from the moment it is approved.
import type { Locale } from '../../domain/customer/customerTurn';
import { readPart } from '../../linear/textFeatures';
import type { Answer } from '../answer';
import { questionModel } from './loadQuestionModel';
import type { Asked } from './questionFeatures';
import { noAnswer, type ReadQuestion } from './questionModel';
import { createWordModel } from './wordModel';
import { sameQuestion } from './words';

/** An answer with the probability, 0-1, that it is the right one. */
export interface Likely {
  readonly answer: Answer;
  readonly probability: number;
}

export interface Finder {
  /** All answers, the likeliest first; one of the topic told last is somewhat likelier. */
  find(asked: Asked, topic: string | undefined): readonly Likely[];
}

/** How much the word counts count beside what was learned. */
const countsWeight = 0.4;

/**
 * How many times likelier an answer is that goes on in the topic told last: the shorter a message is, the more of what it means was
 * said before.
 */
const topicFactor = (text: string, locale: Locale): number =>
  Math.max(topicFactorLeast, charactersAlone[locale] / Math.max(1, text.length));
const topicFactorLeast = 2;
/** Characters that mostly say by themselves what is asked, times the least factor. */
const charactersAlone: Readonly<Record<Locale, number>> = { 'zh-CN': 200, 'en-US': 800 };

/** Sharpens both together, so that a probability of 0.8 is right eight times in ten. */
const temperature: Readonly<Record<Locale, number>> = { 'zh-CN': 0.62, 'en-US': 0.6 };

/** What was written down as a way of asking an answer asks for it. */
const ownProbability = 0.99;

const tiny = 1e-9;

function normalised(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((one) => (sum === 0 ? 0 : one / sum));
}

/**
 * What was learned and what was counted, for the answers that were there when the house was built; an answer that was approved
 * since is as likely as its words alone make it, and what is left is the others'.
 */
function together(
  answers: readonly Answer[],
  counted: ReadonlyMap<string, number>,
  learned: ReadonlyMap<string, number>,
  sharpness: number,
): readonly number[] {
  const isNew = ({ id }: Answer): boolean => !learned.has(id);
  const countedOf = ({ id }: Answer): number => counted.get(id) ?? 0;
  const ofNew = answers.filter(isNew).reduce((sum, answer) => sum + countedOf(answer), 0);
  const left = (1 - ofNew) * (1 - (learned.get(noAnswer) ?? 0));
  const shares = normalised(
    answers.map((answer) =>
      isNew(answer) ? 0 : ((learned.get(answer.id) ?? 0) * (countedOf(answer) + tiny) ** countsWeight) ** sharpness,
    ),
  );
  return answers.map((answer, at) => (isNew(answer) ? countedOf(answer) : left * (shares[at] ?? 0)));
}

/** Answers of the topic told last made likelier, the chance that none is asked for included. */
function inTopic(
  answers: readonly Answer[],
  probabilities: readonly number[],
  topic: string | undefined,
  factor: number,
): readonly number[] {
  if (topic === undefined) return probabilities;
  const none = 1 - probabilities.reduce((sum, one) => sum + one, 0);
  const weighed = answers.map((answer, at) => (probabilities[at] ?? 0) * (answer.topic === topic ? factor : 1));
  return normalised([...weighed, none]).slice(0, -1);
}

export function createFinder(answers: readonly Answer[], locale: Locale, read: ReadQuestion | null): Finder {
  const asking = answers.filter(({ questions, keywords }) => questions[locale].length + keywords[locale].length > 0);
  const counts = createWordModel(asking, locale);
  const writtenDown = new Map(
    answers.flatMap(({ id, questions }) => questions[locale].map((question) => [sameQuestion(question), id] as const)),
  );

  function look(said: Asked, topic: string | undefined): readonly Likely[] {
    const counted = counts.probabilities(readPart(said.text));
    const plainly = together(asking, counted, read?.(said) ?? new Map(), 1 / temperature[locale]);
    const probabilities = inTopic(asking, plainly, topic, topicFactor(said.text, locale));
    const own = writtenDown.get(sameQuestion(said.text));
    const weightOf = ({ id }: Answer, at: number): number => {
      const probability = probabilities[at] ?? 0;
      if (own === undefined) return probability;
      return own === id ? ownProbability : (1 - ownProbability) * probability;
    };
    return asking
      .map((answer, at) => ({ answer, probability: weightOf(answer, at) }))
      .sort((a, b) => b.probability - a.probability);
  }
  // Whether a message asks something, and what is answered, are two questions about the same words.
  let last: { readonly said: Asked; readonly topic: string | undefined; readonly likely: readonly Likely[] } | null =
    null;
  return {
    find(said, topic) {
      const isSame = last?.said.text === said.text && last.said.readings === said.readings && last.topic === topic;
      if (last === null || !isSame) last = { said, topic, likely: look(said, topic) };
      return last.likely;
    },
  };
}

const made = new WeakMap<readonly Answer[], Partial<Record<Locale, Finder>>>();

/** The finder of these answers, made at the first question in its language. */
export function finderOf(answers: readonly Answer[], locale: Locale): Finder {
  const own = made.get(answers) ?? {};
  const model = questionModel();
  const finder = own[locale] ?? createFinder(answers, locale, model.kind === 'loaded' ? model.read[locale] : null);
  made.set(answers, { ...own, [locale]: finder });
  return finder;
}
