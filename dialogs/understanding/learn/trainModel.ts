// Training lines → the model: the same data give the same bytes.
import { createHash } from 'node:crypto';
import { intents, type Locale, type SlotName } from '../../../data/domain/customer/customerTurn';
import { scoresOf } from '../intents/classifier';
import { featuresOf } from '../intents/features';
import { featureText } from '../intents/featureText';
import { type Pinyin, pinyinFrom } from '../intents/pinyinTable';
import { extractSlots } from '../slots/extractSlots';
import { normalise } from '../text/normalise';
import { buildPinyinTable } from './buildPinyinTable';
import { type LocaleModel, quantise, type UnderstandingModel } from './modelFile';
import type { TrainingLine } from './trainingData';
import { type Example, softmax, type TrainingSettings, trainLinear } from './trainLinear';

/** Any day will do: training uses which slots a line states, never their values. */
const trainingDay = '2026-11-23';
export const trainingSettings: TrainingSettings = { classes: intents.length, epochs: 15, rate: 0.5, smoothing: 0.2 };
/** To find the temperature, a model is trained on every other line, for fewer rounds, and asked the lines between. */
const calibrationSettings: TrainingSettings = { ...trainingSettings, epochs: 8 };

export function exampleOf(line: TrainingLine, pinyin: Pinyin): Example {
  const { text } = normalise(line.text);
  const extraction = extractSlots(text, line.locale, { refDate: trainingDay, expects: line.expects });
  const slots = Object.keys(extraction.slots) as SlotName[];
  const input = { text: featureText(extraction.found, text), locale: line.locale, expects: line.expects, slots };
  return { features: featuresOf(input, pinyin), label: intents.indexOf(line.intent) };
}

/** Average surprise at the right answers under a temperature. */
function loss(examples: readonly Example[], weights: Float32Array, temperature: number): number {
  let sum = 0;
  for (const example of examples) {
    const scores = scoresOf(example.features, weights, intents.length);
    sum -= Math.log(Math.max(1e-9, softmax(scores.map((score) => score / temperature))[example.label] ?? 0));
  }
  return sum / Math.max(1, examples.length);
}

function temperatureFor(examples: readonly Example[], weights: Float32Array): number {
  let best = 1;
  let least = Infinity;
  for (let temperature = 0.3; temperature <= 2; temperature += 0.05) {
    const here = loss(examples, weights, temperature);
    if (here < least) {
      least = here;
      best = temperature;
    }
  }
  return Math.round(best * 100) / 100;
}

function trainLocale(lines: readonly TrainingLine[], pinyin: Pinyin): LocaleModel {
  const examples = lines.map((line) => exampleOf(line, pinyin));
  const kept = examples.filter((_, index) => index % 2 === 0);
  const out = examples.filter((_, index) => index % 2 === 1);
  const temperature = temperatureFor(out, trainLinear(kept, calibrationSettings));
  return { ...quantise(trainLinear(examples, trainingSettings), intents.length), temperature };
}

export function trainModel(lines: readonly TrainingLine[]): UnderstandingModel {
  const table = buildPinyinTable();
  const pinyin = pinyinFrom(table);
  const of = (locale: Locale) =>
    trainLocale(
      lines.filter((line) => line.locale === locale),
      pinyin,
    );
  const version = createHash('sha256')
    .update(JSON.stringify([trainingSettings, lines]))
    .digest('hex')
    .slice(0, 12);
  return { version, intents, pinyin: table, locales: { 'zh-CN': of('zh-CN'), 'en-US': of('en-US') } };
}
