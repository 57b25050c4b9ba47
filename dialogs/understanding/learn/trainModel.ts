// Training lines → the model: the same data give the same bytes.
import { createHash } from 'node:crypto';
import { intents, type Locale, type SlotName } from '../../../data/domain/customer/customerTurn';
import { buildPinyinTable } from '../../../data/linear/buildPinyinTable';
import { type LinearModel, rank, scoresOf, softmax } from '../../../data/linear/linear';
import { type Pinyin, pinyinFrom } from '../../../data/linear/pinyinTable';
import { quantise } from '../../../data/linear/quantise';
import { type Example, type TrainingSettings, trainLinear } from '../../../data/linear/trainLinear';
import { featuresOf } from '../intents/features';
import { featureText } from '../intents/featureText';
import { extractSlots } from '../slots/extractSlots';
import { createFigureReader } from '../slots/learned/figureReader';
import { type FigureUse, figureUses } from '../slots/learned/figureUses';
import type { ReadFigure } from '../slots/learned/learnedUses';
import { normalise } from '../text/normalise';
import { joinedLines, joinLines, labelled, linesOfOneAct, trainingDay, wholeLines } from './actExamples';
import type { ActLine } from './actLines';
import { figureExamplesOf, linesWithoutOffer } from './figureExamples';
import type { FigureLine } from './figureLines';
import type { LocaleModel, UnderstandingModel } from './modelFile';
import { readingCode } from './probe';
import { detailSchemas, type TrainingLine } from './trainingData';
import { placeSettings, trainBoundary, trainParting } from './trainPlaces';

export const trainingSettings: TrainingSettings = {
  classes: intents.length,
  epochs: 14,
  rate: 0.5,
  smoothing: 0.1,
  dropped: 0.5,
  averaged: 4,
};
/** To find the temperature, a model is trained on every other line, for fewer rounds, and asked the lines between. */
const calibrationSettings: TrainingSettings = { ...trainingSettings, epochs: 8, averaged: 3 };

export interface TrainingData {
  readonly lines: readonly TrainingLine[];
  readonly acts: readonly ActLine[];
  readonly figures: readonly FigureLine[];
}

/** What a line is read with: the sounds of its characters, and what its amounts are for. */
export interface LineReaders {
  readonly pinyin: Pinyin;
  readonly readFigure: ReadFigure | null;
}

export function featuresOfLine(line: Omit<TrainingLine, 'intent'>, { pinyin, readFigure }: LineReaders): number[] {
  const { text } = normalise(line.text);
  const context = { refDate: trainingDay, expects: line.expects };
  const extraction = extractSlots(text, line.locale, context, readFigure);
  const slots = Object.keys(extraction.slots) as SlotName[];
  const input = { text: featureText(extraction.found, text), locale: line.locale, expects: line.expects, slots };
  return featuresOf(input, pinyin);
}

export const exampleOf = (line: TrainingLine, readers: LineReaders): Example => ({
  features: featuresOfLine(line, readers),
  label: intents.indexOf(line.intent),
});

/** Average surprise at the right answers under a temperature. */
function loss(examples: readonly Example[], weights: Float32Array, classes: number, temperature: number): number {
  let sum = 0;
  for (const example of examples) {
    const scores = scoresOf(example.features, weights, classes);
    sum -= Math.log(Math.max(1e-9, softmax(scores.map((score) => score / temperature))[example.label] ?? 0));
  }
  return sum / Math.max(1, examples.length);
}

function temperatureFor(examples: readonly Example[], weights: Float32Array, classes: number): number {
  let best = 1;
  let least = Infinity;
  for (let temperature = 0.3; temperature <= 2; temperature += 0.05) {
    const here = loss(examples, weights, classes, temperature);
    if (here < least) {
      least = here;
      best = temperature;
    }
  }
  return Math.round(best * 100) / 100;
}

/** Every other example, and those between. */
const halvesOf = (examples: readonly Example[]) =>
  [0, 1].map((half) => examples.filter((_, index) => index % 2 === half)) as [Example[], Example[]];

