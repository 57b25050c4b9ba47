// What the commands share that take a message in quotation marks, or a file of cases.
import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import type { ReadCases } from '../../../dialogs/understanding/measure/cases';

export const warn = (text: string) => process.stderr.write(`${text}\n`);
export const say = (text: string) => process.stdout.write(`${text}\n`);

/** By the machine's clock: only the command line looks at it, and only where no day is given. */
export const today = () => new Date().toISOString().slice(0, 10);
export const guessLocale = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');

/** Reads an option by its schema; `hint` says what may be given instead. */
export function choiceOf<Value>(
  schema: { safeParse(input: unknown): { success: boolean; data?: Value } },
  hint: string,
) {
  return (text: string): Value => {
    const parsed = schema.safeParse(text);
    if (!parsed.success || parsed.data === undefined) throw new InvalidArgumentError(hint);
    return parsed.data;
  };
}

/** The cases of a file that can be read; of each other line, its number and what is wrong with it are told. */
export function casesIn<Case>(file: string, read: (source: string) => ReadCases<Case>): readonly Case[] {
  const { cases, unreadable } = read(readFileSync(file, 'utf8'));
  for (const { line, why } of unreadable) warn(`${file}, line ${line}: ${why}`);
  return cases;
}

/** Runs the command and ends with its code; what it throws is told in one line, and the code is 1. */
export async function endWith(run: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
