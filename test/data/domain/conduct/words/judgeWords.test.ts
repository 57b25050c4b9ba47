// Words about to be said: what a clerk may type, what is held for a colleague, and what never leaves.
import { breachesOf } from '../../../../../data/domain/conduct/utteranceRules';
import { figureUsesIn } from '../../../../../data/domain/conduct/words/figureUse';
import { judgeWords } from '../../../../../data/domain/conduct/words/judgeWords';
import type { Meaning } from '../../../../../data/domain/conduct/words/meaning';
import type { Listener, Speaker } from '../../../../../data/domain/conduct/words/speaking';
import { localeSchema } from '../../../../../data/domain/customer/customerTurn';
import { mayHear } from '../../../../../dialogs/text/audience/audience';
import { messageIds } from '../../../../../dialogs/text/messages';
import { renderedWordings } from '../../../../dialogs/text/sampleValues';
import { rulesAlone } from '../../../../support/rulesAlone';

const { utterances, outbound } = rulesAlone;
const localeOf = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');
const judged = (
  text: string,
  audience: Listener = 'rightParty',
  figuresAllowed: readonly string[] = [],
  speaker: Speaker = 'agent',
) =>
  judgeWords({ text, locale: localeOf(text), speaker, audience, figuresAllowed, isApproved: false }, rulesAlone)
    .outcome;

describe('a clerk to the cardholder, with no typed value at hand', () => {
  it.each([
    '材料要2份',
    '下午3点给您打电话',
    '下午三点半左右联系您，大概十分钟',
    '5个工作日内答复您',
    '两三天内有结果',
    '我的工号是1024',
    '您可以拨打我的办公电话021-55551234',
    '我12月3日上午给您打电话',
    '请在12月3日前把材料发来',
    '千万别急，万一有事随时找我',
    '我们一块商量',
    '投诉可以打12378',
    'I will call you at 3pm on 5 June',
    'Please send two copies of the form',
    'You will hear from us within five working days',
    'My extension is 204',
    'Between 2 and 4 tomorrow suits me',
    'I am in from 4 in the afternoon',
    'Shall I ring you at 4 once you are home?',
    'I am in meetings till 11',
    'Would you like the 8.30 or the 17.45?',
    'Branch 6 has a free slot at 10:20',
    'Each photo up to 10 MB',
    'Check with 12368',
    'I will call once more before the 25th',
    'The last three months of payslips will do',
  ])('may say "%s"', (text) => expect(judged(text)).toBe('send'));

  it.each([
    '您还差26431.20元',
    '每月还八百就行',
    '先付三千',
    '四千就够了',
    '百分之十八',
    '给您打八折',
    '还剩十二期',
    '逾期四十天了',
    '最晚12月16日还款',
    '共٤٠٠٠',
    '共４０００块',
    '三万五左右',
    '尾号6688那张',
    '打到 6222 0212 3456 7890 123 就好',
    'Four thousand would do',
    'About 800 a month',
    'A couple of thousand now',
    'Your rate is eighteen percent',
    'That makes 36 instalments',
    'Half of the balance today',
    'You are forty days late',
    'Payment is due on 16 December',
    'Pay before the 25th',
    'Pay by 5',
    'I can do it at 4 percent',
    'It stops at 12 thousand',
    'I can do three points for you',
  ])('may not say "%s"', (text) => expect(judged(text)).toBe('block'));

  it.each(['打我手机13800138000', '24吧', '12月5日之前', 'Make it 24'])(
    'has "%s" held: what the figure means is not clear',
    (text) => expect(judged(text)).toBe('hold'),
  );

  it('may say a value that is typed, and no multiple of it', () => {
    expect(judged('您一共差26,431.20元，分36期', 'rightParty', ['26431.20', '36'])).toBe('send');
    expect(judged('先付3万', 'rightParty', ['3'])).toBe('block');
    expect(judged('pay 3 thousand', 'rightParty', ['3'])).toBe('block');
    expect(judged('还八百', 'rightParty', ['8', '100'])).toBe('block');
  });

  it('is held where a rule asks the writer to be careful', () => {
    expect(judged('您家人方便接电话吗')).toBe('hold');
    expect(judged('There could be legal consequences')).toBe('hold');
  });
});

