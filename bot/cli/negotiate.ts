// npm run negotiate: the engine with no dialog. JSON lines in, JSON lines out, one answer a line and in order.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { calendarDateSchema, localTime } from '../../data/domain/calendar/calendar';
import { type PolicyLimits, readPolicyLimits } from '../../data/domain/limits/policyLimits';
import type { DialogServices } from '../../dialogs/talk/services';
import { loadUnderstanding } from '../../dialogs/understanding/loadUnderstanding';
import { readShippedData } from '../config/shippedData';
import { ConversationMemory } from './conversation/conversationMemory';
import { answerLine, type Known } from './parts/negotiateLine';

/** Conversations kept in RAM; older ones wait in a temporary file, so that any number of them takes the same memory. */
const inMemoryMax = 5000;

function fail(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

function limitsFrom(file: string): PolicyLimits {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    fail([`${file} cannot be read: ${error instanceof Error ? error.message : 'unknown error'}`]);
  }
  const reading = readPolicyLimits(data);
  if (reading.kind === 'ok') return reading.limits;
  return fail([`${file} is refused:`, ...reading.problems.map(({ field, reason }) => `  ${field}: ${reason}`)]);
}

async function run(options: { policy?: string; today?: string }): Promise<void> {
  const shipped = readShippedData();
  const today = options.today ?? localTime(new Date().toISOString(), shipped.bank.timeZone).date;
  if (!calendarDateSchema.safeParse(today).success) fail([`--today ${today} is not a date such as 2026-11-23.`]);
  const limits = options.policy === undefined ? shipped.offerLimits : limitsFrom(options.policy);
  const memory = new ConversationMemory<Known>(inMemoryMax);
  let understand: DialogServices['understand'] | undefined;
  const desk = {
    limits,
    today,
    understand: () => {
      understand ??= loadUnderstanding().understand;
      return understand;
    },
    get: (id: string) => memory.get(id),
    set: (id: string, known: Known) => memory.set(id, known),
  };
  // The reader of our answers may leave early (head, a closed pipe): nothing is wrong then.
  process.stdout.on('error', () => process.exit(0));
  process.on('exit', () => memory.close());
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    if (!process.stdout.write(`${answerLine(line, desk)}\n`)) await once(process.stdout, 'drain');
}

new Command('negotiate')
  .description('Reads customer turns as JSON lines and answers each with the next move of the engine.')
  .option('--policy <file>', 'offer limits to use instead of the shipped ones')
  .option('--today <date>', 'the day to negotiate on, such as 2026-11-23')
  .action(run)
  .parseAsync()
  .catch((error: unknown) => fail([error instanceof Error ? error.message : 'negotiate failed']));
