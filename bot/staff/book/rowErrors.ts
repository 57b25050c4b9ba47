// What is wrong with rows of a book file, in words of both languages.
import type { BookError, RowProblem } from '../../../data/domain/book/book';
import type { RowError } from '../contract/book';
import texts from '../text/rowProblems.json';

/** Of a file with more wrong rows than this, these are kept and the rest is counted. */
export const errorsKeptMax = 1000;

const messages: Readonly<Record<RowProblem, RowError['message']>> = texts;
const hints: Readonly<Partial<Record<RowProblem, RowError['message']>>> = texts.hints;

export function rowErrors(errors: readonly BookError[]): RowError[] {
  return errors.slice(0, errorsKeptMax).map(({ line, field, problem, hint }) => {
    const more = hint === undefined ? undefined : hints[problem];
    const say = (language: keyof RowError['message']) =>
      more === undefined ? messages[problem][language] : more[language].replace('{hint}', hint ?? '');
    return { line, field, problem, message: { 'zh-CN': say('zh-CN'), 'en-US': say('en-US') } };
  });
}
