// What words are judged by, without the trained reader of meanings: for tests of the rules themselves.
import { readShippedData } from '../../bot/config/shippedData';
import type { WordRules } from '../../data/domain/conduct/words/judgeWords';

const { utteranceRules: utterances, outboundRules: outbound } = readShippedData();

/** The shipped rules, beside a reader who hears nothing in any words and excuses none. */
export const rulesAlone: WordRules = {
  utterances,
  outbound,
  readMeaning: () => ({ heard: 'fine', wrong: 'menace', probability: 0, matched: '' }),
};
