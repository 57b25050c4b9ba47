// Agents show that they are there; one who has not for a while is warned, then what they hold goes back to the queue.
import type { DeskConversation } from '../../../data/domain/case/deskConversation';
import type { Kept } from '../../../data/store/repositories/repository';
import { errorFacts } from '../../ops/log';
import type { Desk } from './desk';

export interface WatchParts {
  readonly desk: Desk;
  readonly timeoutSeconds: number;
  /** Milliseconds that only ever go forward; the wall clock may jump, or stand still in a demonstration. */
  readonly ticks?: () => number;
}

/** After this part of the time the agent is warned; what is left of it is time to answer. */
const warnedAfterPart = 0.5;

export class AgentWatch {
  private readonly lastSeen = new Map<string, number>();
  private readonly warned = new Set<string>();
  private readonly started: number;
  private readonly ticks: () => number;
  private timer: NodeJS.Timeout | null = null;
  private checking: Promise<void> = Promise.resolve();

  constructor(private readonly parts: WatchParts) {
    this.ticks = parts.ticks ?? (() => performance.now());
    // After a start nobody has been seen yet; everyone gets the whole time to come back.
    this.started = this.ticks();
  }

  get timeoutSeconds(): number {
    return this.parts.timeoutSeconds;
  }

  seen(username: string): void {
    this.lastSeen.set(username, this.ticks());
    this.warned.delete(username);
  }

  isOnline(username: string): boolean {
    return this.lastSeen.has(username) && this.secondsLeft(username) >= 0;
  }

  /** How long an agent may still stay away; below zero once it is too long. */
  private secondsLeft(username: string): number {
    const away = this.ticks() - (this.lastSeen.get(username) ?? this.started);
    return this.parts.timeoutSeconds - away / 1000;
  }

  start(): void {
    const every = Math.max(200, Math.min(5000, (this.parts.timeoutSeconds * 1000) / 4));
    this.timer = setInterval(() => {
      this.checking = this.checking.then(() => this.check());
    }, every);
    this.timer.unref();
  }

  /** Warns agents who have not been seen for a while, and gives back what those hold who stay away. */
  async check(): Promise<void> {
    const held = this.parts.desk.parts.queue.all().filter(({ record }) => record.status === 'taken');
    for (const kept of held) {
      const { agent } = kept.record;
      if (agent === null) continue;
      const left = this.secondsLeft(agent);
      if (left < 0 && this.warned.has(agent)) await this.giveBack(kept, agent);
      else if (left <= this.parts.timeoutSeconds * (1 - warnedAfterPart)) this.warn(agent, left);
    }
  }

  private warn(agent: string, left: number): void {
    if (this.warned.has(agent)) return;
    this.warned.add(agent);
    this.parts.desk.parts.queue.tell({ type: 'presence', agent, secondsLeft: Math.max(0, Math.round(left)) });
  }

  private async giveBack({ record, version }: Kept<DeskConversation>, agent: string): Promise<void> {
    const { desk } = this.parts;
    const { clock, log } = desk.parts;
    const seen = { conversationId: record.conversationId, expectedVersion: version };
    try {
      const actor = { username: '', now: clock() };
      await desk.step(seen, { kind: 'release' }, actor, { why: 'agentLost', reason: agent });
    } catch (error) {
      log.error(errorFacts(error), 'a conversation could not be given back to the queue');
    }
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.checking;
  }
}
