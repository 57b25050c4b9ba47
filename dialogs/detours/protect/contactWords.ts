// The words in which wishes about contact are told: ways, places, hours, days, how often.
import { z } from 'zod';
import { wordPattern } from '../../talk/acts/wordPatterns';
import shippedWords from './contactWishWords.json';

const pattern = wordPattern();
/** The words, checked once at the door. */
export const contactWords = z
  .object({
    clauseEnds: pattern,
    chineseSpace: pattern,
    never: pattern,
    only: pattern,
    notAll: pattern,
    channels: z.object({
      call: pattern,
      text: pattern,
      message: pattern,
      email: pattern,
      letter: pattern,
      visit: pattern,
    }),
    parts: z.object({ morning: pattern, midday: pattern, afternoon: pattern, day: pattern, evening: pattern }),
    days: z.record(z.string(), pattern),
    after: pattern,
    before: pattern,
    between: z.string(),
    afternoonMark: pattern,
    morningMark: pattern,
    noon: pattern,
    hour: pattern,
    hourMark: pattern,
    untilDay: pattern,
    numerals: z.string().length(11),
    places: z.object({ agency: pattern, relatives: pattern, work: pattern, home: pattern }),
    stops: pattern,
    welcome: pattern,
    clauses: pattern,
    unwelcome: pattern,
    telephone: pattern,
    also: pattern,
    ownPhone: pattern,
    except: pattern,
    othersOff: pattern,
    asksNow: pattern,
    situation: pattern,
    oldNumber: pattern,
    corrects: pattern,
    stopAlone: pattern,
    removesNumber: pattern,
    asksWhetherItEnds: pattern,
    madeToStop: pattern,
    tellsContact: pattern,
    refusedBefore: pattern,
    atMost: z.object({ marks: pattern, days: z.record(z.string(), pattern), counts: z.record(z.string(), pattern) }),
  })
  .parse(shippedWords);
