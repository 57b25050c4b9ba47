// No message may threaten, shame, press or promise: every rule's examples hit, its near misses pass, and our own words pass.
import fc from 'fast-check';
import { readAnswerFiles } from '../../../../bot/config/answerFiles';
import { repositoryRoot } from '../../../../bot/config/repositoryRoot';
import { bankProfileSchema } from '../../../../data/domain/bank/bankProfile';
import {
  blockingBreachesOf,
  breachesOf,
  utteranceRuleSchema,
  utteranceRulesSchema,
} from '../../../../data/domain/conduct/utteranceRules';
import { type Locale, localeSchema } from '../../../../data/domain/customer/customerTurn';
import bank from '../../../../data/policy/bank.json';
import shipped from '../../../../data/policy/utteranceRules.json';
import { messageIds } from '../../../../dialogs/text/messages';
import { renderedWordings } from '../../../dialogs/text/sampleValues';

const rules = utteranceRulesSchema.parse(shipped);
const hits = (text: string, locale: Locale) => breachesOf(text, locale, rules).map((breach) => breach.rule.id);

/** Rules that keep a message back or have it reworded; the others only ask its writer. */
const stops = (text: string, locale: Locale) =>
  breachesOf(text, locale, rules).flatMap(({ rule }) => (rule.action === 'warnStaff' ? [] : [rule.id]));

describe('each rule', () => {
  const examples = rules.rules.flatMap((rule) =>
    rule.examples.map((text) => ({ id: rule.id, locale: rule.locale, text })),
  );
  it.each(examples)('$id catches "$text"', ({ id, locale, text }) => {
    expect(hits(text, locale)).toContain(id);
  });

  const nearMisses = rules.rules.flatMap((rule) =>
    rule.nearMisses.map((text) => ({ id: rule.id, locale: rule.locale, text })),
  );
  // A near miss must pass its own rule, and every rule that stops a message: otherwise it could not be said at all.
  it.each(nearMisses)('$id lets "$text" pass', ({ id, locale, text }) => {
    expect(hits(text, locale)).not.toContain(id);
    expect(stops(text, locale)).toEqual([]);
  });

  it('exists in both languages', () => {
    const names = (suffix: string) =>
      rules.rules
        .map((rule) => rule.id)
        .filter((id) => id.endsWith(suffix))
        .map((id) => id.slice(0, -3));
    expect(names('.zh')).toEqual(names('.en'));
    for (const rule of rules.rules) expect(rule.id.endsWith(rule.locale === 'zh-CN' ? '.zh' : '.en')).toBe(true);
  });
});

describe('our own words', () => {
  it.each(localeSchema.options)('every message in %s breaks no rule that stops it', (locale) => {
    const broken = messageIds.flatMap((id) =>
      renderedWordings(locale, id)
        .flatMap(({ text }) => stops(text, locale))
        .map((rule) => `${id}: ${rule}`),
    );
    expect(broken).toEqual([]);
  });

  it.each(localeSchema.options)('every approved answer in %s breaks no rule that stops it', (locale) => {
    const broken = readAnswerFiles(repositoryRoot).answers.flatMap(({ id, short, more, source }) =>
      stops([short, more, source].map((both) => both?.[locale] ?? '').join('\n'), locale).map(
        (rule) => `${id}: ${rule}`,
      ),
    );
    expect(broken).toEqual([]);
  });

  it.each(localeSchema.options)("the bank's own approved texts in %s break no rule that stops them", (locale) => {
    const { repayChannels, hardshipEvidence, agencies } = bankProfileSchema.parse(bank);
    const approved = [repayChannels[locale], hardshipEvidence[locale], ...agencies.map((one) => one.scope[locale])];
    expect(approved.flatMap((text) => stops(text, locale))).toEqual([]);
  });
});

