// The trained finder of answers: the same ways of asking give the same bytes, a broken file leaves word counts, and what was approved
// since the build is found.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readAnswerFiles } from '../../../bot/config/answerFiles';
import { repositoryRoot } from '../../../bot/config/repositoryRoot';
import { type Intent, type Locale, localeSchema } from '../../../data/domain/customer/customerTurn';
import type { Answer } from '../../../data/knowledge/answer';
import { trainQuestions } from '../../../data/knowledge/learn/trainQuestions';
import { createFinder, finderOf } from '../../../data/knowledge/search/finder';
import { loadQuestionModel, questionModelPath } from '../../../data/knowledge/search/loadQuestionModel';
import { noAnswer } from '../../../data/knowledge/search/questionModel';
import { encodeQuestionModel } from '../../../data/knowledge/search/questionModelFile';

const { answers } = readAnswerFiles(repositoryRoot);
const shipped = loadQuestionModel();
if (shipped.kind === 'failed') throw new Error(shipped.why);

const folder = mkdtempSync(join(tmpdir(), 'questions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const likeliest = (text: string, locale: Locale, readings: readonly Intent[] = []) =>
  finderOf(answers, locale).find(
    { text, readings: readings.map((intent) => ({ intent, probability: 0.9 })) },
    undefined,
  )[0];

const taught = (text: string, label: string) => ({ text, label, readings: [] });
const few = ['court case 开庭', 'court hearing 法院', 'lost card 挂失', 'lost my card 卡丢了'].map((text, at) =>
  taught(text, at < 2 ? 'court' : 'lost'),
);
const some = [...few, taught('hello 你好', noAnswer), taught('hello there 你好呀', noAnswer)];

it('the same ways of asking give the same bytes', () => {
  const bytes = () => encodeQuestionModel(trainQuestions({ 'zh-CN': some, 'en-US': some }));
  expect(bytes().equals(bytes())).toBe(true);
});

it('a missing file, one of another version, one of other code and one with a changed byte are refused with the reason', () => {
  const file = readFileSync(questionModelPath());
  const why = (bytes: Buffer) => {
    writeFileSync(join(folder, 'other.model'), bytes);
    const loaded = loadQuestionModel(join(folder, 'other.model'));
    return loaded.kind === 'failed' ? loaded.why : '';
  };
  const replaced = (from: RegExp, to: string) => {
    const head = file.subarray(0, 400).toString('latin1').replace(from, to);
    return Buffer.concat([Buffer.from(head, 'latin1'), file.subarray(400)]);
  };
  expect(loadQuestionModel(join(folder, 'nowhere.model'))).toMatchObject({ kind: 'failed' });
  expect(why(Buffer.from('not a model'))).toMatch(/damaged/);
  expect(why(file.subarray(0, file.length - 1))).toMatch(/damaged/);
  expect(why(replaced(/"format":1/, '"format":9'))).toMatch(/another version/);
  expect(why(replaced(/"reading":"......"?/, '"reading":"000000'))).toMatch(/other code/);
});

it('without the model answers are found by their words alone', () => {
  const finder = createFinder(answers, 'zh-CN', null);
  expect(finder.find({ text: '卡丢了怎么挂失', readings: [] }, undefined)[0]?.answer.id).toBe('cardLost');
});

it('an answer that was approved since the house was built is found, and takes nothing from the others', () => {
  const [lost] = answers.filter(({ id }) => id === 'cardLost');
  if (lost === undefined) throw new Error('There is no answer cardLost.');
  const questions = {
    'zh-CN': ['积分怎么换里程', '里程兑换比例'],
    'en-US': ['how do points become air miles', 'air miles'],
  };
  const added: Answer = { ...lost, id: 'airMiles', general: false, questions, keywords: questions };
  const finder = finderOf([...answers, added], 'zh-CN');
  const first = (text: string) => finder.find({ text, readings: [] }, undefined)[0]?.answer.id;
  expect(first('想把积分换成里程')).toBe('airMiles');
  expect(first('卡丢了怎么挂失')).toBe('cardLost');
});

it('what asks for no approved answer is likely none of them', () => {
  const texts: readonly [string, Locale, Intent][] = [
    ['明天北京会下雨吗', 'zh-CN', 'outOfScope'],
    ['每个月还800', 'zh-CN', 'negotiate.terms'],
    ['who won the football last night', 'en-US', 'outOfScope'],
    ['800 a month is all I can do', 'en-US', 'negotiate.terms'],
  ];
  for (const [text, locale, intent] of texts)
    expect([text, (likeliest(text, locale, [intent])?.probability ?? 0) < 0.3]).toEqual([text, true]);
});

it('what a message was understood as makes its answers likelier', () => {
  const ofCredit = (intent: Intent) =>
    finderOf(answers, 'zh-CN')
      .find({ text: '会有什么影响', readings: [{ intent, probability: 0.9 }] }, undefined)
      .filter(({ answer }) => answer.intent === 'ask.creditReport')
      .reduce((sum, { probability }) => sum + probability, 0);
  expect(ofCredit('ask.creditReport')).toBeGreaterThan(ofCredit('ask.legalAction'));
});

it('probabilities of a message are shares that leave room for none, whatever it says', () => {
  const text = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 120 }));
  fc.assert(
    fc.property(text, fc.constantFrom(...localeSchema.options), fc.boolean(), (said, locale, isTopic) => {
      const found = finderOf(answers, locale).find({ text: said, readings: [] }, isTopic ? 'law' : undefined);
      const sum = found.reduce((all, { probability }) => all + probability, 0);
      expect(found.every(({ probability }) => probability >= 0 && probability <= 1)).toBe(true);
      expect(sum).toBeLessThanOrEqual(1 + 1e-9);
    }),
    { numRuns: 200 },
  );
});
