// Four digits that name one of the customer's cards: 尾号2201, "the card ending 2201". They are never an amount.
import lexicon from '../lexicons/slots/cardTails.json';

const compile = (sources: readonly string[], digits: string) =>
  sources.map((source) => new RegExp(source.replace('{d}', `(?<![0-9])(?<tail>${digits})(?![0-9]|[.][0-9])`), 'gd'));
/** Sums go in tens; years are written with four digits, too. */
const noSum = '(?!20[2-4][0-9])[0-9]{3}[1-9]';
const patterns = [...compile(lexicon.patterns, '[0-9]{4}'), ...compile(lexicon.loosePatterns, noSum)];
const notCard = new RegExp(lexicon.notCard);
const notCardAfter = new RegExp(lexicon.notCardAfter);
const fourDigits = /[0-9]{4}/;

export interface CardTail {
  readonly tail: string;
  /** Where the digits stand in the normalised text. */
  readonly from: number;
  readonly to: number;
  /** The card is named only to say that it is another one. */
  readonly refused: boolean;
}

/** Every card that a normalised text names, in the order said. */
export function cardTailsIn(text: string): CardTail[] {
  if (!fourDigits.test(text)) return [];
  const found = new Map<number, CardTail>();
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = match.indices?.groups?.tail ?? [0, 0];
      const isElse = notCard.test(text.slice(0, match.index));
      const isRefused = notCardAfter.test(text.slice(match.index + match[0].length));
      if (!found.has(from)) found.set(from, { tail: match.groups?.tail ?? '', from, to, refused: isElse || isRefused });
    }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

/** The one card that a part of the text is about; undefined when it names none, or two. */
export function cardTailOf(tails: readonly CardTail[]): string | undefined {
  const named = [...new Set(tails.filter(({ refused }) => !refused).map(({ tail }) => tail))];
  return named.length === 1 ? named[0] : undefined;
}
