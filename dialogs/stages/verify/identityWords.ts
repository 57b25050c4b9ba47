// Patterns of the words that people put beside the endings of card and ID; for recognition only, never said by us.
import words from './identityWords.json';

const anyOf = (patterns: readonly string[]): string => patterns.join('|');
const id = anyOf(words.id);
const card = anyOf(words.card);

/** Stands where an ending was, so that only the words about it go with it. */
export const gone = '\u0000';

export const identityWords = {
  id: new RegExp(id, 'i'),
  card: new RegExp(card, 'i'),
  /** The words that name or frame an ending whose place is marked. */
  naming: new RegExp(
    `(?:(?:${id}|${card}|${anyOf(words.around)})\\s*)*${gone}(?:\\s*${words.afterEnding}(?:${card}|${id}))?`,
    'gi',
  ),
  /** What may stand between the two endings. */
  between: new RegExp(words.between, 'i'),
  /** Said around endings without being a wish of its own. */
  filling: new RegExp(anyOf(words.filling), 'gi'),
  /** Speaks of paying or of money: a figure beside it is a sum. */
  money: new RegExp(words.money, 'i'),
  /** What makes a figure an amount or a count. */
  units: anyOf(words.units),
  /** "核实一下吧", "check me then": the wish to be checked. */
  checkMe: new RegExp(anyOf(words.checkMe), 'i'),
  /** Somebody or something else is to be checked. */
  aboutOthers: new RegExp(anyOf(words.aboutOthers), 'i'),
} as const;

const numerals = `${words.numerals}${Object.keys(words.numeralVariants).join('')}`;
const variants = new Map(Object.entries(words.numeralVariants));
/** Digits read out one by one: exactly one ending, or card or ID in full. */
const readOut = new RegExp(
  `(?<![${numerals}])(?:[${numerals}]{4}|[${numerals}]{3}(?=[xX])|[${numerals}]{15,19})(?![${numerals}${words.largeNumerals}])`,
  'g',
);

const spoken = new Map(Object.entries(words.spoken));
const repeated = new Map(Object.entries(words.twice));
const spokenDigit = `(?:(?:${[...repeated.keys()].join('|')})\\s+)?(?:${[...spoken.keys()].join('|')})`;
/** Digits read out one by one in English: "six six eight eight", "double six double eight". */
const readOutInEnglish = new RegExp(`\\b${spokenDigit}(?:[\\s,-]+${spokenDigit}){1,18}\\b`, 'gi');
const endingLengths: readonly number[] = [4, 8, 15, 16, 17, 18, 19];

function spokenAsFigures(run: string): string {
  let times = 1;
  let figures = '';
  for (const word of run.toLowerCase().split(/[\s,-]+/)) {
    const repeat = repeated.get(word);
    if (repeat === undefined) figures += (spoken.get(word) ?? '').repeat(times);
    times = repeat ?? 1;
  }
  return endingLengths.includes(figures.length) ? figures : run;
}

/** Half-width letters and figures, with read-out numerals as figures. */
export const plainFigures = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(readOutInEnglish, spokenAsFigures)
    .replace(readOut, (run) =>
      [...run].map((one) => variants.get(one) ?? String(words.numerals.indexOf(one))).join(''),
    );
