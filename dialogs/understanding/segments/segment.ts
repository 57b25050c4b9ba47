// Cuts a message into the parts that each do one thing. First the places where the words say that something new may begin; then a
// part is joined with its neighbour where both together mean one thing: a story and its wish, "and" inside a figure, a conditional yes.
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { probabilitiesOf } from '../../../data/linear/linear';
import { gravest } from '../acts/precedence';
import type { Classify } from '../intents/classifier';
import { thresholds } from '../intents/thresholds';
import type { LocaleModel } from '../learn/modelFile';
import { boundaryFeatures, type TokenLine, tokenLine } from './boundaryFeatures';
import { type Parting, type PartRead, partingFeatures } from './partingFeatures';
import { joinerAt, leadingLength, tokensOf } from './tokens';

export interface Segment {
  readonly from: number;
  readonly to: number;
}

/** A place where a new act may begin: before this token. */
export interface Candidate {
  readonly at: number;
  readonly probability: number;
}

const reach = { possible: 0.06, mostCandidates: 6, firstTokens: 100, lastTokens: 40 };

/** Index of the label `between` in the models of places. */
const between = 1;

/** Places worth a closer look, from left to right. */
export function candidatesOf(line: TokenLine, boundary: (features: readonly number[]) => number): Candidate[] {
  const found: Candidate[] = [];
  for (let index = 1; index < line.tokens.length; index++) {
    // Of a very long message the beginning and the end are looked at, where requests stand.
    if (index > reach.firstTokens && index < line.tokens.length - reach.lastTokens) continue;
    const probability = boundary(boundaryFeatures(line, index));
    if (probability >= reach.possible) found.push({ at: index, probability });
  }
  if (found.length <= reach.mostCandidates) return found;
  const likeliest = [...found].sort((a, b) => b.probability - a.probability).slice(0, reach.mostCandidates);
  return likeliest.sort((a, b) => a.at - b.at);
}

/** Reads parts of one line by itself, each of them once. */
export function partReader(line: TokenLine, classify: Classify) {
  const read = new Map<string, PartRead>();
  return (fromToken: number, toToken: number): PartRead => {
    const key = `${fromToken}-${toToken}`;
    const known = read.get(key);
    if (known !== undefined) return known;
    const raw = line.text.slice(line.tokens[fromToken]?.start ?? 0, line.tokens[toToken - 1]?.end ?? 0);
    const text = raw.slice(leadingLength(raw, line.locale));
    const part = { text, ranking: classify({ text, locale: line.locale, expects: undefined, slots: [] }) };
    read.set(key, part);
    return part;
  };
}

/** The place at a candidate, between the tokens from `before` and those up to `after`. */
export function partingAt(
  line: TokenLine,
  candidate: Candidate,
  [before, after]: readonly [number, number],
  read: ReturnType<typeof partReader>,
): Parting {
  return {
    boundary: candidate.probability,
    mark: line.marks[candidate.at] ?? 'none',
    joiner: joinerAt(line.text.slice(line.tokens[candidate.at]?.start ?? 0), line.locale),
    left: read(before, candidate.at),
    right: read(candidate.at, after),
    both: read(before, after),
  };
}

export interface Segmenter {
  readonly model: Pick<LocaleModel, 'boundary' | 'parting'>;
  readonly classify: Classify;
}

const marks: ReadonlySet<string> = new Set(['comma', 'stop', 'question']);

/** Two plain wishes with a mark between them, one of them of the kind that must not be lost: "stop ringing me, I'll pay on Friday". */
function isPlainlyTwo({ mark, left, right }: Parting): boolean {
  const [l, r] = [left.ranking[0], right.ranking[0]];
  if (l === undefined || r === undefined || l.intent === r.intent || !marks.has(mark)) return false;
  const isPlain = l.probability >= thresholds.plainPart && r.probability >= thresholds.plainPart;
  return isPlain && (gravest.includes(l.intent) || gravest.includes(r.intent));
}

/** Chinese is written without spaces: between two characters with no mark, a cut may go through a word. */
const neededAt = ({ mark }: Parting) => (mark === 'none' ? thresholds.beginsUnmarked : thresholds.begins);

/** The parts of a text that each do one thing, in order; the whole text when it does one thing. */
export function segmentsOf(text: string, locale: Locale, { model, classify }: Segmenter): Segment[] {
  const line = tokenLine(text, locale, tokensOf(text));
  let kept = candidatesOf(line, (features) => probabilitiesOf(model.boundary, features)[between] ?? 0);
  const read = partReader(line, classify);
  const ends = (index: number): readonly [number, number] => [
    kept[index - 1]?.at ?? 0,
    kept[index + 1]?.at ?? line.tokens.length,
  ];
  // The least likely place is given up first: what it joins changes what its neighbours join.
  while (kept.length > 0) {
    const enough = kept.map((candidate, index) => {
      const parting = partingAt(line, candidate, ends(index), read);
      if (isPlainlyTwo(parting)) return Infinity;
      return (probabilitiesOf(model.parting, partingFeatures(parting))[between] ?? 0) / neededAt(parting);
    });
    const least = enough.indexOf(Math.min(...enough));
    if ((enough[least] ?? 1) >= 1) break;
    kept = kept.filter((_, index) => index !== least);
  }
  const starts = [0, ...kept.map(({ at }) => line.tokens[at]?.start ?? 0)];
  return starts.map((start, index) => {
    const from = start + leadingLength(text.slice(start), locale);
    const next = kept[index];
    const to = next === undefined ? text.length : (line.tokens[next.at - 1]?.end ?? text.length);
    return { from, to: Math.max(from, to) };
  });
}
