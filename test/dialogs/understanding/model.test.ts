// The model: no model is a loud failure, a damaged one too, and the same lines give the same bytes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinyinFrom } from '../../../data/linear/pinyinTable';
import type { ActLine } from '../../../dialogs/understanding/learn/actLines';
import type { FigureLine } from '../../../dialogs/understanding/learn/figureLines';
import { decodeModel, encodeModel } from '../../../dialogs/understanding/learn/modelFile';
import { readingCode } from '../../../dialogs/understanding/learn/probe';
import type { TrainingLine } from '../../../dialogs/understanding/learn/trainingData';
import { trainModel } from '../../../dialogs/understanding/learn/trainModel';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';

const lines: TrainingLine[] = [
  { locale: 'zh-CN', intent: 'greeting', text: '你好' },
  { locale: 'zh-CN', intent: 'human', text: '转人工' },
  { locale: 'zh-CN', intent: 'thanks', text: '谢谢' },
  { locale: 'zh-CN', intent: 'human', text: '我要找客服' },
  { locale: 'en-US', intent: 'greeting', text: 'hello' },
  { locale: 'en-US', intent: 'human', text: 'an agent please' },
  { locale: 'en-US', intent: 'thanks', text: 'thank you' },
  { locale: 'en-US', intent: 'human', text: 'let me talk to a person' },
];
const acts: ActLine[] = [
  {
    locale: 'en-US',
    text: 'hello, an agent please',
    acts: [
      { intent: 'greeting', span: [0, 5] },
      { intent: 'human', span: [7, 22] },
    ],
  },
];

const figures: FigureLine[] = [
  { locale: 'zh-CN', text: '停了健身省下来880', slots: { monthlyAmount: { min: 880, max: 880 } } },
  { locale: 'en-US', text: 'my ceiling is 1,100', slots: { monthlyAmount: { max: 1100 } } },
];

describe('the language model', () => {
  const first = encodeModel(trainModel({ lines, acts, figures }));

  it('is the same to the last byte when trained again', () => {
    expect(encodeModel(trainModel({ lines, acts, figures })).equals(first)).toBe(true);
  });

  it('has another version when a line changes', () => {
    const changed = trainModel({
      lines: [...lines, { locale: 'zh-CN', intent: 'goodbye', text: '再见' }],
      acts,
      figures,
    });
    expect(changed.version).not.toBe(decodeModel(first).version);
  });

  it('is read from any place in memory', () => {
    const shifted = Buffer.concat([Buffer.alloc(1), first]).subarray(1);
    expect(decodeModel(shifted).locales['en-US'].intent.weights).toEqual(
      decodeModel(first).locales['en-US'].intent.weights,
    );
  });

  it('is refused when cut short or no model at all', () => {
    expect(() => decodeModel(first.subarray(0, first.length - 2))).toThrow(/another version/);
    expect(() => decodeModel(Buffer.from('nonsense'))).toThrow(/damaged/);
  });

  it('is refused, with what to do, when other code trained it than reads it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'assistant-model-'));
    const path = join(folder, 'language.model');
    const trained = decodeModel(first);
    writeFileSync(path, encodeModel({ ...trained, reading: 'other' }));
    expect(() => loadUnderstanding(path)).toThrow(/other code; run "npm run build"/);
    writeFileSync(path, first);
    expect(loadUnderstanding(path).modelVersion).toBe(trained.version);
    rmSync(folder, { recursive: true });
  });

  it('reads a sentence otherwise where the sounds of its characters are others', () => {
    const pinyin = pinyinFrom(decodeModel(first).pinyin);
    expect(readingCode(pinyin)).toBe(readingCode(pinyin));
    expect(readingCode(() => 0)).not.toBe(readingCode(pinyin));
  });

  it('is missed loudly', () => {
    expect(() => loadUnderstanding('/nowhere/language.model')).toThrow(/npm run build/);
  });
});
