// Streams that are open, each for the session it was opened under: one whose person was disabled, signed out or lost the role
// is closed at once, and one whose session ran out within seconds.
import type { Response } from 'restify';
import type { StaffRecord, StaffSession } from '../../../../data/domain/bank/staff';

const recheckEveryMs = 10_000;

interface Open {
  readonly session: Pick<StaffSession, 'tokenHash' | 'username'>;
  readonly res: Response;
  isAllowed(person: StaffRecord): boolean;
}

export class OpenStreams {
  private readonly open = new Set<Open>();
  private timer: NodeJS.Timeout | null = null;

  /** `personOf` gives the person of a session as they stand now, or null when it is over. */
  constructor(private readonly personOf: (tokenHash: string) => Promise<StaffRecord | null>) {}

  /** Watches an answer that stays open, until it ends. */
  async watch(stream: Open): Promise<void> {
    if (stream.res.writableEnded || stream.res.destroyed) return;
    this.open.add(stream);
    stream.res.once('close', () => this.open.delete(stream));
    // What changed between the check of the request and this line.
    await this.check(stream);
  }

  /** Looks again at every stream of a person; called by whatever changes what they may do. */
  async recheck(username: string): Promise<void> {
    await Promise.all(
      [...this.open].filter(({ session }) => session.username === username).map((one) => this.check(one)),
    );
  }

  private async check(stream: Open): Promise<void> {
    const person = await this.personOf(stream.session.tokenHash).catch(() => null);
    if (person !== null && stream.isAllowed(person)) return;
    this.open.delete(stream);
    stream.res.end();
    // The other side may be slow to read: nothing more is written for it, and the line is cut.
    stream.res.destroy();
  }

  /** Sessions also end by time. */
  start(): void {
    this.timer ??= setInterval(() => {
      for (const stream of this.open) void this.check(stream);
    }, recheckEveryMs).unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}
