// What must not leave: each rule, by example and by law.
import fc from 'fast-check';
import { figuresIn, figuresWithoutSource } from '../../../../data/domain/conduct/figures';
import { guardBreaches, type OutboundMessage } from '../../../../data/domain/conduct/outboundGuard';
import { mayHear } from '../../../../dialogs/text/audience/audience';
import { rulesAlone } from '../../../support/rulesAlone';

const part = (id: string, text: string, sources: readonly string[] = [text]) => ({ id, text, sources });
const message = (more: Partial<OutboundMessage>): OutboundMessage => ({
  text: (more.parts ?? []).map((one) => one.text).join('\n'),
  locale: 'zh-CN',
  party: 'verified',
  parts: [],
  titles: [],
  otherTexts: [],
  ...more,
});
// Approved words leave without the reader of meanings, or where there is none.
const rulesBroken = (one: OutboundMessage) =>
  guardBreaches(one, { ...rulesAlone, readMeaning: null }, mayHear).map((breach) => breach.rule);

it('lets an approved message with its own figures pass', () => {
  const line = part('account.summary', '尾号6688，共欠 26,431.20 元，逾期457天。', [
    '6688',
    '26,431.20',
    '457',
    '尾号 ，共欠  元，逾期 天。',
  ]);
  expect(rulesBroken(message({ parts: [line] }))).toEqual([]);
});

it('stops a figure that no value carries, in digits or in words', () => {
  for (const text of [
    '共欠 26,431.21 元',
    '明天 2026-11-24 前',
    '年化 3.7%',
    '最多三十六期',
    '百分之五',
    'at 12% a year',
    'within thirty days',
  ])
    expect(
      rulesBroken(message({ parts: [part('account.summary', text, ['26,431.20', '2026-11-23', '3.6%'])] })),
    ).toContain('unapprovedFigure');
});

it('stops words that no approved message holds, in the text, on a card or on a button', () => {
  const hello = part('opening.hello', '您好');
  expect(rulesBroken(message({ parts: [hello], text: '您好，快还钱' }))).toContain('unapprovedWords');
  expect(rulesBroken(message({ parts: [hello], text: '您' }))).toContain('unapprovedWords');
  expect(rulesBroken(message({ parts: [hello], otherTexts: ['快还钱'] }))).toContain('unapprovedWords');
  expect(
    rulesBroken(message({ parts: [hello], titles: [part('button.human', '转人工')], otherTexts: ['转人工'] })),
  ).toEqual([]);
});

it('says nothing of an account before verification', () => {
  for (const id of [
    'account.summary',
    'negotiation.offer.three',
    'arrangement.status',
    'question.personal',
    'repay.reference',
    'card.facts',
    'costTable.balance',
    'a.message.of.next.year',
  ])
    expect(rulesBroken(message({ party: 'unknown', parts: [part(id, '好的')] }))).toEqual(['beforeVerification']);
  expect(rulesBroken(message({ party: 'unknown', parts: [part('question.answer', '逾期以后会计收利息')] }))).toEqual(
    [],
  );
});

it('says nothing that hints at a debt to someone else, in either language', () => {
  expect(rulesBroken(message({ party: 'someoneElse', parts: [part('thirdParty.noted', '打扰了')] }))).toEqual([]);
  expect(rulesBroken(message({ party: 'someoneElse', parts: [part('thirdParty.noted', '请转告他还款')] }))).toContain(
    'toSomeoneElse',
  );
  expect(
    rulesBroken(message({ party: 'someoneElse', locale: 'en-US', parts: [part('thirdParty.noted', 'about a debt')] })),
  ).toContain('toSomeoneElse');
  expect(rulesBroken(message({ party: 'someoneElse', parts: [part('opening.hello', '您好')] }))).toContain(
    'toSomeoneElse',
  );
});

it('says nothing of money to someone at risk', () => {
  expect(rulesBroken(message({ party: 'atRisk', parts: [part('vulnerable.first', '您现在安全吗')] }))).toEqual([]);
  expect(rulesBroken(message({ party: 'atRisk', parts: [part('repay.channels', '还款渠道')] }))).toEqual([
    'toSomeoneAtRisk',
  ]);
  expect(
    rulesBroken(
      message({ party: 'atRisk', parts: [part('vulnerable.first', '您好')], titles: [part('button.plan', '办分期')] }),
    ),
  ).toEqual(['toSomeoneAtRisk']);
});

it('stops forbidden phrases wherever they stand', () => {
  expect(rulesBroken(message({ parts: [part('opening.hello', '再不还钱就等着坐牢吧')] }))).toContain('forbiddenPhrase');
  const button = part('button.human', '再不还钱就等着坐牢吧');
  expect(
    rulesBroken(message({ parts: [part('opening.hello', '您好')], titles: [button], otherTexts: [button.text] })),
  ).toContain('forbiddenPhrase');
});

it('never lets a figure pass that is not among the sources', () => {
  const figure = fc.integer({ min: 0, max: 99_999_999 });
  fc.assert(
    fc.property(figure, figure, (wanted, other) => {
      const found = figuresWithoutSource(`共 ${other} 元`, [String(wanted)]);
      expect(found.length === 0).toBe(wanted === other);
    }),
  );
});

it('reads any text in little time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      figuresIn(text);
    }),
  );
  const started = performance.now();
  for (const bait of ['one '.repeat(5000), '一'.repeat(20_000), '1-'.repeat(20_000), '1,234,'.repeat(5000)])
    figuresIn(bait);
  expect(performance.now() - started).toBeLessThan(2000);
});
