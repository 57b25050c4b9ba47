// The measuring itself: what counts as right, wrong and refused, and what happens to lines that cannot be read.
import { type Act, certainTurn, type Intent, type Slots } from '../../../data/domain/customer/customerTurn';
import { readCases } from '../../../dialogs/understanding/measure/cases';
import { evaluate, type Outcome, slotsExact, slotsWrong } from '../../../dialogs/understanding/measure/evaluate';
import { nearDuplicates } from '../../../dialogs/understanding/measure/nearDuplicates';
import { htmlReport } from '../../../dialogs/understanding/measure/report';

const outcome = (wanted: Intent, given: Intent, slots: Slots = {}, filled: Slots = {}): Outcome => ({
  wanted: { text: '<b>x</b>', locale: 'zh-CN', refDate: '2026-11-23', intent: wanted, slots },
  turn: certainTurn(given, filled),
  milliseconds: 1,
});
const eight = { monthlyAmount: { min: 800, max: 800 } };

describe('a file of cases', () => {
  it('is read past a line that is no case, which is reported with its number', () => {
    const good = '{"text":"你好","locale":"zh-CN","refDate":"2026-11-23","intent":"greeting","slots":{}}';
    const read = readCases(`${good}\nnot json\n\n${good.replace('greeting', 'grin')}\n${good}`);
    expect(read.cases).toHaveLength(2);
    expect(read.unreadable.map(({ line }) => line)).toEqual([2, 4]);
  });
});

describe('slots', () => {
  it('are exact when nothing is missing and nothing is added', () => {
    expect(slotsExact(eight, { monthlyAmount: { max: 800, min: 800 } })).toBe(true);
    expect(slotsExact(eight, {})).toBe(false);
    expect(slotsExact({}, eight)).toBe(false);
  });
  it('are wrong with another value or one nobody stated, not when missing', () => {
    expect(slotsWrong(eight, {})).toBe(false);
    expect(slotsWrong(eight, { monthlyAmount: { min: 8000, max: 8000 } })).toBe(true);
    expect(slotsWrong({}, eight)).toBe(true);
  });
  it('of a third may be rounded', () =>
    expect(slotsExact({ lumpSumShare: 0.33 }, { lumpSumShare: 0.3333 })).toBe(true));
});

describe('the figures', () => {
  const result = evaluate([
    outcome('affirm', 'affirm'),
    outcome('deny', 'outOfScope'),
    outcome('outOfScope', 'outOfScope'),
    outcome('negotiate.terms', 'negotiate.terms', eight, eight),
  ]);
  it('count right intents, refusals and recall', () =>
    expect(result).toMatchObject({
      n: 4,
      intentAccuracy: 0.75,
      outOfScopeRecall: 1,
      falseRejects: 0.3333,
      slotExact: 1,
      slotWrong: 0,
    }));
  it('are given for each language', () => expect(Object.keys(result.byLocale)).toEqual(['zh-CN']));
});

describe('acts', () => {
  const act = (intent: Intent, slots: Slots = {}): Act => ({ intent, slots, span: [0, 1], confidence: 1 });
  const withActs = (wanted: Act[], given: Act[]): Outcome => {
    const base = outcome('human', 'human');
    const acts = wanted.map(({ intent, slots }) => ({ intent, slots }));
    return { ...base, wanted: { ...base.wanted, acts }, turn: { ...base.turn, acts: given } };
  };
  const terms = act('negotiate.terms', eight);

  it('are exact in any order, with their slots, and found by their intents', () => {
    const result = evaluate([
      withActs([act('human'), terms], [terms, act('human')]),
      withActs([act('human'), terms], [act('human'), act('negotiate.terms')]),
      withActs([act('human')], [act('human'), act('human')]),
      withActs([act('human'), act('thanks')], [act('human')]),
    ]);
    expect(result).toMatchObject({ actsExact: 0.25, actIntentsExact: 0.5, actRecall: 0.8571 });
  });
  it('are not measured where no case names them', () =>
    expect(evaluate([outcome('human', 'human')])).toMatchObject({ actsExact: null, actRecall: null }));
});

describe('a case in which it is not told which act is the main one', () => {
  it('is left out of the sure intents only', () => {
    const unclear = outcome('human', 'thanks');
    const result = evaluate([
      outcome('human', 'human'),
      { ...unclear, wanted: { ...unclear.wanted, tags: ['winner-unclear'] } },
    ]);
    expect(result).toMatchObject({ intentAccuracy: 0.5, intentAccuracySure: 1 });
  });
});

describe('the page of results', () => {
  it('shows what a customer wrote, harmlessly', () => {
    const outcomes = [outcome('deny', 'affirm')];
    const page = htmlReport(outcomes, evaluate(outcomes), 'abc');
    expect(page).toContain('&lt;b&gt;x&lt;/b&gt;');
    expect(page).not.toContain('<b>x</b>');
  });
});

describe('a near-duplicate', () => {
  it('is the same words with other marks or another figure', () => {
    expect(nearDuplicates(['我每个月最多能还八百块钱!!'], ['我每个月最多能还八百块钱'])).toHaveLength(1);
    expect(nearDuplicates(['我每个月最多能还900块钱'], ['我每个月最多能还800块钱'])).toHaveLength(1);
  });
  it('is not a short phrase that everyone uses', () => expect(nearDuplicates(['转人工'], ['转人工'])).toEqual([]));
  it('is not the same meaning in other words', () =>
    expect(nearDuplicates(['一个月撑死了也就能给你们八百'], ['我每个月最多能还八百块钱'])).toEqual([]));
});
