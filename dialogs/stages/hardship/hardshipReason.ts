// Why somebody is in difficulty, by plain words: it decides what is said first and which papers fit.
import { z } from 'zod';
import { type HardshipReason, hardshipReasonSchema } from '../../../data/domain/case/hardshipReason';
import { wordPattern } from '../../talk/acts/wordPatterns';
import shippedWords from './hardshipReasons.json';

const pattern = wordPattern('iu');

const words: Readonly<Record<HardshipReason, RegExp>> = z
  .strictObject({
    bereaved: pattern,
    illness: pattern,
    work: pattern,
    disaster: pattern,
    income: pattern,
    family: pattern,
  })
  .parse(shippedWords);

/** The reason that is told, the gravest first; null where none is. */
export const hardshipReasonIn = (text: string): HardshipReason | null =>
  hardshipReasonSchema.options.find((reason) => words[reason].test(text)) ?? null;
