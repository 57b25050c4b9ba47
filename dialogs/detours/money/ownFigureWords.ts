// Patterns of the words in which people ask about their own figures; for recognition only, never said by us.
import words from './ownFigureWords.json';

type Asked = keyof (typeof words)['zh-CN'];

const patterns = (asked: Asked): readonly RegExp[] =>
  [words['zh-CN'][asked], words['en-US'][asked]].map((source) => new RegExp(source, 'i'));

const compiled: Readonly<Record<Asked, readonly RegExp[]>> = {
  left: patterns('left'),
  goesTo: patterns('goesTo'),
  sumThen: patterns('sumThen'),
  back: patterns('back'),
  thenWhat: patterns('thenWhat'),
  origin: patterns('origin'),
  plan: patterns('plan'),
  regularly: patterns('regularly'),
  aDay: patterns('aDay'),
  fees: patterns('fees'),
  interestPart: patterns('interestPart'),
  toBeOk: patterns('toBeOk'),
  howMuch: patterns('howMuch'),
  partOfSum: patterns('partOfSum'),
  onlyMinimum: patterns('onlyMinimum'),
  toLiveOn: patterns('toLiveOn'),
  copy: patterns('copy'),
  partOfIt: patterns('partOfIt'),
};

/** True where the message asks so, in either language. */
export const says = (asked: Asked, text: string): boolean => compiled[asked].some((pattern) => pattern.test(text));
