// What the parts of the benchmark share: folders and processes that are taken away at the end, and the lines to print.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBook } from './book';
import { type Running, spawnAssistant, startEcho } from './turns/processes';
import { firstAnswer } from './turns/talker';

export interface Line {
  readonly what: string;
  readonly value: string;
  /** Empty where nothing is asked for. */
  readonly target: string;
  readonly met: boolean;
}

const patienceMs = 60_000;
export const ms = (value: number): string => `${value.toFixed(2)} ms`;

export const progress = (text: string) =>
  process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${text}${process.stderr.isTTY ? '' : '\n'}`);

export class Bench {
  private readonly folders: string[] = [];
  private readonly running: Running[] = [];
  readonly lines: Line[] = [];

  constructor(
    readonly serviceUrl: string,
    readonly conversations: number,
  ) {}

  /** A new empty folder, taken away at the end. */
  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'assistant-bench-'));
    this.folders.push(folder);
    return folder;
  }

  async book(accounts: number): Promise<string> {
    const folder = this.folder();
    const today = new Date().toISOString().slice(0, 10);
    await writeBook(folder, accounts, today, (done) => {
      if (done % 10_000 === 0 || done === accounts) progress(`Writing a book of ${accounts} accounts: ${done}`);
    });
    return folder;
  }

  /** Starts the assistant and gives it with the milliseconds to its first answer. */
  async assistant(folder: string): Promise<{ bot: Running; startMs: number }> {
    const started = performance.now();
    const bot = await spawnAssistant(folder);
    this.running.push(bot);
    const ended = new Promise<boolean>((resolve) => bot.process.once('close', () => resolve(false)));
    const answered = await Promise.race([firstAnswer(bot.port, this.serviceUrl, patienceMs), ended]);
    if (!answered) throw new Error('the assistant did not answer');
    return { bot, startMs: performance.now() - started };
  }

  async echo(): Promise<Running> {
    const bot = await startEcho();
    this.running.push(bot);
    return bot;
  }

  line(what: string, value: string, target = '', met = true): void {
    this.lines.push({ what, value, target, met });
  }

  /** Ends what a part started, also where it failed. */
  async tidy(): Promise<void> {
    await Promise.all(this.running.splice(0).map((one) => one.stop()));
    for (const folder of this.folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}
