// The bank's people in the model: a colleague takes the conversation, writes through the same guard as at the real desk, gives it back.
import { Readable } from 'node:stream';
import type { Request, Response } from 'restify';
import { Rooms } from '../../bot/channels/directLine/rooms';
import { newId } from '../../bot/compose/sharedParts';
import { deskTalk } from '../../bot/staff/console/desk/talk';
import { Call } from '../../bot/staff/console/frame/call';
import { AgentWatch } from '../../bot/staff/desk/agentWatch';
import { Desk } from '../../bot/staff/desk/desk';
import { DeskQueue } from '../../bot/staff/desk/deskQueue';
import { ConsoleProblem } from '../../bot/staff/problems';
import type { StaffRecord, StaffSession } from '../../data/domain/bank/staff';
import type { World } from './world';

/** What became of a colleague's words. */
export type Said = 'sent' | 'held' | 'blocked';

const agent = 'agent';

function deskOf({ rehearsal }: World): Desk {
  const { parts, shared, deliveries } = rehearsal.rehearsed;
  const { store, data, log } = parts;
  const { inForce, ...rest } = shared;
  const queue = new DeskQueue(rest.repositories.deskConversations, data.desk.anonymousCases.shownMax);
  const rooms = new Rooms(store, newId, log);
  return new Desk({ ...rest, store, data, log, policies: inForce.policies, rooms, deliveries, queue });
}

/** A call to the console, as its router would hand it to a handler. */
function callOf(world: World, body: unknown): Call {
  const { now, conversationId } = world.rehearsal;
  const req = Object.assign(Readable.from([Buffer.from(JSON.stringify(body))]), {
    headers: { 'content-type': 'application/json' },
    params: { conversationId },
  });
  const person = { username: agent, roles: ['agent'] } as const;
  const signedIn = { person: person as unknown as StaffRecord, session: {} as StaffSession };
  return new Call(req as unknown as Request, {} as Response, { now, today: world.today }, signedIn);
}

const conversationNow = ({ rehearsal: { repositories, conversationId } }: World) =>
  repositories.deskConversations.kept(conversationId);

/** A colleague takes the conversation; false where nobody waits in it. */
export async function takeConversation(world: World): Promise<boolean> {
  const kept = await conversationNow(world);
  if (kept?.record.status !== 'waiting') return false;
  const seen = { conversationId: kept.record.conversationId, expectedVersion: kept.version };
  const outcome = await deskOf(world).step(
    seen,
    { kind: 'take', agent },
    { username: agent, now: world.rehearsal.now },
  );
  if (outcome.kind !== 'done') throw new Error(`The conversation could not be taken: ${outcome.kind}.`);
  world.setHeld(true);
  world.story.push('(a colleague takes the conversation)');
  return true;
}

/** The colleague gives it back to the assistant. */
export async function giveBack(world: World): Promise<void> {
  const kept = await conversationNow(world);
  if (kept?.record.status !== 'taken') return;
  const seen = { conversationId: kept.record.conversationId, expectedVersion: kept.version };
  await deskOf(world).step(seen, { kind: 'handBack' }, { username: agent, now: world.rehearsal.now });
  world.setHeld(false);
  world.story.push('(the colleague gives it back)');
}

/** The colleague who holds the conversation writes to the customer. */
export async function writeAsAgent(world: World, text: string): Promise<Said> {
  const desk = deskOf(world);
  const watch = new AgentWatch({ desk, timeoutSeconds: 600 });
  const said = await write(deskTalk({ desk, watch }), callOf(world, { text }));
  world.story.push(`Colleague: ${text} (${said})`);
  return said;
}

async function write({ deskMessage }: ReturnType<typeof deskTalk>, call: Call): Promise<Said> {
  try {
    const answer = await deskMessage(call);
    return answer?.status === 202 ? 'held' : 'sent';
  } catch (error) {
    if (error instanceof ConsoleProblem && error.code === 'guardBlocked') return 'blocked';
    throw error;
  }
}
