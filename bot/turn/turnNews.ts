// Tells of turns once they are stored. Whoever listens is set up after the bot, so that the bot need not know of it.
import type { TurnWork } from './turnWork';

export class TurnNews {
  private readonly listeners: ((work: TurnWork) => void)[] = [];

  listen(listener: (work: TurnWork) => void): void {
    this.listeners.push(listener);
  }

  tell(work: TurnWork): void {
    for (const listener of this.listeners) listener(work);
  }
}
