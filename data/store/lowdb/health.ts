// Whether the store can keep what it is given: whole, ailing (it tries again by itself), or broken until it is opened again.
import type { StoreHealth } from '../documentStore';

type Ailment = 'journal' | 'checkpoint';

export class Health {
  private brokenBecause: string | null = null;
  private readonly ailments = new Map<Ailment, string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    /** Called once, in a moment of its own, so that nobody's turn fails by what it does. */
    private readonly onBroken: (reason: string) => void,
    private readonly retryMs: number,
    /** Tries to write to the journal: without it nobody would find out that the disk takes writes again. */
    private readonly retry: () => void,
  ) {}

  get isBroken(): boolean {
    return this.brokenBecause !== null;
  }

  break(reason: string): void {
    if (this.brokenBecause !== null) return;
    this.brokenBecause = reason;
    setImmediate(() => this.onBroken(reason));
  }

  ail(what: Ailment, reason: string): void {
    this.ailments.set(what, reason);
    if (what !== 'journal') return;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      if (this.ailments.has('journal')) this.retry();
    }, this.retryMs).unref();
  }

  recovered(what: Ailment): void {
    this.ailments.delete(what);
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  state(): StoreHealth {
    if (this.brokenBecause !== null) return { kind: 'broken', reason: this.brokenBecause };
    const [reason] = this.ailments.values();
    return reason === undefined ? { kind: 'sound' } : { kind: 'ailing', reason };
  }
}
