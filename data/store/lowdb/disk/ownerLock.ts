// One owner process per folder. The lock names process, start time and host, so that a crashed owner's lock is recognised.
import {
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreInUse } from '../../documentStore';
import { errorCode } from './durableFile';

const ownerSchema = z.object({ pid: z.number().int(), started: z.string(), host: z.string(), token: z.string() });
type Owner = z.infer<typeof ownerSchema>;

const heartbeatMs = 10_000;
/** An owner on another host cannot be asked; it is given up when its heartbeat is this old. */
const silentMs = 60_000;

/** When a process started: on Linux its boot and clock ticks, elsewhere unknown (''). A reused pid starts at another time. */
function startOf(pid: number): string {
  try {
    const afterName = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // A zombie has ended and only waits for its parent to notice.
    return afterName[0] === 'Z' ? 'ended' : `${boot}:${afterName[19] ?? ''}`;
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but belongs to another user.
    return errorCode(error) === 'EPERM';
  }
}

function isHeld(owner: Owner, path: string): boolean {
  if (owner.host !== hostname()) return Date.now() - statSync(path).mtimeMs < silentMs;
  return isAlive(owner.pid) && startOf(owner.pid) === owner.started;
}

function readOwner(path: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

export class OwnerLock {
  private constructor(
    private readonly path: string,
    private readonly token: string,
    private readonly heartbeat: NodeJS.Timeout,
  ) {}

  static acquire(folder: string): OwnerLock {
    const path = join(folder, 'owner.json');
    const token = `${process.pid}-${Date.now()}-${process.hrtime.bigint()}`;
    const owner: Owner = { pid: process.pid, started: startOf(process.pid), host: hostname(), token };
    for (let attempt = 0; attempt < 5; attempt++) {
      if (writeNew(path, JSON.stringify(owner), token)) {
        const beat = () => {
          try {
            utimesSync(path, new Date(), new Date());
          } catch {
            // A missed heartbeat matters only to other hosts, and there the next one mends it.
          }
        };
        return new OwnerLock(path, token, setInterval(beat, heartbeatMs).unref());
      }
      removeStale(path, folder, token);
    }
    throw new StoreInUse(`cannot become the owner of ${folder}: other processes keep trying at the same time`);
  }

  release(): void {
    clearInterval(this.heartbeat);
    if (readOwner(this.path)?.token === this.token) unlinkSync(this.path);
  }
}

/** What file systems without hard links answer. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Creates the lock whole or not at all: written aside, then linked to its name. False when the name is taken. */
function writeNew(path: string, text: string, token: string): boolean {
  const aside = `${path}.${token}`;
  writeFileSync(aside, text, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (!noLinks.has(errorCode(error) ?? '')) throw error;
    return writeExclusively(path, text);
  } finally {
    unlinkSync(aside);
  }
}

function writeExclusively(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead owner's lock away; throws StoreInUse when the owner lives. */
function removeStale(path: string, folder: string, token: string): void {
  const owner = readOwner(path);
  if (owner && isHeld(owner, path))
    throw new StoreInUse(
      `${folder} is in use by process ${owner.pid}${owner.host === hostname() ? '' : ` on ${owner.host}`}. ` +
        `Stop that process or choose another folder (if it is not this program, delete ${path}).`,
    );
  const aside = `${path}.stale.${token}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  // Two processes may have judged the same dead lock: give a living owner's lock back.
  const taken = readOwner(aside);
  if (taken && taken.token !== owner?.token && !existsSync(path)) linkSync(aside, path);
  unlinkSync(aside);
}
