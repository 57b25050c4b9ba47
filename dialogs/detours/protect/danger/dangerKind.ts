// Which danger a message tells of, by its plain words: each kind is answered in its own way. That there is danger at all is
// heard by the understanding; these words only say which, so that a missing word falls back on the general answer.
import { z } from 'zod';
import type { DangerKind } from '../../../../data/domain/case/danger';
import shippedWords from './dangerWords.json';

const patterns = z
  .array(z.string().min(1))
  .min(1)
  .transform((sources) => sources.map((source) => new RegExp(source, 'iu')));
const words = z
  .object({
    kinds: z.object({
      meansAtHand: patterns,
      despair: patterns,
      violence: patterns,
      minor: patterns,
      bereaved: patterns,
      confused: patterns,
    }),
    fine: patterns,
  })
  .parse(shippedWords);

/** The gravest first: a message that tells of two kinds is answered as the first. */
const gravestFirst = ['meansAtHand', 'despair', 'violence', 'minor', 'bereaved', 'confused'] as const;

const plain = (text: string): string => text.normalize('NFKC').replaceAll('’', "'");
const holds = (text: string, list: readonly RegExp[]): boolean => list.some((one) => one.test(text));

/** The gravest kind of danger that the words name; null where they name none. */
export function dangerKindIn(text: string): DangerKind | null {
  const said = plain(text);
  return gravestFirst.find((kind) => holds(said, words.kinds[kind])) ?? null;
}

/** True for "I'm fine, I didn't mean it" where nothing else in the message speaks of danger. */
export function saysFine(text: string): boolean {
  const said = plain(text);
  if (!holds(said, words.fine)) return false;
  const rest = words.fine.reduce((left, one) => left.replace(new RegExp(one.source, 'giu'), ' '), said);
  const kind = dangerKindIn(rest);
  return kind === null || kind === 'bereaved';
}
