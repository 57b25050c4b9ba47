// The approved answers: complete, sourced, dated, short, in both languages, for the one who asks, and found by what people say.
import { readAnswerFiles } from '../../../bot/config/answerFiles';
import { repositoryRoot } from '../../../bot/config/repositoryRoot';
import { type Intent, intents, type Locale, localeSchema } from '../../../data/domain/customer/customerTurn';
import type { Answer } from '../../../data/knowledge/answer';
import { nothingKnown } from '../../../data/knowledge/conditions';
import { answeredFromRecords, findAnswer, type Question } from '../../../data/knowledge/knowledge';

const knowledge = readAnswerFiles(repositoryRoot);
const { answers } = knowledge;
const today = '2026-11-23';
const fromRecords: readonly string[] = answeredFromRecords;
const asked = intents.filter((intent) => intent.startsWith('ask.') && !fromRecords.includes(intent));
const locales = localeSchema.options;

const named = (id: string): Answer => {
  const answer = answers.find((one) => one.id === id);
  if (answer === undefined) throw new Error(`There is no answer ${id}.`);
  return answer;
};

const found = (text: string, locale: Locale, more: Partial<Question> = {}): string | undefined =>
  findAnswer(knowledge, { text, locale, today, readings: [], ...more })?.answer.id;

const understoodAs = (intent: Intent) => ({ readings: [{ intent, probability: 1 }] });
const late = (daysPastDue: number) => ({ who: { ...nothingKnown, verified: true, daysPastDue } });

