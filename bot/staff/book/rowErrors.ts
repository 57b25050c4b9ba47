// What is wrong with rows of a book file, in words of both languages.
import type { BookError } from '../../../data/domain/book/book';
import type { RowError } from '../contract/book';
import { hasText, staffText } from '../text/staffText';

/** Of a file with more wrong rows than this, these are kept and the rest is counted. */
export const errorsKeptMax = 1000;

export const rowErrors = (errors: readonly BookError[]): RowError[] =>
  errors.slice(0, errorsKeptMax).map(({ line, field, problem, hint }) => {
    const more = `hint.${problem}`;
    const message =
      hint !== undefined && hasText('row', more) ? staffText('row', more, { hint }) : staffText('row', problem);
    return { line, field, problem, message };
  });
