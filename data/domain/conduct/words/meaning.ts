// What words do to the person who hears them, as a trained reader hears it: named wrongs, and how likely one of them is.
import type { Locale } from '../../customer/customerTurn';
import type { Listener, Speaker } from './speaking';

/** What must not be said, in kinds that name a reason. */
export const wrongs = [
  'approvalPromise',
  'borrowElsewhere',
  /** Any of the others in a writing that hides it: blanks, homophones, mixed scripts. */
  'disguised',
  'falseFiling',
  'falseUrgency',
  /** At a debt, to somebody who may not know of it. */
  'hint',
  'menace',
  'offChannel',
  'posing',
  /** Paying before food, medicine or school. */
  'pressure',
  'privateAccount',
  'recordPromise',
  /** Asking for codes and passwords. */
  'secrets',
  'shame',
  'tellOthers',
  'threatJail',
  'threatList',
  'threatPolice',
  'threatSeizure',
  /** A threat told as advice, a question or a story of others. */
  'veiledThreat',
  'visit',
] as const;
export type Wrong = (typeof wrongs)[number];

export interface HeardWords {
  readonly text: string;
  readonly locale: Locale;
  readonly speaker: Speaker;
  readonly audience: Listener;
}

export interface Meaning {
  /** plain: nothing wrong, even where single words sound like it; unsure: a person must look; wrong: not to be said. */
  readonly heard: 'plain' | 'fine' | 'unsure' | 'wrong';
  /** The likeliest wrong. */
  readonly wrong: Wrong;
  /** How likely it is that the words do any wrong, 0–1. */
  readonly probability: number;
  /** The part of the text that sounds worst. */
  readonly matched: string;
}

export type ReadMeaning = (words: HeardWords) => Meaning;