describe('every question that a customer may ask', () => {
  it.each(asked)('%s has one general answer and some for its sub-questions', (intent) => {
    const own = answers.filter((answer) => answer.intent === intent);
    expect(own.filter(({ general }) => general === true)).toHaveLength(1);
    expect(own.length).toBeGreaterThan(2);
  });

  it('is one of at least 130', () => {
    expect(answers.length).toBeGreaterThanOrEqual(130);
  });

  it.each(locales)('asked as its answer says people ask, finds it (%s)', (locale) => {
    const wrong = answers.flatMap(({ id, intent, questions }) =>
      questions[locale].flatMap((text) => {
        const first = found(text, locale, understoodAs(intent));
        return first === id ? [] : [`${text}: ${first} instead of ${id}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('that names a matter and nothing more is told what is general about it', () => {
    expect(found('征信呢', 'zh-CN', understoodAs('ask.creditReport'))).toBe('creditReport');
    expect(found('and privacy?', 'en-US', understoodAs('ask.privacy'))).toBe('privacy');
  });

  it('about something that no answer speaks of has none', () => {
    expect(found('明天北京会下雨吗', 'zh-CN')).toBeUndefined();
    expect(found('who won the football last night', 'en-US')).toBeUndefined();
  });
});

describe('who asks decides', () => {
  it('that nobody who is long late hears about grace', () => {
    expect(found('有没有宽限期', 'zh-CN')).toBe('consequencesFirstDays');
    expect(found('有没有宽限期', 'zh-CN', late(3))).toBe('consequencesFirstDays');
    expect(found('有没有宽限期', 'zh-CN', late(457))).toBe('graceIsOver');
    expect(found('is there a grace period', 'en-US', late(457))).toBe('graceIsOver');
  });

  it('what follows from being late, by how late they are', () => {
    const text = '逾期了会怎么样';
    const told = [30, 91, 457].map((days) =>
      found(text, 'zh-CN', { ...understoodAs('ask.consequences'), ...late(days) }),
    );
    expect(told).toEqual(['consequencesFirstMonths', 'consequencesFromDayNinetyOne', 'consequencesOverAYear']);
    expect(found(text, 'zh-CN', understoodAs('ask.consequences'))).toBe('consequences');
  });

  it('that somebody already late is not told that the minimum alone keeps the record clean', () => {
    expect(found('只还最低影响征信吗', 'zh-CN')).toBe('minimumOnly');
    expect(found('只还最低影响征信吗', 'zh-CN', late(20))).toBe('minimumOnlyLate');
  });

  it('whether interest is what the contract or what an agreement says', () => {
    const who = { ...nothingKnown, verified: true, daysPastDue: 100, arrangement: true };
    expect(found('利息什么时候停', 'zh-CN', { who })).toBe('interestStopsSigned');
  });
});

describe('a question that goes on', () => {
  it('is looked for in the topic told last', () => {
    expect(found('那5年从哪天算', 'zh-CN', { last: named('creditReport') })).toBe('creditHowLong');
    expect(found('and from which day?', 'en-US', { last: named('creditHowLong') })).toBe('creditHowLong');
  });
});

describe('an answer', () => {
  const texts = answers.flatMap(({ id, short, more }) =>
    [short, ...(more === null ? [] : [more])].map((text) => ({ id, text })),
  );

  it('is short enough to be read on a phone', () => {
    const long = texts.filter(({ text }) => text['zh-CN'].length > 190 || text['en-US'].length > 460);
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  it('is written in its own language, and in our voice', () => {
    const han = /\p{Script=Han}/u;
    const wrong = texts.filter(
      ({ text }) =>
        !han.test(text['zh-CN']) ||
        han.test(text['en-US']) ||
        /[!！你]|installment|'/.test(text['zh-CN'] + text['en-US']),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('presumes nothing about the one who asks', () => {
    const presumes = /您(?:的)?(?:欠|逾期)|\byou (?:owe|are overdue|are past due)\b|\byour (?:debt|arrears)\b/i;
    const wrong = texts.filter(({ text }) => locales.some((locale) => presumes.test(text[locale])));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('was looked up in the past and may still be told', () => {
    for (const { asOf, endsOn } of answers) {
      expect(asOf <= today).toBe(true);
      expect(endsOn === null || endsOn >= today).toBe(true);
    }
  });

  it('is told until its last day and not after it', () => {
    const ending = { answers: answers.map((one) => (one.id === 'cardLost' ? { ...one, endsOn: today } : one)) };
    const on = (day: string) =>
      findAnswer(ending, { text: '卡丢了怎么挂失', locale: 'zh-CN', today: day, readings: [] })?.answer.id;
    expect(on(today)).toBe('cardLost');
    expect(on('2026-11-24')).not.toBe('cardLost');
  });

  it('says in its data when counsel has still to confirm its rule', () => {
    for (const id of [
      'collectionContact',
      'contactHours',
      'contactHowOften',
      'installmentCost',
      'personalBankruptcy',
      'consequences',
    ])
      expect([id, named(id).confirmed]).toEqual([id, false]);
    for (const id of ['partialPayment', 'legalPrison', 'creditHowLong', 'installmentPolicy'])
      expect([id, named(id).confirmed]).toEqual([id, true]);
  });
});

describe('what is out of date or too absolute is not said', () => {
  const says = (id: string, pattern: RegExp) =>
    expect(Object.values(named(id).short).some((text) => pattern.test(text)));

  it('of the mental-health line, leniency, other banks, the door, the minimum, the family and a relayed call', () => {
    says('lifelineHours', /全天|around the clock|always/).toBe(false);
    says('lifelineHours', /18/).toBe(true);
    says('legalPrison', /会从宽|will be lenient/).toBe(false);
    says('cardSavings', /别家银行的账户不会动/).toBe(false);
    says('cardSavings', /法院|court/).toBe(true);
    says('contactVisits', /谁也不能进|nobody may come in/i).toBe(false);
    says('minimumOnly', /到期日之前|by its due date/).toBe(true);
    says('contactOthers', /共用|shared/).toBe(true);
    says('contactOthers', /由同事核实|look into it/).toBe(true);
  });

  it('and what collectors may do rests on the guidelines of 2026 first', () => {
    for (const id of ['collectionContact', 'contactHours', 'contactHowOften', 'contactOthers', 'contactVisits'])
      expect(named(id).source['en-US']).toMatch(/^China Banking Association, Guidelines .*2026/);
  });
});
