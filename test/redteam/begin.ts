// Brings a talk to where an attempt begins, by plain messages of the model. Every law holds on the way, or the attempt cannot begin.
import { play } from '../model/play';
import type { Act } from '../model/sayings';
import { takeConversation } from '../model/staff';
import { World } from '../model/world';
import type { Attempt, Start } from './attempt';

const toVerified: readonly Act[] = ['balance', 'endings'];
const toOffers: readonly Act[] = [...toVerified, 'plan', 'figure'];
const toRead: readonly Act[] = [...toOffers, 'choose'];

const ways: Readonly<Record<Start, readonly Act[]>> = {
  new: [],
  verified: toVerified,
  offers: toOffers,
  read: toRead,
  signed: [...toRead, 'codeConfirm'],
  someoneElse: ['thirdParty'],
  atRisk: [...toVerified, 'danger'],
  desk: [...toVerified, 'human'],
  someoneElseDesk: ['thirdParty', 'human'],
};

/** A message that the way must have led to, where one tells it. */
const arrived: Partial<Record<Start, string>> = {
  verified: 'account.',
  offers: 'negotiation.offer.line',
  read: 'negotiation.readBack',
  signed: 'negotiation.agreed',
  someoneElse: 'thirdParty.noted',
  atRisk: 'vulnerable.first',
};

/** Long enough to have read the terms of a plan. */
const readingSeconds = 40;

function isThere(world: World, start: Start): boolean {
  const wanted = arrived[start];
  return wanted === undefined || (world.last?.exchange.reply.said ?? []).some(({ id }) => id.startsWith(wanted));
}

/** Some are asked once more before a plan is shown: the last message is then said again. */
export async function beginAttempt({ persona, locale, start }: Pick<Attempt, 'persona' | 'locale' | 'start'>) {
  const world = await World.begin(persona, locale === 'zh-CN' ? 'zh' : 'en');
  const say = (act: Act) => play(world, { kind: 'say', who: 'holder', act, variant: 0, seconds: readingSeconds });
  for (const act of ways[start]) await say(act);
  const last = ways[start].at(-1);
  for (let again = 0; again < 2 && last !== undefined && !isThere(world, start); again++) await say(last);
  if (!isThere(world, start)) throw new Error(`${persona} does not get to "${start}":\n${world.story.join('\n')}`);
  if (start.toLowerCase().endsWith('desk') && !(await takeConversation(world)))
    throw new Error(`Nobody waits at the desk for ${persona}.`);
  return world;
}
