// Why somebody is in difficulty, by plain words: it decides what is said first and which papers fit.
import { z } from 'zod';
import { type HardshipReason, hardshipReasonSchema } from '../../../data/domain/case/hardshipReason';
import { tellsOfDeath } from '../../detours/protect/danger/dangerKind';
import { wordPattern } from '../../talk/acts/wordPatterns';
import shippedWords from './hardshipReasons.json';

const pattern = wordPattern('iu');

const words: Readonly<Record<Exclude<HardshipReason, 'bereaved'>, RegExp>> = z
  .strictObject({
    hunger: pattern,
    illness: pattern,
    work: pattern,
    disaster: pattern,
    income: pattern,
    family: pattern,
  })
  .parse(shippedWords);

/** The reason that is told, the gravest first; null where none is. */
export const hardshipReasonIn = (text: string): HardshipReason | null =>
  hardshipReasonSchema.options.find((reason) =>
    reason === 'bereaved' ? tellsOfDeath(text) : words[reason].test(text),
  ) ?? null;
