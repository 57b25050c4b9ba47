// Starts a script of this folder in a process of its own and reads the lines that it prints.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
  /** All lines printed so far. */
  readonly lines: readonly string[];
  printed(count: number): Promise<void>;
  killHard(): Promise<void>;
}

export function startChild(script: string, args: readonly string[]): Child {
  const loader = join(__dirname, 'typescript.cjs');
  const child = spawn(process.execPath, ['-r', loader, join(__dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const closed = Promise.all([
    new Promise((resolve) => reader.once('close', resolve)),
    new Promise((resolve) => child.once('exit', resolve)),
  ]);
  reader.on('line', (line) => lines.push(line));
  const printed = (count: number) =>
    new Promise<void>((resolve, reject) => {
      const check = () => {
        if (lines.length >= count) resolve();
        else if (child.exitCode !== null) reject(new Error(`${script} ended: ${lines.at(-1) ?? 'silently'}`));
        else setTimeout(check, 5);
      };
      check();
    });
  const killHard = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  return { process: child, lines, printed, killHard };
}
