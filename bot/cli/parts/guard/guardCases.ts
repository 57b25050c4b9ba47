// Cases for the guard, read line by line, and how well it does on them: what should not pass is what it looks for.
import { z } from 'zod';
import {
  type Finding,
  judgeWords,
  type Verdict,
  type WordRules,
} from '../../../../data/domain/conduct/words/judgeWords';
import { listeners, speakers } from '../../../../data/domain/conduct/words/speaking';
import { localeSchema } from '../../../../data/domain/customer/customerTurn';
import { readCasesBy } from '../../../../dialogs/understanding/measure/cases';

/** Longer than any message that a channel takes. */
const textLengthMax = 20_000;

const guardCaseSchema = z.object({
  text: z.string().trim().min(1).max(textLengthMax),
  locale: localeSchema,
  context: z.object({ speaker: z.enum(speakers), audience: z.enum(listeners) }),
  expect: z.enum(['pass', 'block']),
});
export type GuardCase = z.infer<typeof guardCaseSchema>;

export interface GuardOutcome extends GuardCase {
  readonly verdict: Verdict;
}

export interface GuardScore {
  readonly n: number;
  /** Of what was not passed, the share that should not; 1 where all passed. */
  readonly precision: number;
  /** Of what should not pass, the share that did not; 1 where there was none. */
  readonly recall: number;
  /** The share that waits for a colleague. */
  readonly held: number;
  /** By rule: how many cases it kept back, and how many of them should have passed. */
  readonly byRule: Readonly<Record<string, { readonly kept: number; readonly wrongly: number }>>;
}

export const readGuardCases = (source: string) => readCasesBy(guardCaseSchema, source);

/** Words alone: no typed value is at hand, so every figure of the account counts. */
export const judgeCase = ({ text, locale, context }: Omit<GuardCase, 'expect'>, rules: WordRules): Verdict =>
  judgeWords({ text, locale, ...context, figuresAllowed: [], isApproved: false }, rules);

export const runGuardCases = (cases: readonly GuardCase[], rules: WordRules): readonly GuardOutcome[] =>
  cases.map((one) => ({ ...one, verdict: judgeCase(one, rules) }));

/** The name under which a finding is counted. */
export function ruleOf(finding: Finding): string {
  switch (finding.kind) {
    case 'rule':
    case 'debtHint':
      return finding.rule.id;
    case 'figure':
      return `figure.${finding.use}`;
    case 'meaning':
      return `meaning.${finding.meaning.wrong}`;
    case 'debtWord':
    case 'link':
    case 'unread':
      return finding.kind;
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

export function scoreOf(outcomes: readonly GuardOutcome[]): GuardScore {
  const kept = outcomes.filter(({ verdict }) => verdict.outcome !== 'send');
  const bad = outcomes.filter(({ expect }) => expect === 'block');
  const caught = kept.filter(({ expect }) => expect === 'block');
  const held = outcomes.filter(({ verdict }) => verdict.outcome === 'hold');
  const byRule: Record<string, { kept: number; wrongly: number }> = {};
  for (const { verdict, expect } of kept)
    for (const rule of new Set(verdict.findings.map(ruleOf))) {
      const before = byRule[rule] ?? { kept: 0, wrongly: 0 };
      byRule[rule] = { kept: before.kept + 1, wrongly: before.wrongly + (expect === 'pass' ? 1 : 0) };
    }
  return {
    n: outcomes.length,
    precision: rounded(share(caught.length, kept.length)),
    recall: rounded(share(caught.length, bad.length)),
    held: outcomes.length === 0 ? 0 : rounded(held.length / outcomes.length),
    byRule,
  };
}
