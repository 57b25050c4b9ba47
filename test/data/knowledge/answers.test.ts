// The approved answers: complete, sourced, dated, short, in both languages, and the right one for a question.
import { intents, localeSchema } from '../../../data/domain/customer/customerTurn';
import shipped from '../../../data/knowledge/answers.json';
import { type Answer, answeredFromRecords, answerTo, knowledgeSchema } from '../../../data/knowledge/knowledge';
import questions from './questions.json';

const answers = knowledgeSchema.parse(shipped);
const knowledge = { answers };
const today = '2026-11-23';
const fromRecords: readonly string[] = answeredFromRecords;
const asked = intents.filter((intent) => intent.startsWith('ask.') && !fromRecords.includes(intent));
const named = (id: string): Answer => {
  const answer = answers.find((one) => one.id === id);
  if (answer === undefined) throw new Error(`There is no answer ${id}.`);
  return answer;
};

describe('every question that a customer may ask', () => {
  it.each(asked)('%s has one main answer and some for its sub-questions', (intent) => {
    const own = answers.filter((answer) => answer.intent === intent);
    for (const locale of localeSchema.options)
      expect(own.filter((answer) => answer.keywords[locale].length === 0)).toHaveLength(1);
    expect(own.length).toBeGreaterThan(2);
  });

  const cases = questions.flatMap(([id, chinese, english]) => [
    ...(Array.isArray(chinese) ? chinese : []).map((text) => ({ id: String(id), locale: 'zh-CN' as const, text })),
    ...(Array.isArray(english) ? english : []).map((text) => ({ id: String(id), locale: 'en-US' as const, text })),
  ]);
  it.each(cases)('"$text" is answered by $id', ({ id, locale, text }) => {
    expect(answerTo(knowledge, named(id).intent, text, locale, today)?.id).toBe(id);
  });

  it('leaves no living answer that nobody tried', () => {
    const tried = new Set(cases.map((one) => one.id));
    const untried = answers.filter((answer) => answer.endsOn === null && !tried.has(answer.id));
    expect(untried.map((answer) => answer.id)).toEqual([]);
  });

  it('finds English words at their beginning only, with either apostrophe', () => {
    expect(answerTo(knowledge, 'ask.creditReport', 'please explain', 'en-US', today)?.id).toBe('creditReport');
    expect(answerTo(knowledge, 'ask.minimumPayment', 'I can’t pay the minimum.', 'en-US', today)?.id).toBe(
      'minimumMissed',
    );
    expect(answerTo(knowledge, 'ask.interestAndFees', 'over 24%?', 'en-US', today)?.id).toBe('interestTooHigh');
  });
});

describe('an answer', () => {
  it('is told until its last day and not after it', () => {
    const question = '一次性信用修复政策能用吗';
    expect(answerTo(knowledge, 'ask.creditReport', question, 'zh-CN', '2026-03-31')?.id).toBe('creditOneOffRepair');
    expect(answerTo(knowledge, 'ask.creditReport', question, 'zh-CN', '2026-04-01')?.id).toBe(
      'creditOneOffRepairEnded',
    );
  });

  it('is at most five short lines', () => {
    const long = answers.filter(({ text }) =>
      localeSchema.options.some((locale) => text[locale].split('\n').length > 5 || text[locale].length > 430),
    );
    expect(long.map((answer) => answer.id)).toEqual([]);
  });

  it('is written in its own language, and in our voice', () => {
    const han = /\p{Script=Han}/u;
    const wrong = answers.filter(
      ({ text }) =>
        !han.test(text['zh-CN']) ||
        han.test(text['en-US']) ||
        /[!！你]|installment|'/.test(text['zh-CN'] + text['en-US']),
    );
    expect(wrong.map((answer) => answer.id)).toEqual([]);
  });

  it('presumes nothing about whoever asks', () => {
    const presumes = /您(?:的)?(?:欠|逾期)|\byou (?:owe|are overdue|are past due)\b|\byour (?:debt|arrears)\b/i;
    const wrong = answers.filter(({ text }) => localeSchema.options.some((locale) => presumes.test(text[locale])));
    expect(wrong.map((answer) => answer.id)).toEqual([]);
  });

  it('has no date in the future, and ends no earlier than it was checked', () => {
    for (const { asOf, endsOn } of answers) {
      expect(asOf <= today).toBe(true);
      expect(endsOn === null || endsOn >= asOf).toBe(true);
    }
  });

  it('says in its data when counsel has still to confirm its rule', () => {
    for (const id of [
      'collectionContact',
      'contactHours',
      'contactHowOften',
      'minimumPayment',
      'creditOneOffRepair',
      'consequences',
    ])
      expect([id, named(id).confirmed]).toEqual([id, false]);
    for (const id of ['partialPayment', 'legalPrison', 'creditHowLong', 'installmentPolicy'])
      expect([id, named(id).confirmed]).toEqual([id, true]);
  });
});

it('refuses two answers of one id', () => {
  const [first] = answers;
  expect(knowledgeSchema.safeParse([first, first]).success).toBe(false);
});
