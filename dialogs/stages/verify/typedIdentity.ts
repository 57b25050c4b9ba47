// What people type to show who they are: the last four digits of card and ID, in one message or two, in any order, with
// labels, in full width or Chinese numerals, as whole numbers, and with a wish beside them.
import { gone, plainFigures, identityWords as words } from './identityWords';

/** One of the two endings. */
export type Half = 'cardTail' | 'idTail';

/** The endings that one message holds; nothing else of a number is ever kept. */
export type TypedIdentity =
  | { readonly kind: 'both'; readonly cardTail: string; readonly idTail: string; readonly rest: string }
  /** `of` is null where nothing says which of the two it is. `rest`: what else was said, '' when nothing was. */
  | { readonly kind: 'half'; readonly of: Half | null; readonly digits: string; readonly rest: string };

interface Token {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  /** What its own form, or a word beside it, says that it is. */
  readonly is: Half | null;
}

const wholeId = String.raw`\d{17}[\dXx]`;
const wholeCard = String.raw`(?:\d{4}[ -]){3}\d{4}(?:[ -]?\d{1,3})?|\d{16,19}`;
const ending = String.raw`\d{3}[\dXx]`;
/** An amount, a count or a part of a longer number is no ending. */
const isCounted = String.raw`(?!\s*(?:${words.units})|[.]\d|,\d{3}(?!\d)|-\d{1,3}-)`;
const tokenForms = new RegExp(
  `(?<![\\dXx.¥￥$]|\\b\\d{1,3},|\\b\\d{2,4}-\\d{2,3}-|\\b1\\d{2}[ -]|rmb ?)(?:${wholeId}|${wholeCard}|\\d{7}[\\dXx]|${ending})(?![\\dXx])${isCounted}`,
  'gi',
);

/** Born on a day of the calendar: 18 digits that are an ID and no card. */
const isIdNumber = (digits: string): boolean =>
  /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(digits);

/** Which half the words name; the one named last counts, and an "ID card" is no card. */
function namedIn(text: string): Half | null {
  if (words.id.test(text)) return 'idTail';
  return words.card.test(text) ? 'cardTail' : null;
}

/** How far after an ending its name may stand: "2212的卡", "8801 card". */
const nameWithin = 6;

function tokensIn(plain: string): Token[] {
  const found = [...plain.matchAll(tokenForms)].map((match) => ({ form: match[0], from: match.index }));
  const gapAfter = (index: number): string => {
    const one = found[index];
    return one === undefined ? '' : plain.slice(one.from + one.form.length, found[index + 1]?.from);
  };
  const before = (index: number): string => (index === 0 ? plain.slice(0, found[0]?.from) : gapAfter(index - 1));
  const after = (index: number): string => gapAfter(index).slice(0, nameWithin);
  // Either every name stands before its ending, or every name after it: "card 1, id 2" or "1 card, 2 id".
  const last = found.length - 1;
  const namesFollow = namedIn(before(0)) === null && namedIn(after(last)) !== null;
  return found.flatMap(({ form, from }, index): Token[] => {
    const to = from + form.length;
    const digits = form.replace(/[ -]/g, '').toUpperCase();
    if (digits.length === 8)
      return [
        { from, to: from + 4, digits: digits.slice(0, 4), is: null },
        { from: from + 4, to, digits: digits.slice(4), is: null },
      ];
    const isId = digits.endsWith('X') || isIdNumber(digits);
    const byForm: Half | null = isId ? 'idTail' : digits.length > 4 ? 'cardTail' : null;
    const named = namesFollow ? namedIn(after(index)) : namedIn(before(index));
    return [{ from, to, digits: digits.slice(-4), is: byForm ?? named }];
  });
}

/** Nothing but a space, a mark or an "and" between the two. */
const areNeighbours = (plain: string, [first, second]: readonly [Token, Token]): boolean =>
  words.between.test(plain.slice(first.to, second.from));

/** Sums of money go in hundreds: "1000 2000" is a range unless it was asked for as endings. */
const mayBeSums = (tokens: readonly Token[]): boolean => tokens.every(({ digits }) => digits.endsWith('00'));

/** Which of two neighbours is which: by form, by the order in which the words before them name both, else the card first. */
function inOrder(plain: string, [first, second]: readonly [Token, Token]): readonly [card: Token, id: Token] {
  if (first.digits.endsWith('X')) return [second, first];
  if (second.digits.endsWith('X')) return [first, second];
  const before = plain.slice(0, first.from);
  const idAt = before.search(words.id);
  const cardAt = before.replace(words.id, (name) => ' '.repeat(name.length)).search(words.card);
  if (idAt >= 0 && cardAt >= 0) return idAt < cardAt ? [second, first] : [first, second];
  if (first.is === 'idTail' && second.is !== 'idTail') return [second, first];
  return second.is === 'cardTail' && first.is !== 'cardTail' ? [second, first] : [first, second];
}

function pairIn(plain: string, tokens: readonly Token[], isAsked: boolean): readonly [Token, Token] | undefined {
  for (const [index, first] of tokens.entries()) {
    const second = tokens[index + 1];
    if (second === undefined || !areNeighbours(plain, [first, second])) continue;
    if (isAsked || first.is !== null || second.is !== null || !mayBeSums([first, second]))
      return inOrder(plain, [first, second]);
  }
  const card = tokens.find(({ is }) => is === 'cardTail');
  const id = tokens.find(({ is }) => is === 'idTail');
  if (card !== undefined && id !== undefined) return [card, id];
  const [first, second, third] = tokens;
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  if (id !== undefined) return id === first ? [second, first] : [first, second];
  if (card !== undefined) return card === first ? [first, second] : [second, first];
  return isAsked ? [first, second] : undefined;
}

/** What is left of the message without the endings and the words about them; '' when that is no wish of its own. */
function restOf(plain: string, used: readonly Token[]): string {
  const without = [...used]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to }) => `${text.slice(0, from)}${gone}${text.slice(to)}`, plain);
  const rest = without
    .replace(words.naming, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:，。；：、/+()（）-]+|[\s,;:，；：、/+()（）-]+$/g, '');
  const said = rest.replace(words.filling, ' ');
  return /\p{sc=Han}|[\p{L}\p{N}]{2}/u.test(said) ? rest : '';
}

/**
 * The endings in a message, or undefined where there are none. `isAsked`: the endings were asked for, so that bare figures
 * are an answer; otherwise only what can be nothing else counts.
 */
export function readIdentity(text: string, isAsked: boolean): TypedIdentity | undefined {
  const plain = plainFigures(text);
  const tokens = tokensIn(plain);
  const pair = pairIn(plain, tokens, isAsked);
  if (pair !== undefined) {
    const [card, id] = pair;
    return { kind: 'both', cardTail: card.digits, idTail: id.digits, rest: restOf(plain, pair) };
  }
  const [only, second] = tokens;
  if (only === undefined || second !== undefined) return undefined;
  const rest = restOf(plain, [only]);
  const isAnswer = isAsked && (rest === '' || !(words.money.test(rest) || mayBeSums([only])));
  if (only.is === null && !isAnswer) return undefined;
  return { kind: 'half', of: only.is, digits: only.digits, rest };
}
