// Messages with known acts → places between their words, each labelled: a new act begins here, or not.
import type { Intent } from '../../../data/domain/customer/customerTurn';
import { seededRandom, shuffled } from '../../../data/linear/trainLinear';
import { alignedFeatureText } from '../intents/featureText';
import { findQuantities } from '../quantities/findQuantities';
import { type TokenLine, tokenLine } from '../segments/boundaryFeatures';
import { tokensOf } from '../segments/tokens';
import { normalise } from '../text/normalise';
import type { ActLine } from './actLines';
import type { TrainingLine } from './trainingData';

/** Any day will do: the features know that a date is named, not which. */
export const trainingDay = '2026-11-23';

export interface LabelledLine {
  readonly line: TokenLine;
  /** Tokens before which a new act begins. */
  readonly begins: ReadonlySet<number>;
  /** Tokens of joining words, before which nothing is taught. */
  readonly skipped: ReadonlySet<number>;
}

export function labelled({ text: source, locale, acts }: ActLine): LabelledLine {
  const { text: normal, sourceIndex } = normalise(source);
  const { text, starts } = alignedFeatureText(findQuantities(normal, trainingDay), normal);
  const tokens = tokensOf(text);
  const positions = tokens.map(({ start }) => sourceIndex[starts[start] ?? 0] ?? 0);
  const begins = new Set<number>();
  const skipped = new Set<number>();
  acts.slice(0, -1).forEach((act, index) => {
    const next = acts[index + 1];
    const first = positions.findIndex((position) => position >= act.span[1]);
    if (first <= 0 || next === undefined) return;
    begins.add(first);
    for (let at = first + 1; (positions[at] ?? Infinity) <= next.span[0]; at++) skipped.add(at);
  });
  return { line: tokenLine(text, locale, tokens), begins, skipped };
}

/** So many lines of one act are taught as one act: those that hold a mark or a pause, and those that hold none. */
export const wholeLines = { paused: 7000, unmarked: 5000 };
const pause = { 'zh-CN': /[\p{P}\s]\p{Script=Han}/u, 'en-US': /[,.;!?] |\b(?:and|but|so|then|or|because)\b/ } as const;
/** Shorter lines without a mark hold no place at which an act might begin. */
const shortestUnmarked = { 'zh-CN': 6, 'en-US': 20 } as const;
/** Intents that win over whatever else a line says: their lines may well hold two acts. */
const winners: ReadonlySet<Intent> = new Set([
  'vulnerable',
  'scam',
  'thirdParty',
  'complaint',
  'dispute',
  'human',
  'contactPreference',
  'undo',
]);

/** Lines in which a pause, or a run of words without any, parts nothing. */
export function linesOfOneAct(lines: readonly TrainingLine[]): ActLine[] {
  const single = lines.filter(({ intent }) => !winners.has(intent));
  const paused = single.filter(({ text, locale }) => pause[locale].test(text));
  const unmarked = single.filter(
    ({ text, locale }) => !pause[locale].test(text) && text.length >= shortestUnmarked[locale],
  );
  return [
    ...shuffled(paused, seededRandom(20261125)).slice(0, wholeLines.paused),
    ...shuffled(unmarked, seededRandom(20261126)).slice(0, wholeLines.unmarked),
  ].map(({ locale, intent, text }) => ({ locale, text, acts: [{ intent, span: [0, text.length] }] }));
}

const joiners = {
  'zh-CN': [
    '，',
    '，',
    '，',
    '，',
    ' ',
    '',
    '。',
    '，然后',
    '，还有',
    '还有',
    '然后',
    '，另外',
    '，顺便',
    '，对了',
    '，不过',
    '，但是',
    '？',
    '！',
  ],
  'en-US': [
    ', ',
    ', ',
    ', ',
    ' ',
    '. ',
    '. ',
    ' and ',
    ' and ',
    ', and ',
    ' also ',
    ' then ',
    ' plus ',
    ' but ',
    ', but ',
    '? ',
    ' so ',
    ', oh and ',
  ],
} as const;
const longest = { 'zh-CN': 24, 'en-US': 70 } as const;
/** So many messages of two acts are made by joining two lines of one act. */
export const joinedLines = 2000;

/** Two lines of different intents, joined as people join them; the same ones every time. */
export function joinLines(lines: readonly TrainingLine[]): ActLine[] {
  const random = seededRandom(20261124);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const short = lines.filter(({ text, locale, expects }) => text.length <= longest[locale] && expects === undefined);
  const joined: ActLine[] = [];
  for (let tries = 0; joined.length < joinedLines && tries < 3 * joinedLines; tries++) {
    const [first, second] = [pick(short), pick(short)];
    if (first === undefined || second === undefined || first.intent === second.intent) continue;
    const joiner = pick(joiners[first.locale]) ?? ' ';
    const from = first.text.length + joiner.length;
    joined.push({
      locale: first.locale,
      text: `${first.text}${joiner}${second.text}`,
      acts: [
        { intent: first.intent, span: [0, first.text.length] },
        { intent: second.intent, span: [from, from + second.text.length] },
      ],
    });
  }
  return joined;
}
