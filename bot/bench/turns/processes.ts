// Processes that a benchmark measures: the assistant and the echo bot, each on its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Running {
  readonly port: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function running(child: ChildProcess, port: number): Running {
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    port,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts the assistant on a data folder and does not wait for it. */
export async function spawnAssistant(dataDir: string): Promise<Running> {
  const port = await freePort();
  const { PATH, HOME, SystemRoot } = process.env;
  const kept = Object.fromEntries(
    Object.entries({ PATH, HOME, SystemRoot }).filter(([, value]) => value !== undefined),
  );
  const child = spawn(process.execPath, [join(__dirname, '..', '..', 'main.js')], {
    env: { ...kept, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return running(child, port);
}

/** Starts the echo bot and waits for its port. */
export async function startEcho(): Promise<Running> {
  const child = spawn(process.execPath, ['--no-deprecation', join(__dirname, 'echoBot.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const found = /listening (\d+)/.exec(String(chunk));
      if (found !== null) resolve(Number(found[1]));
    });
    child.once('close', () => reject(new Error('the echo bot ended')));
  });
  return running(child, port);
}

/** Resident memory of the assistant, in bytes, as it reports it. */
export async function residentBytes(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/process_resident_memory_bytes (\d+)/.exec(text)?.[1] ?? Number.NaN);
}
