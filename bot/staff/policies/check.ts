// Everything that is wrong with a value: shape, contradictions, legal ceilings, and what only its own kind can tell.
import { runInNewContext } from 'node:vm';
import {
  blockingBreachesOf,
  breachesOf,
  type UtteranceRules,
  utteranceRulesSchema,
} from '../../../data/domain/conduct/utteranceRules';
import { type Answer, knowledgeSchema } from '../../../data/knowledge/knowledge';
import type { PolicyKind } from '../../../data/store/repositories/policies';
import type { Bilingual, ProblemDetail } from '../contract/common';
import { readBySchema } from '../schemaProblems';
import ownReasons from '../text/checkTexts.json';
import reasonWords from '../text/reasonWords.json';
import { jsonSchemaOf, labelOf, nodeAt, unitAt } from './formSchema';
import { kinds } from './kinds';

const locales = ['zh-CN', 'en-US'] as const;

/** Reasons of the domain are for programmers; reasonWords.json says them to people: $1 as it stands, @1 the name of a field. */
function plainly(kind: PolicyKind, path: string, message: Bilingual): Bilingual {
  const beside = path.split('.').slice(0, -1).map(asKey);
  const label = (name: string): Bilingual => labelOf(nodeAt(jsonSchemaOf(kind), [...beside, name]) ?? {}, name);
  for (const { pattern, zh, en } of reasonWords) {
    const match = new RegExp(pattern).exec(message['en-US']);
    if (match === null) continue;
    const inLanguage = (text: string, locale: keyof Bilingual) =>
      text.replace(/([$@])(\d)/g, (_, how: string, n: string) => {
        const found = match[Number(n)] ?? '';
        return how === '@' ? label(found)[locale] : found;
      });
    return { 'zh-CN': inLanguage(zh, 'zh-CN'), 'en-US': inLanguage(en, 'en-US') };
  }
  return message;
}

const asKey = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) : part);

const say = (
  path: string,
  name: keyof typeof ownReasons,
  values: Readonly<Record<string, string>> = {},
): ProblemDetail => {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  return { path, message: { 'zh-CN': fill(ownReasons[name]['zh-CN']), 'en-US': fill(ownReasons[name]['en-US']) } };
};

/** Approved answers go out as they are: none may break the rules for what is said. */
function answerProblems(answers: readonly Answer[], rules: UtteranceRules): ProblemDetail[] {
  return answers.flatMap((answer, index) =>
    locales.flatMap((locale) =>
      blockingBreachesOf(answer.text[locale], locale, rules).map(({ rule, matched }) =>
        say(`${index}.text.${locale}`, 'breaksRule', { rule: rule.id, matched }),
      ),
    ),
  );
}

const patternMilliseconds = 1000;
const awkward = [
  `${'a'.repeat(3000)}!`,
  `${'\u4e0d'.repeat(3000)}!`,
  `${'\u60a8\u7684 '.repeat(800)}!`,
  'you will '.repeat(400),
];

/** Patterns that were quick; each is tried once, since this runs beside customers' turns. */
const quick = new Set<string>();

/** A pattern is tried on awkward text with a time limit: customers' messages must never wait for one. */
function isSlow(pattern: string, examples: readonly string[]): boolean {
  // Its own examples over and over, ending in what fits nothing: where a pattern goes round, it goes round here.
  const texts = [...awkward, ...examples.map((text) => `${text.repeat(Math.ceil(600 / text.length))}\u0001`)];
  const key = JSON.stringify([pattern, texts]);
  if (quick.has(key)) return false;
  try {
    runInNewContext(
      'for (const text of texts) [...text.matchAll(new RegExp(pattern, "giu"))].length',
      { pattern, texts },
      { timeout: patternMilliseconds },
    );
    quick.add(key);
    return false;
  } catch {
    return true;
  }
}

/** A rule must do what its own examples say. */
function ruleProblems(rules: UtteranceRules): ProblemDetail[] {
  // The first slow one is enough: each costs its whole time limit.
  const slow = rules.rules.findIndex((rule) =>
    [rule.pattern, ...(rule.unless === null ? [] : [rule.unless])].some((pattern) =>
      isSlow(pattern, rule.examples.slice(0, 5)),
    ),
  );
  if (slow >= 0) return [say(`rules.${slow}.pattern`, 'slowPattern')];
  return rules.rules.flatMap((rule, index) => {
    const hits = (text: string) =>
      breachesOf(text, rule.locale, { ...rules, rules: [rule] }).some((breach) => breach.rule.id === rule.id);
    const missed = rule.examples.filter((text) => !hits(text));
    const wrong = rule.nearMisses.filter(hits);
    return [
      ...missed.map((text) => say(`rules.${index}.examples`, 'exampleMissed', { text })),
      ...wrong.map((text) => say(`rules.${index}.nearMisses`, 'nearMissHit', { text })),
    ];
  });
}

/** Empty when the value may be submitted and approved. */
export function problemsOf(kind: PolicyKind, value: unknown, rulesInForce: UtteranceRules): readonly ProblemDetail[] {
  const read = readBySchema(kinds[kind].schema, value, (path) => unitAt(kind, path));
  if (!read.ok) return read.problems.map(({ path, message }) => ({ path, message: plainly(kind, path, message) }));
  if (kind === 'answers') return answerProblems(knowledgeSchema.parse(value), rulesInForce);
  if (kind === 'utteranceRules') return ruleProblems(utteranceRulesSchema.parse(value));
  return [];
}
