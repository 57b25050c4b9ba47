// What no message may contain (threats, false claims, shame, pressure), as data: patterns, their excuses, and examples.
import { z } from 'zod';
import { type Locale, localeSchema } from '../customer/customerTurn';

const regexSource = z
  .string()
  .min(1)
  .refine((source) => {
    try {
      new RegExp(source, 'giu');
      return true;
    } catch {
      return false;
    }
  }, 'not a regular expression');

const ruleFields = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]*\.(zh|en)$/),
  locale: localeSchema,
  /** Phrases that are forbidden as they stand; "…" in one stands for a few words. */
  phrases: z.array(z.string().trim().min(2).max(120)).max(500).default([]),
  /** What else is forbidden, as an expert's expression; read case-insensitively in one sentence at a time. */
  pattern: regexSource.nullable(),
  /** True when a denial right before the match ("you cannot be", "不会") makes it a true and allowed statement. */
  allowedWhenDenied: z.boolean(),
  /** Other allowed wordings; a match that lies wholly inside one of them is no breach. */
  unless: regexSource.nullable(),
  reason: z.strictObject({ 'zh-CN': z.string().min(1), 'en-US': z.string().min(1) }),
  source: z.string().min(1),
  /** block: never sent. rewrite: sent only in other words. warnStaff: the writer is asked before it is sent. */
  action: z.enum(['block', 'rewrite', 'warnStaff']),
  /** Sentences that must hit, paraphrases among them. */
  examples: z.array(z.string().min(1)).min(3),
  /** Sentences that are near and must pass. */
  nearMisses: z.array(z.string().min(1)).min(3),
});
export const utteranceRuleSchema = ruleFields.superRefine(({ phrases, pattern }, context) => {
  if (phrases.length === 0 && pattern === null)
    context.addIssue({ code: 'custom', path: ['phrases'], message: 'a rule needs phrases or a pattern' });
});
export type UtteranceRule = z.infer<typeof utteranceRuleSchema>;

export const utteranceRulesSchema = z.strictObject({
  /** By language: words that, right before a match, deny it. */
  denials: z.record(localeSchema, regexSource),
  rules: z.array(utteranceRuleSchema).superRefine((rules, context) => {
    const seen = new Set<string>();
    for (const { id } of rules) {
      if (seen.has(id)) context.addIssue({ code: 'custom', message: `two utterance rules have the id ${id}` });
      seen.add(id);
    }
  }),
});
export type UtteranceRules = z.infer<typeof utteranceRulesSchema>;

/** One rule that a text breaks, and the words that broke it. */
export interface Breach {
  readonly rule: UtteranceRule;
  readonly matched: string;
}

const otherScript: Record<Locale, RegExp> = { 'zh-CN': /\p{Script=Han}/u, 'en-US': /[a-z]{3}/i };

/** One writing for each word: full-width forms, invisible characters and dots between Chinese characters are undone. */
function plainSentences(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[’‘]/g, "'")
    .split(/[。!?;\n]+|\.(?=\s|$)/u)
    .map((sentence) =>
      sentence
        .replace(/(?<=\p{Script=Han})[\s·*_.~-]+(?=\p{Script=Han})/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((sentence) => sentence !== '');
}

const compiled = new Map<string, RegExp>();
function regexOf(source: string): RegExp {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const made = new RegExp(source, 'giu');
  compiled.set(source, made);
  return made;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** A few words, of one part of a sentence. */
const fewWords = '[^,，;；]{0,24}';

/** A phrase as an expression: blanks as wide as they come, and in English whole words only. */
function phraseSource(phrase: string, locale: Locale): string {
  const plain = phrase.normalize('NFKC').replace(/[’‘]/g, "'");
  const words = plain
    .split(/…+|\.{3,}/)
    .map((part) => escaped(part.trim()).replace(/\s+/g, locale === 'zh-CN' ? '\\s*' : '\\s+'))
    .join(fewWords);
  if (locale === 'zh-CN') return words;
  return `${/^\w/.test(plain) ? '\\b' : ''}${words}${/\w$/.test(plain) ? '\\b' : ''}`;
}

const sources = new WeakMap<UtteranceRule, string>();

/** Everything that a rule forbids, its phrases and its pattern, as one expression. */
export function forbiddenSource(rule: UtteranceRule): string {
  const known = sources.get(rule);
  if (known !== undefined) return known;
  const phrases = rule.phrases.map((phrase) => phraseSource(phrase, rule.locale));
  const made = [...(rule.pattern === null ? [] : [rule.pattern]), ...phrases].join('|');
  sources.set(rule, made);
  return made;
}

/** A denial counts where it ends right before the match. */
export const denialPattern = (denial: string): string => `(?:${denial})$`;

function breachIn(sentence: string, rule: UtteranceRule, denial: string): string | undefined {
  const pattern = regexOf(forbiddenSource(rule));
  // Nearly every sentence matches nothing: the excuses are looked at only when there is something to excuse.
  if (sentence.search(pattern) < 0) return undefined;
  const allowed = rule.unless === null ? [] : [...sentence.matchAll(regexOf(rule.unless))];
  const found = [...sentence.matchAll(pattern)].find((match) => {
    const end = match.index + match[0].length;
    if (allowed.some((other) => other.index <= match.index && end <= other.index + other[0].length)) return false;
    return !(rule.allowedWhenDenied && sentence.slice(0, match.index).search(regexOf(denialPattern(denial))) >= 0);
  });
  return found?.[0];
}

/**
 * The rules that `text` breaks. `locale` is the language it is meant to be in; the other language's rules are read too
 * when the text has words of it, so that a threat cannot hide behind a change of language.
 */
export function breachesOf(text: string, locale: Locale, rules: UtteranceRules): readonly Breach[] {
  const sentences = plainSentences(text);
  const breaches: Breach[] = [];
  for (const rule of rules.rules) {
    if (rule.locale !== locale && !otherScript[rule.locale].test(text)) continue;
    for (const sentence of sentences) {
      const matched = breachIn(sentence, rule, rules.denials[rule.locale]);
      if (matched === undefined) continue;
      breaches.push({ rule, matched });
      break;
    }
  }
  return breaches;
}

/** Only what must never leave: the breaches that block. */
export const blockingBreachesOf = (text: string, locale: Locale, rules: UtteranceRules): readonly Breach[] =>
  breachesOf(text, locale, rules).filter((breach) => breach.rule.action === 'block');
