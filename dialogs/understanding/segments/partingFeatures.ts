// What tells that two neighbouring parts of a message are two acts: what each of them means, and what both mean together.

import { bucket, hashOf } from '../../../data/linear/hashing';
import type { Ranking } from '../intents/classifier';

export interface Parting {
  /** Probability of a beginning by the words around the place. */
  readonly boundary: number;
  readonly mark: string;
  readonly joiner: string;
  readonly left: PartRead;
  readonly right: PartRead;
  readonly both: PartRead;
}

/** One part of a message, as the classifier reads it by itself. */
export interface PartRead {
  readonly text: string;
  readonly ranking: Ranking;
}

const steps = (probability: number, count: number) => Math.min(count - 1, Math.floor(probability * count));
const logit = (probability: number) => Math.round(2 * Math.log((probability + 1e-4) / (1 - probability + 1e-4)));
const sizeOf = (text: string) => Math.min(6, Math.floor(Math.log2(text.length + 1)));
const hasFigure = (text: string) => /[MTKSPBDAO]/.test(text);
const probabilityOf = (ranking: Ranking, intent: string | undefined) =>
  ranking.find((one) => one.intent === intent)?.probability ?? 0;

/** How much two readings agree: the sum of the smaller probabilities. */
function overlap(a: Ranking, b: Ranking): number {
  let sum = 0;
  for (const { intent, probability } of a) {
    if (probability < 0.01) break;
    sum += Math.min(probability, probabilityOf(b, intent));
  }
  return sum;
}

/** Distinct buckets of one place between two parts. */
export function partingFeatures({ boundary, mark, joiner, left, right, both }: Parting): number[] {
  const out = new Set<number>();
  const add = (name: string, value: string | number | boolean) => {
    out.add(bucket(hashOf(80, `${name}=${value}`)));
    out.add(bucket(hashOf(81, `${mark}|${name}=${value}`)));
  };
  const [l, r, b] = [left.ranking[0], right.ranking[0], both.ranking[0]];
  const surest = (part: typeof l) => steps(part?.probability ?? 0, 6);
  add('boundary', logit(boundary));
  add('joiner', joiner);
  add('left', l?.intent ?? '');
  add('right', r?.intent ?? '');
  add('pair', `${l?.intent}>${r?.intent}`);
  add('sureLeft', surest(l));
  add('sureRight', surest(r));
  add('sureBoth', `${surest(l)}${surest(r)}`);
  add('same', l?.intent === r?.intent);
  add('overlap', steps(overlap(left.ranking, right.ranking), 6));
  const whole =
    b?.intent === l?.intent ? (b?.intent === r?.intent ? 'all' : 'left') : b?.intent === r?.intent ? 'right' : 'other';
  add('whole', whole);
  add('wholeSure', `${whole}${surest(b)}`);
  add('leftIn', `${whole}${steps(probabilityOf(both.ranking, l?.intent), 6)}`);
  add('rightIn', `${whole}${steps(probabilityOf(both.ranking, r?.intent), 6)}`);
  add('boundaryPair', `${steps(boundary, 5)}|${l?.intent === r?.intent}|${surest(l)}${surest(r)}`);
  add('sizes', `${sizeOf(left.text)}${sizeOf(right.text)}`);
  add('leftSize', `${l?.intent}${sizeOf(left.text)}`);
  add('rightSize', `${r?.intent}${sizeOf(right.text)}`);
  add('figures', `${hasFigure(left.text)}${hasFigure(right.text)}`);
  return [...out];
}
