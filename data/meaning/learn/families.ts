// Which training lines belong together: what one sitting wrote, and what is nearly the same. Lines of a family are never split
// between learning and testing: a line whose twin was learned says nothing about lines that nobody has seen.
import type { MeaningLine } from './trainingLines';

/** Lines of one kind that were written one after the other are of one sitting. */
const sitting = 12;
/** Lines that share so much of their short runs of letters are nearly the same. */
const sameFrom = 0.4;
/** Runs that so many lines have in common make nothing the same. */
const commonRunMax = 60;
const runLength = { 'zh-CN': 3, 'en-US': 6 } as const;

function runsOf({ text, locale }: MeaningLine): ReadonlySet<string> {
  const letters = text.toLowerCase().replace(/[\s\p{P}]/gu, '');
  const length = runLength[locale];
  return new Set(
    Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, at) => letters.slice(at, at + length)),
  );
}

/** Pairs of lines that are nearly the same, by their places. */
function* twins(lines: readonly MeaningLine[]): Generator<readonly [number, number]> {
  const seen = new Map<string, number[]>();
  const runs = lines.map(runsOf);
  for (const [at, own] of runs.entries()) {
    const shared = new Map<number, number>();
    for (const run of own) {
      const others = seen.get(run) ?? [];
      if (others.length < commonRunMax) for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      seen.set(run, [...others, at]);
    }
    for (const [other, count] of shared)
      if (count / (own.size + (runs[other]?.size ?? 0) - count) > sameFrom) yield [at, other];
  }
}

/** The number of the family of each line. */
export function familiesOf(lines: readonly MeaningLine[]): readonly number[] {
  const parent = lines.map((_, at) => at);
  const head = (at: number): number => {
    let one = at;
    while (parent[one] !== one) one = parent[one] ?? one;
    return one;
  };
  const join = (a: number, b: number) => {
    parent[head(a)] = head(b);
  };
  const written = new Map<string, number>();
  const sittings = new Map<string, number>();
  for (const [at, { label }] of lines.entries()) {
    const count = written.get(label) ?? 0;
    written.set(label, count + 1);
    const name = `${label} ${Math.floor(count / sitting)}`;
    const first = sittings.get(name);
    if (first === undefined) sittings.set(name, at);
    else join(at, first);
  }
  for (const [a, b] of twins(lines)) join(a, b);
  return parent.map((_, at) => head(at));
}
