// The words that people use of a promise to pay, as data: of its making, its change and its end.
import { z } from 'zod';
import type { Locale } from '../../../../data/domain/customer/customerTurn';
import { inBothLanguages, oneWriting } from '../../../talk/acts/wordPatterns';
import words from './promiseWords.json';

const both = inBothLanguages();
export const promiseWords = z
  .strictObject({
    minimum: both,
    changes: both,
    agrees: both,
    shifts: both,
    shiftsEarlier: both,
    nextDay: both,
    drops: both,
    dropsPending: both,
    takesLast: both,
    follows: both,
    asksWhich: both,
    theRest: both,
    paysAll: both,
    passesOn: both,
    paysThen: both,
    paysNow: both,
    catchesUp: both,
    days: z.record(z.string(), z.number().int()),
  })
  .parse(words);

type Saying = Exclude<keyof typeof promiseWords, 'days'>;

export const promiseSays = (name: Saying, text: string, locale: Locale): boolean =>
  promiseWords[name][locale].test(oneWriting(text));
