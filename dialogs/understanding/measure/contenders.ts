// Three ways to recognise an intent, trained and asked in the same way, so that they can be compared.
import { createRequire } from 'node:module';
import { intents, type Locale } from '../../../data/domain/customer/customerTurn';
import { buildPinyinTable } from '../../../data/linear/buildPinyinTable';
import { scoresOf } from '../../../data/linear/linear';
import { pinyinFrom } from '../../../data/linear/pinyinTable';
import { trainLinear } from '../../../data/linear/trainLinear';
import type { TrainingLine } from '../learn/trainingData';
import { exampleOf, featuresOfLine, trainingSettings } from '../learn/trainModel';
import { normalise } from '../text/normalise';

/** Answers the intent of a message. */
export type Recogniser = (line: Omit<TrainingLine, 'intent'>) => Promise<string> | string;

export interface Contender {
  readonly name: string;
  train(lines: readonly TrainingLine[], locale: Locale): Promise<Recogniser>;
}

// Both libraries are for development only and come without usable types; what is used of them is written down here.
const load = createRequire(__filename);

interface NlpJs {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ intent: string }>;
}

const nlpJs: Contender = {
  name: 'nlp.js 4.27',
  async train(lines, locale) {
    const language = locale === 'zh-CN' ? 'zh' : 'en';
    const container = await load('@nlpjs/core-loader').containerBootstrap();
    container.use(language === 'zh' ? load('@nlpjs/lang-zh').LangZh : load('@nlpjs/lang-en').LangEn);
    const nlp: NlpJs = new (load('@nlpjs/nlp').Nlp)({ container, autoSave: false, nlu: { log: false } });
    nlp.addLanguage(language);
    for (const line of lines) nlp.addDocument(language, line.text, line.intent);
    await nlp.train();
    return async ({ text }) => (await nlp.process(language, text)).intent;
  },
};

interface FastTextModel {
  predict(text: string, count: number, threshold: number): { size(): number; get(index: number): [number, string] };
}
type FastText = new () => {
  trainSupervised(url: string, settings: object, progress: () => void): Promise<FastTextModel>;
};

/** FastText parts words at spaces: Chinese is handed over character by character. */
const forFastText = (text: string) =>
  normalise(text)
    .text.replace(/\p{Script=Han}/gu, ' $& ')
    .replace(/\s+/g, ' ')
    .trim();

const fastText: Contender = {
  name: 'fastText (wasm) 1.0',
  async train(lines) {
    const { getFastTextClass, getFastTextModule } = load('fasttext.wasm.js');
    const FastTextClass: FastText = await getFastTextClass({ getFastTextModule });
    const text = lines.map((line) => `__label__${line.intent} ${forFastText(line.text)}`).join('\n');
    const url = `data:text/plain;base64,${Buffer.from(text).toString('base64')}`;
    const settings = {
      lr: 0.8,
      epoch: 40,
      wordNgrams: 3,
      minn: 2,
      maxn: 5,
      dim: 64,
      bucket: 200_000,
      loss: 'softmax',
      verbose: 0,
    };
    const model = await new FastTextClass().trainSupervised(url, settings, () => undefined);
    return ({ text: message }) => {
      const found = model.predict(forFastText(message), 1, 0);
      return found.size() === 0 ? 'outOfScope' : found.get(0)[1].replace('__label__', '');
    };
  },
};

const linear: Contender = {
  name: 'linear model, n-grams and pinyin',
  async train(lines) {
    const readers = { pinyin: pinyinFrom(buildPinyinTable()), readFigure: null };
    const weights = trainLinear(
      lines.map((line) => exampleOf(line, readers)),
      trainingSettings,
    );
    return (line) => {
      const scores = scoresOf(featuresOfLine(line, readers), weights, intents.length);
      return intents[scores.indexOf(Math.max(...scores))] ?? 'outOfScope';
    };
  },
};

export const contenders: readonly Contender[] = [nlpJs, fastText, linear];
