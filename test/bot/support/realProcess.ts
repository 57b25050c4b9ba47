// The assistant as npm start runs it, in a process of its own that a test may end in any way.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const loader = join(root, 'test', 'data', 'store', 'processes', 'typescript.cjs');

export interface RealProcess {
  readonly address: string;
  readonly printed: () => string;
  killHard(): Promise<void>;
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>;
}

function start(environment: Record<string, string>): ChildProcess {
  const { PATH, HOME, SystemRoot } = process.env;
  const kept = Object.fromEntries(
    Object.entries({ PATH, HOME, SystemRoot }).filter(([, value]) => value !== undefined),
  );
  return spawn(process.execPath, ['-r', loader, join(root, 'bot', 'main.ts')], {
    cwd: root,
    env: { ...kept, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs it to its end; for starts that are refused. */
export function runToEnd(environment: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const child = start(environment);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, printed })));
}

/** Resolves once it says where it listens. */
export async function startProcess(dataDir: string, environment: Record<string, string> = {}): Promise<RealProcess> {
  const child = start({ PORT: '0', DATA_DIR: dataDir, ...environment });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /(http:\/\/[\w.:[\]]+)\/api\/messages/.exec(printed)?.[1];
      if (found !== undefined && printed.includes('Ctrl-C')) resolve(found);
      else if (child.exitCode !== null) reject(new Error(`it ended: ${printed}`));
      else setTimeout(look, 20);
    };
    look();
  });
  return {
    address,
    printed: () => printed,
    async killHard() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
