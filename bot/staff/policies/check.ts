// Everything that is wrong with a value: shape, contradictions, legal ceilings, and what only its own kind can tell.
import {
  type Breach,
  blockingBreachesOf,
  breachesOf,
  type UtteranceRules,
  utteranceRulesSchema,
} from '../../../data/domain/conduct/utteranceRules';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { type Answer, knowledgeSchema } from '../../../data/knowledge/answer';
import type { PolicyKind } from '../../../data/store/repositories/policies';
import { newBreather } from '../../ops/breathe';
import type { Bilingual, ProblemDetail } from '../contract/common';
import { readBySchema } from '../schemaProblems';
import { hasText, staffText, type TextName, type Values } from '../text/staffText';
import { jsonSchemaOf, labelOf, nodeAt, unitAt } from './formSchema';
import { kinds } from './kinds';
import reasonPatterns from './reasonPatterns.json';
import { patternsOf } from './rulePatterns';
import { firstSlow } from './slowPatterns';

const locales = ['zh-CN', 'en-US'] as const;

/** Reasons of the domain are for programmers; their expressions in reasonPatterns.json lead to the words for people. */
function plainly(kind: PolicyKind, path: string, message: Bilingual): Bilingual {
  const beside = path.split('.').slice(0, -1).map(asKey);
  const label = (name: string): Bilingual => labelOf(nodeAt(jsonSchemaOf(kind), [...beside, name]) ?? {}, name);
  for (const [name, { pattern, fields }] of Object.entries(reasonPatterns)) {
    const match = new RegExp(pattern).exec(message['en-US']);
    if (match === null || !hasText('reason', name)) continue;
    const isField = (index: number) => fields.some((one) => one === index);
    const values = match
      .slice(1)
      .map((found, index): [string, string | Bilingual] => [
        `p${index + 1}`,
        isField(index + 1) ? label(found) : found,
      ]);
    return staffText('reason', name, Object.fromEntries(values));
  }
  return message;
}

const asKey = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) : part);

const say = (path: string, name: TextName<'check'>, values: Values = {}): ProblemDetail => ({
  path,
  message: staffText('check', name, values),
});

/** Approved answers go out as they are: none may break the rules for what is said. */
async function answerProblems(answers: readonly Answer[], rules: UtteranceRules): Promise<ProblemDetail[]> {
  const problems: ProblemDetail[] = [];
  const breathe = newBreather();
  for (const [index, { short, more }] of answers.entries())
    for (const locale of locales)
      for (const [field, text] of Object.entries({ short, more })) {
        await breathe();
        for (const { rule, matched } of blockingBreachesOf(text?.[locale] ?? '', locale, rules))
          problems.push(say(`${index}.${field}.${locale}`, 'breaksRule', { rule: rule.id, matched }));
      }
  return problems;
}

/** A rule must do what its own examples say, in time. */
async function ruleProblems(rules: UtteranceRules): Promise<ProblemDetail[]> {
  const slow = await firstSlow(patternsOf(rules));
  if (slow !== null) return [say(slow, 'slowPattern')];
  const problems: ProblemDetail[] = [];
  const breathe = newBreather();
  for (const [index, rule] of rules.rules.entries()) {
    await breathe();
    const hits = (text: string) =>
      breachesOf(text, rule.locale, { ...rules, rules: [rule] }).some((breach) => breach.rule.id === rule.id);
    const missed = rule.examples.filter((text) => !hits(text));
    const wrong = rule.nearMisses.filter(hits);
    problems.push(
      ...missed.map((text) => say(`rules.${index}.examples`, 'exampleMissed', { text })),
      ...wrong.map((text) => say(`rules.${index}.nearMisses`, 'nearMissHit', { text })),
    );
  }
  return problems;
}

/** Empty when the value may be submitted and approved. */
export async function problemsOf(
  kind: PolicyKind,
  value: unknown,
  rulesInForce: UtteranceRules,
): Promise<readonly ProblemDetail[]> {
  const read = readBySchema(kinds[kind].schema, value, (path) => unitAt(kind, path));
  if (!read.ok) return read.problems.map(({ path, message }) => ({ path, message: plainly(kind, path, message) }));
  if (kind === 'answers') return answerProblems(knowledgeSchema.parse(value), rulesInForce);
  if (kind === 'utteranceRules') return ruleProblems(utteranceRulesSchema.parse(value));
  return [];
}

export type Tried =
  | { readonly kind: 'tried'; readonly hits: readonly Breach[] }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemDetail[] };

/** What rules that may still be a draft find in a sentence. */
export async function trySentence(value: unknown, text: string, locale: Locale): Promise<Tried> {
  const read = readBySchema(utteranceRulesSchema, value, (path) => unitAt('utteranceRules', path));
  if (!read.ok) return { kind: 'refused', problems: read.problems };
  const rules = utteranceRulesSchema.parse(value);
  const slow = await firstSlow(patternsOf(rules));
  if (slow !== null) return { kind: 'refused', problems: [say(slow, 'slowPattern')] };
  return { kind: 'tried', hits: breachesOf(text, locale, rules) };
}
