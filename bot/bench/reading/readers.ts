// What a reader of messages costs: measured in processes that hold nothing else, each new, and the middle one is told.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { quantile } from '../turns/talker';

const tookSchema = z.object({ median: z.number(), p99: z.number() });
const figuresSchema = z.object({
  startMs: z.number(),
  addedBytes: z.number(),
  addedAfterBytes: z.number(),
  calls: z.record(z.string(), tookSchema),
});
export type Figures = z.infer<typeof figuresSchema>;

const processes = 3;

async function oneProcess(which: 'ours' | 'recognizers', files: readonly string[]): Promise<Figures> {
  const args = ['--no-deprecation', '--expose-gc', join(__dirname, 'understandingProcess.js'), which, ...files];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') throw new Error(`the process that reads by "${which}" ended without figures`);
  return figuresSchema.parse(JSON.parse(text));
}

export async function readerFigures(which: 'ours' | 'recognizers', files: readonly string[]): Promise<Figures> {
  const seen: Figures[] = [];
  for (let turn = 0; turn < processes; turn++) seen.push(await oneProcess(which, files));
  const middle = (of: (figures: Figures) => number): number => quantile(seen.map(of), 0.5);
  const whats = Object.keys(seen[0]?.calls ?? {});
  return {
    startMs: middle((one) => one.startMs),
    addedBytes: middle((one) => one.addedBytes),
    addedAfterBytes: middle((one) => one.addedAfterBytes),
    calls: Object.fromEntries(
      whats.map((what) => [
        what,
        {
          median: middle((one) => one.calls[what]?.median ?? Number.NaN),
          p99: middle((one) => one.calls[what]?.p99 ?? Number.NaN),
        },
      ]),
    ),
  };
}
