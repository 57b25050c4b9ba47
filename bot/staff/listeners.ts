// Who wants to hear of something, by subject; each gets every event from when it began to listen.
export class Listeners<Event> {
  private readonly bySubject = new Map<string, Set<(event: Event) => void>>();

  listen(subject: string, listener: (event: Event) => void): () => void {
    const set = this.bySubject.get(subject) ?? new Set();
    this.bySubject.set(subject, set);
    set.add(listener);
    return () => {
      set.delete(listener);
      if (set.size === 0) this.bySubject.delete(subject);
    };
  }

  tell(subject: string, event: Event): void {
    for (const listener of this.bySubject.get(subject) ?? []) listener(event);
  }
}
