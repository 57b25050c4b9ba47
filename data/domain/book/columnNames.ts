// Names in the header of a book file: which are one name, and which known one a misspelt name was meant to be.

/** `Card Tail`, `card_tail` and `cardTail` are one name; a byte-order mark is none. */
export const folded = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Columns of the bank's own, which we leave aside: x_branch, x-note. */
const isAside = (name: string): boolean => /^x[_-]/i.test(name.trim());

/** Letters to add, take out or change to make one name of another (Levenshtein). */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...b].entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known name that is nearest; '' when none is near enough to be meant. */
export function nearestName(name: string, known: readonly string[]): string {
  const wanted = folded(name);
  const [best] = known
    .map((one) => ({ one, apart: lettersApart(wanted, folded(one)) }))
    .sort((a, b) => a.apart - b.apart);
  return best !== undefined && best.apart <= Math.max(2, Math.floor(best.one.length / 3)) ? best.one : '';
}

const shownMax = 40;

export interface UnknownColumn {
  readonly name: string;
  /** The known name that is nearest; '' for none. */
  readonly nearest: string;
}

/** Every column that is neither known nor the bank's own; one without a name is taken for a stray comma. */
export function unknownColumns(header: readonly string[], known: readonly string[]): UnknownColumn[] {
  const names = new Set(known.map(folded));
  return header
    .map((name) => name.trim())
    .filter((name) => name !== '' && !names.has(folded(name)) && !isAside(name))
    .map((name) => name.slice(0, shownMax))
    .map((name) => ({ name, nearest: nearestName(name, known) }));
}