/** What lines of one intent say more exactly: the aspect of a question, what is taken back, who speaks. Calibrated on lines kept out, as intents are. */
function trainDetail<Label extends string>(
  labels: readonly Label[],
  lines: readonly TrainingLine[],
  labelOf: (line: TrainingLine) => Label | undefined,
  readers: LineReaders,
): LinearModel<Label> {
  const examples = lines.flatMap((line) => {
    const label = labelOf(line);
    return label === undefined ? [] : [{ features: featuresOfLine(line, readers), label: labels.indexOf(label) }];
  });
  const classes = labels.length;
  const [kept, out] = halvesOf(examples);
  const temperature = temperatureFor(out, trainLinear(kept, { ...calibrationSettings, classes }), classes);
  return quantise(labels, trainLinear(examples, { ...trainingSettings, classes }), temperature);
}

/** The acts of messages that do several things, each a line of its own. */
const actsAsLines = (acts: readonly ActLine[]): TrainingLine[] =>
  acts.flatMap(({ locale, text, acts: parts }) =>
    parts.map(({ intent, span: [from, to] }) => ({ locale, intent, text: text.slice(from, to) })),
  );

/** What amounts are for comes first: the intents are taught with what is read from it. */
function trainFigures({ figures, lines }: TrainingData): LinearModel<FigureUse> {
  const examples = [...figures, ...linesWithoutOffer(lines)].flatMap(figureExamplesOf);
  return quantise(figureUses, trainLinear(examples, { ...trainingSettings, classes: figureUses.length }), 1);
}

function trainLocale(data: TrainingData, figure: LinearModel<FigureUse>, readers: LineReaders): LocaleModel {
  const { lines, acts } = data;
  const { pinyin } = readers;
  const examples = lines.map((line) => exampleOf(line, readers));
  const [kept, out] = halvesOf(examples);
  const half = trainLinear(kept, calibrationSettings);
  const temperature = temperatureFor(out, half, intents.length);
  const halfModel = quantise(intents, half, temperature);
  const classify = (input: Parameters<typeof featuresOf>[0]) =>
    rank(halfModel, featuresOf(input, pinyin)).map(({ label, probability }) => ({ intent: label, probability }));
  // Parts are judged by readings of lines that the classifier has not been taught: of those it knows it is always sure.
  const unseen = lines.filter((_, index) => index % 2 === 1);
  const places = [...acts, ...linesOfOneAct(unseen), ...joinLines(unseen)].map(labelled);
  const all = [...examples, ...actsAsLines(acts).map((line) => exampleOf(line, readers))];
  return {
    intent: quantise(intents, trainLinear(all, trainingSettings), temperature),
    aspect: trainDetail(detailSchemas.aspect.options, lines, ({ aspect }) => aspect, readers),
    what: trainDetail(detailSchemas.what.options, lines, ({ what }) => what, readers),
    role: trainDetail(detailSchemas.role.options, lines, ({ role }) => role, readers),
    figure,
    boundary: trainBoundary(places),
    parting: trainParting(places, classify),
  };
}

export function trainModel(data: TrainingData): UnderstandingModel {
  const table = buildPinyinTable();
  const of = (locale: Locale): TrainingData => {
    const own = <Item extends { locale: Locale }>(items: readonly Item[]) =>
      items.filter((item) => item.locale === locale);
    return { lines: own(data.lines), acts: own(data.acts), figures: own(data.figures) };
  };
  const [zh, en] = [of('zh-CN'), of('en-US')];
  const figures = { 'zh-CN': trainFigures(zh), 'en-US': trainFigures(en) };
  const readers = { pinyin: pinyinFrom(table), readFigure: createFigureReader(figures) };
  const reading = readingCode(readers.pinyin);
  const settings = [trainingSettings, calibrationSettings, placeSettings, wholeLines, joinedLines];
  const version = createHash('sha256')
    .update(JSON.stringify([settings, reading, data]))
    .digest('hex')
    .slice(0, 12);
  return {
    version,
    reading,
    pinyin: table,
    locales: {
      'zh-CN': trainLocale(zh, figures['zh-CN'], readers),
      'en-US': trainLocale(en, figures['en-US'], readers),
    },
  };
}
