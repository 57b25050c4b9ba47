// Agents show that they are there; when one has not for too long, their conversations go back to the queue and customers are told.
import { errorFacts } from '../../ops/log';
import { type Desk, type Notice, saidWith } from './desk';

const lost: Notice = (desk) => saidWith(desk, 'handoff.agentLost', {});

export interface WatchParts {
  readonly desk: Desk;
  readonly timeoutSeconds: number;
  /** Milliseconds that only ever go forward; the wall clock may jump, or stand still in a demonstration. */
  readonly ticks?: () => number;
}

export class AgentWatch {
  private readonly lastSeen = new Map<string, number>();
  private readonly started: number;
  private readonly ticks: () => number;
  private timer: NodeJS.Timeout | null = null;
  private checking: Promise<void> = Promise.resolve();

  constructor(private readonly parts: WatchParts) {
    this.ticks = parts.ticks ?? (() => performance.now());
    // After a start nobody has been seen yet; everyone gets the whole time to come back.
    this.started = this.ticks();
  }

  seen(username: string): void {
    this.lastSeen.set(username, this.ticks());
  }

  isOnline(username: string): boolean {
    return this.isWithin(this.lastSeen.get(username));
  }

  private isWithin(seen: number | undefined): boolean {
    return seen !== undefined && this.ticks() - seen <= this.parts.timeoutSeconds * 1000;
  }

  start(): void {
    const every = Math.max(200, Math.min(5000, (this.parts.timeoutSeconds * 1000) / 4));
    this.timer = setInterval(() => {
      this.checking = this.checking.then(() => this.check());
    }, every);
    this.timer.unref();
  }

  /** Gives back what vanished agents hold. */
  async check(): Promise<void> {
    const { desk } = this.parts;
    const { queue, clock, log } = desk.parts;
    for (const { record, version } of queue.all()) {
      const { agent, status, conversationId } = record;
      if (status !== 'taken' || agent === null || this.isWithin(this.lastSeen.get(agent) ?? this.started)) continue;
      const actor = { username: '', now: clock() };
      const options = { notice: lost, why: 'agentLost', reason: agent } as const;
      try {
        await desk.step(conversationId, version, { kind: 'release' }, actor, options);
      } catch (error) {
        log.error(errorFacts(error), 'a conversation could not be given back to the queue');
      }
    }
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.checking;
  }
}
