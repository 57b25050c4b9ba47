// Every word that the server says to staff, by section and name, in both languages; those of the pages are in page.json.
import type { Bilingual } from '../contract/common';
import englishCheck from './en-US/check.json';
import englishDecision from './en-US/decision.json';
import englishField from './en-US/field.json';
import englishGuard from './en-US/guard.json';
import englishPattern from './en-US/pattern.json';
import englishProblem from './en-US/problem.json';
import englishReading from './en-US/reading.json';
import englishReason from './en-US/reason.json';
import englishRow from './en-US/row.json';
import englishUnit from './en-US/unit.json';
import englishWrong from './en-US/wrong.json';
import { formatText, type Language } from './formatText';
import chineseCheck from './zh-CN/check.json';
import chineseDecision from './zh-CN/decision.json';
import chineseField from './zh-CN/field.json';
import chineseGuard from './zh-CN/guard.json';
import chinesePattern from './zh-CN/pattern.json';
import chineseProblem from './zh-CN/problem.json';
import chineseReading from './zh-CN/reading.json';
import chineseReason from './zh-CN/reason.json';
import chineseRow from './zh-CN/row.json';
import chineseUnit from './zh-CN/unit.json';
import chineseWrong from './zh-CN/wrong.json';

const chinese = {
  /** What a policy breaks besides its schema. */
  check: chineseCheck,
  /** Why the engine decided as it did. */
  decision: chineseDecision,
  /** What to do about a field that a schema refuses. */
  field: chineseField,
  /** Why an agent's words are not sent. */
  guard: chineseGuard,
  /** How a field is written, by the expression that it has to fit. */
  pattern: chinesePattern,
  /** Refusals of the API, and details of them. */
  problem: chineseProblem,
  /** A policy version in plain sentences. */
  reading: chineseReading,
  /** Contradictions inside a policy. */
  reason: chineseReason,
  /** What is wrong with a row of a file. */
  row: chineseRow,
  /** Units, alone and behind a limit. */
  unit: chineseUnit,
  /** What words do that must not be said, as the trained reader names it. */
  wrong: chineseWrong,
};

// A text that one language lacks does not compile.
const english: typeof chinese = {
  check: englishCheck,
  decision: englishDecision,
  field: englishField,
  guard: englishGuard,
  pattern: englishPattern,
  problem: englishProblem,
  reading: englishReading,
  reason: englishReason,
  row: englishRow,
  unit: englishUnit,
  wrong: englishWrong,
};

export const staffTexts: Readonly<Record<Language, typeof chinese>> = { 'zh-CN': chinese, 'en-US': english };

export type Section = keyof typeof chinese;
export type TextName<S extends Section> = keyof (typeof chinese)[S] & string;
/** A value may have words of its own in each language. */
export type Values = Readonly<Record<string, string | number | Bilingual>>;

function inLanguage<S extends Section>(language: Language, section: S, name: TextName<S>, values: Values): string {
  const own = Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? value[language] : value]);
  return formatText(language, String(staffTexts[language][section][name]), Object.fromEntries(own));
}

/** A text in both languages with its values put in; throws where it asks for one that is not given. */
export const staffText = <S extends Section>(section: S, name: TextName<S>, values: Values = {}): Bilingual => ({
  'zh-CN': inLanguage('zh-CN', section, name, values),
  'en-US': inLanguage('en-US', section, name, values),
});

/** Whether a name that comes from elsewhere, such as an expression of a schema, has words. */
export const hasText = <S extends Section>(section: S, name: string): name is TextName<S> =>
  Object.hasOwn(chinese[section], name);