describe('somebody else, or a person not known yet', () => {
  const hints = [...outbound.debtHints, ...outbound.ownDebt];
  const rules = { ...utterances, rules: hints };
  it.each(hints.flatMap(({ id, examples }) => examples.map((text) => [id, text] as const)))(
    '%s keeps "%s" from them',
    (id, text) => {
      expect(breachesOf(text, localeOf(text), rules).map(({ rule }) => rule.id)).toContain(id);
      for (const listener of ['thirdParty', 'unverified'] as const) expect(judged(text, listener)).not.toBe('send');
    },
  );

  it.each(outbound.debtHints.flatMap(({ nearMisses }) => nearMisses))('may be told "%s"', (text) => {
    for (const listener of ['thirdParty', 'unverified'] as const) expect(judged(text, listener)).toBe('send');
  });

  it.each(localeSchema.options)('hear every approved text in %s that is meant for them', (locale) => {
    const held = messageIds.flatMap((id) =>
      (
        [
          ['unknown', 'unverified'],
          ['someoneElse', 'thirdParty'],
          ['verified', 'rightParty'],
        ] as const
      ).flatMap(([party, audience]) =>
        mayHear(id).includes(party)
          ? renderedWordings(locale, id).flatMap(({ text }) =>
              judgeWords(
                { text, locale, speaker: 'bot', audience, figuresAllowed: [], isApproved: true },
                { ...rulesAlone, readMeaning: null },
              ).findings.map(({ kind, matched }) => `${id} to ${audience}: ${kind} ${matched}`),
            )
          : [],
      ),
    );
    expect(held).toEqual([]);
  });
});

describe('without the reader of meanings', () => {
  const unread = { ...rulesAlone, readMeaning: null };
  const words = { locale: 'en-US', audience: 'rightParty', figuresAllowed: [] } as const;
  it('whatever a clerk types is held, and what a rule blocks stays blocked', () => {
    const typed = { ...words, speaker: 'agent', isApproved: false } as const;
    expect(judgeWords({ ...typed, text: 'Good morning' }, unread).outcome).toBe('hold');
    expect(judgeWords({ ...typed, text: 'You will go to prison' }, unread).outcome).toBe('block');
  });
  it('approved words still leave', () =>
    expect(judgeWords({ ...words, text: 'Good morning', speaker: 'bot', isApproved: true }, unread).outcome).toBe(
      'send',
    ));
});

describe('a reader who is sure that the meaning is plain', () => {
  const heard = (heard: 'plain' | 'fine' | 'unsure' | 'wrong') => ({
    ...rulesAlone,
    readMeaning: (): Meaning => ({ heard, wrong: 'threatJail', probability: 0.5, matched: 'x' }),
  });
  const outcome = (text: string, meaning: Meaning['heard']) =>
    judgeWords(
      { text, locale: localeOf(text), speaker: 'agent', audience: 'rightParty', figuresAllowed: [], isApproved: false },
      heard(meaning),
    ).outcome;
  it('excuses a word that only sounds like a threat, and no other reader does', () => {
    expect(outcome('有人拿警察吓您，请告诉我', 'fine')).toBe('block');
    expect(outcome('有人拿警察吓您，请告诉我', 'plain')).toBe('send');
  });
  it('excuses no figure, no link and no rule without excuse', () => {
    for (const text of ['您还差26431.20元', '请看 www.example.com', '我们有的是办法'])
      expect([text, outcome(text, 'plain')]).toEqual([text, 'block']);
  });
  it('a wrong is blocked and an unsure reading held, whatever the rules say', () => {
    expect(outcome('您好', 'wrong')).toBe('block');
    expect(outcome('您好', 'unsure')).toBe('hold');
  });
});

describe('the assistant to a person not known yet', () => {
  it.each(outbound.ownDebt.flatMap(({ nearMisses }) => nearMisses))('may say "%s"', (text) =>
    expect(judged(text, 'unverified', [], 'bot')).toBe('send'),
  );
  it.each(outbound.ownDebt.flatMap(({ examples }) => examples))('may not say "%s"', (text) =>
    expect(judged(text, 'unverified', [], 'bot')).toBe('block'),
  );
});

it.each(['一元', '1,', 'one hundred ', '九千', '٤', '1-'])(
  'ten thousand characters of "%s" are judged, and do not leave',
  (piece) => {
    expect(judged(piece.repeat(Math.ceil(10_000 / piece.length)), 'thirdParty')).not.toBe('send');
  },
);

it('every figure of a text has one use, whatever stands beside it', () => {
  const uses = figureUsesIn('下午3点联系您。每月还800元。3份材料');
  expect(uses).toEqual([
    { figure: '下午3点', use: 'ordinary' },
    { figure: '800元', use: 'value' },
    { figure: '3份', use: 'ordinary' },
  ]);
});
