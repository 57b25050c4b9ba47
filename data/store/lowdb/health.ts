// Whether the store can keep what it is given: whole, ailing (it tries again by itself), or broken until it is opened again.
import type { StoreHealth } from '../documentStore';

type Ailment = 'journal' | 'checkpoint';

export class Health {
  private brokenBecause: string | null = null;
  private readonly ailments = new Map<Ailment, string>();

  /** `onBroken` is called once, in a moment of its own, so that nobody's turn fails by what it does. */
  constructor(private readonly onBroken: (reason: string) => void) {}

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
  }

  recovered(what: Ailment): void {
    this.ailments.delete(what);
  }

  isAiling(what: Ailment): boolean {
    return this.ailments.has(what);
  }

  state(): StoreHealth {
    if (this.brokenBecause !== null) return { kind: 'broken', reason: this.brokenBecause };
    const [reason] = this.ailments.values();
    return reason === undefined ? { kind: 'sound' } : { kind: 'ailing', reason };
  }
}