describe('a threat in disguise', () => {
  it('is found behind full-width letters, spaces, dots and invisible characters', () => {
    for (const text of ['再不还就坐 牢', '坐·牢是迟早的', '坐\u200b牢', '你会进监 狱'])
      expect(hits(text, 'zh-CN')).toContain('threatJail.zh');
    expect(hits('You will go to ＪＡＩＬ', 'en-US')).toContain('threatJail.en');
  });

  it('is found in the other language', () => {
    expect(hits('不还的话 you will go to jail', 'zh-CN')).toContain('threatJail.en');
    expect(hits('Pay now. 不还就坐牢', 'en-US')).toContain('threatJail.zh');
  });

  it('is found when a true sentence stands beside it', () => {
    expect(hits('还不上不会坐牢。但是你不还，就等着坐牢', 'zh-CN')).toContain('threatJail.zh');
    expect(hits('You cannot be jailed for debt. You will be jailed for this.', 'en-US')).toContain('threatJail.en');
  });

  it('is found wherever it stands in a longer message', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rules.rules.filter((rule) => rule.action === 'block')),
        fc.constantFrom('您好。', '谢谢您。\n', 'Hello there. ', 'Thank you.\n'),
        fc.constantFrom('。再见', '\n谢谢', '. Goodbye', '\nThank you'),
        (rule, before, after) => {
          const [example = ''] = rule.examples;
          const found = blockingBreachesOf(before + example + after, rule.locale, rules).map(
            (breach) => breach.rule.id,
          );
          expect(found).toContain(rule.id);
        },
      ),
    );
  });
});

describe('a rule at the door', () => {
  const [rule] = rules.rules;
  it('is refused with a pattern that is no regular expression, or with too few examples', () => {
    expect(utteranceRuleSchema.safeParse({ ...rule, pattern: '(' }).success).toBe(false);
    expect(utteranceRuleSchema.safeParse({ ...rule, examples: ['one'] }).success).toBe(false);
    expect(utteranceRuleSchema.safeParse(rule).success).toBe(true);
  });

  it('is refused when its id is taken', () => {
    expect(utteranceRulesSchema.safeParse({ ...rules, rules: [rule, rule] }).success).toBe(false);
  });
});

it('reads ten thousand characters in well under a second', () => {
  const long = '不还钱，今天马上联系您，还款还款还款'.repeat(600).slice(0, 10_000);
  const started = performance.now();
  breachesOf(long, 'zh-CN', rules);
  breachesOf('pay the money to the account now and '.repeat(300).slice(0, 10_000), 'en-US', rules);
  expect(performance.now() - started).toBeLessThan(5000);
});

describe('a rule of phrases', () => {
  const [first] = rules.rules;
  if (first === undefined) throw new Error('there are no rules');
  const phrased = (locale: Locale, ...phrases: string[]) => ({
    ...rules,
    rules: [{ ...first, locale, phrases, pattern: null, unless: null, allowedWhenDenied: true }],
  });
  const finds = (text: string, locale: Locale, ...phrases: string[]) =>
    breachesOf(text, locale, phrased(locale, ...phrases)).map(({ matched }) => matched);

  it('finds a phrase as it stands, in any case and with any blanks, and in English as whole words', () => {
    expect(finds('Come  QUIETLY with us', 'en-US', 'come quietly')).toEqual(['Come QUIETLY']);
    expect(finds('Welcome quietly', 'en-US', 'come quietly')).toEqual([]);
    expect(finds('去 您 家坐坐', 'zh-CN', '去您家')).toEqual(['去您家']);
  });
  it('reads the marks of expressions as the marks they are', () => {
    expect(finds('really (yes) now', 'en-US', '(yes)')).toEqual(['(yes)']);
    expect(finds('really yes now', 'en-US', '(yes)')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 40 }), (phrase) => {
        expect(() => finds('any text', 'en-US', phrase)).not.toThrow();
      }),
    );
  });
  it('lets … stand for a few words of one part of the sentence, and is excused where it is denied', () => {
    expect(finds('we will come to your house', 'en-US', 'we will … house')).toEqual(['we will come to your house']);
    expect(finds('we will see, nice house', 'en-US', 'we will … house')).toEqual([]);
    expect(finds('我们不会去您家', 'zh-CN', '去您家')).toEqual([]);
  });
  it('is refused without a phrase and without a pattern', () => {
    expect(utteranceRuleSchema.safeParse({ ...first, phrases: [], pattern: null }).success).toBe(false);
    expect(utteranceRuleSchema.safeParse({ ...first, phrases: ['x y'], pattern: null }).success).toBe(true);
  });
});
