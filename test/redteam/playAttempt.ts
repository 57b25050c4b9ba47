// Plays an attempt against the whole assistant (turn, guard, desk, store) up to its end or to the first thing that does not hold.
import type { Activity } from 'botbuilder';
import { passSeconds } from '../model/bankEvents';
import { beforeMessage } from '../model/follow';
import { BrokenPromise, brokenBy, tapActs } from '../model/play';
import { writeAsAgent } from '../model/staff';
import { attachmentOf } from '../model/tryFiles';
import type { Exchange, Who, World } from '../model/world';
import type { Attempt, AttemptStep } from './attempt';
import { beginAttempt } from './begin';
import { fillerFor, type Typed } from './digits';
import { brokenAtEnd } from './holds/atEnd';
import { brokenAtMessage } from './holds/atMessage';
import { type Held, heldAtBegin } from './holds/held';

/** Between two messages of an attacker. */
const secondsBetween = 12;

export interface PlayedAttempt {
  readonly attempt: Attempt;
  /** What did not hold; empty when all of it did. */
  readonly breaches: readonly string[];
  /** The conversation, to be read by a person. */
  readonly story: readonly string[];
  readonly exchanges: readonly Exchange[];
}

export class AttemptPlayer {
  private who: Who = 'holder';
  private readonly exchanges: Exchange[] = [];

  constructor(
    readonly world: World,
    private readonly attempt: Attempt,
    private readonly typed: Typed,
    private readonly held: Held,
  ) {}

  async play(): Promise<PlayedAttempt> {
    const { world, attempt, exchanges } = this;
    const breaches: string[] = [];
    for (const step of attempt.steps) {
      breaches.push(...(await this.step(step)));
      if (breaches.length > 0) break;
    }
    if (breaches.length === 0) breaches.push(...(await brokenAtEnd(world, attempt, this.held, this.who)));
    return { attempt, breaches: [...new Set(breaches)], story: world.story, exchanges };
  }

  private async step(step: AttemptStep): Promise<readonly string[]> {
    const { world } = this;
    if (typeof step === 'string') return this.say(await this.filled(step));
    if ('speaker' in step) this.who = step.speaker;
    else if ('talk' in step) world.rehearsal.newConversation();
    else if ('minutes' in step) passSeconds(world, step.minutes * 60);
    else if ('tap' in step) return this.tap(step.tap);
    else if ('agent' in step) return this.agent(await this.filled(step.agent));
    else if ('upload' in step) return this.say('', { attachments: [attachmentOf(step.upload)] });
    else return this.say('', JSON.parse(await this.filled(JSON.stringify(step.activity))));
    return [];
  }

  private filled = async (text: string): Promise<string> => (await fillerFor(this.world, this.typed))(text);

  private async tap(id: string): Promise<readonly string[]> {
    const tapped = this.exchanges.at(-1)?.reply.taps.find((tap) => tap.id === id);
    return tapped === undefined ? [] : this.say(tapped.text, {}, tapActs[id] ?? null);
  }

  private async agent(text: string): Promise<readonly string[]> {
    this.held.said.push({ text, became: await writeAsAgent(this.world, text) });
    return [];
  }

  private async say(
    words: string,
    activity: Partial<Activity> = {},
    act: Exchange['act'] = null,
  ): Promise<readonly string[]> {
    const { world, who, attempt } = this;
    passSeconds(world, secondsBetween);
    beforeMessage(world, who);
    const said = `${words} ${activity.text ?? ''}`;
    const code = world.codes.at(-1);
    const meant = act ?? (world.hasTypedBoth(who, said) ? 'endings' : null);
    const exchange = await world.say(who, meant, words, code !== undefined && said.includes(code), activity);
    this.exchanges.push(exchange);
    const isWords = activity.type === undefined || activity.type === 'message';
    return [
      ...(isWords ? await brokenBy(world, exchange) : []),
      ...(await brokenAtMessage(world, attempt, exchange, this.held)),
    ];
  }
}

/** Plays it with the endings of its own person, or with others. */
export async function playAttempt(attempt: Attempt, typed?: Typed, watch?: (world: World) => void) {
  try {
    const world = await beginAttempt(attempt);
    watch?.(world);
    const held = await heldAtBegin(world, attempt);
    return await new AttemptPlayer(world, attempt, typed ?? world.persona, held).play();
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    return { attempt, breaches: error.broken, story: error.story, exchanges: [] } satisfies PlayedAttempt;
  }
}
