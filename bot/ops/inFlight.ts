// Work that must finish before the process may end: turns, and the marks that replies were delivered.
export class InFlight {
  private readonly running = new Set<Promise<unknown>>();
  private closing = false;

  get count(): number {
    return this.running.size;
  }

  /** True once the process is going down: no new work is taken. */
  get isClosing(): boolean {
    return this.closing;
  }

  track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work);
    const done = () => this.running.delete(work);
    work.then(done, done);
    return work;
  }

  /** Takes no more work and resolves when all that runs has ended, or after `limitMs`. */
  async drain(limitMs: number): Promise<'idle' | 'timedOut'> {
    this.closing = true;
    const deadline = Date.now() + limitMs;
    while (this.running.size > 0) {
      if (Date.now() >= deadline) return 'timedOut';
      await Promise.race([Promise.allSettled(this.running), new Promise((resolve) => setTimeout(resolve, 50))]);
    }
    return 'idle';
  }
}
