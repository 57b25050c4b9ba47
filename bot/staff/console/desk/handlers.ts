// desk/…: the queue, the events, and every step of an agent; thin over bot/staff/desk.
import { z } from 'zod';
import { calendarDateSchema, localTime } from '../../../../data/domain/calendar/calendar';
import { slotsOn } from '../../../../data/domain/case/deskRules';
import {
  type Agents,
  callbackRequestSchema,
  closeRequestSchema,
  deskActionRequestSchema,
  type Heartbeat,
  type Queue,
  type Slots,
  transferRequestSchema,
} from '../../contract/desk';
import type { AskedStep } from '../../desk/desk';
import { deskViewOf } from '../../desk/deskFile';
import { deskHours } from '../../desk/deskHours';
import { itemOf } from '../../desk/deskQueue';
import { ConsoleProblem, conflict, detail, invalid, notFound } from '../../problems';
import { type Call, type Handle, ok } from '../frame/call';
import { openStream } from '../frame/sse';
import type { DeskHandlerParts } from './deskParts';
import { deskTalk } from './talk';

/** The line in which call-backs are booked; no conversation has a key like it. */
const bookingLine = 'desk call-backs';

const idOf = (call: Call): string => call.param('conversationId');

/** Carries out a step and gives the whole file back; a supervisor may do it for the agent who holds it. */
async function step(
  { desk }: DeskHandlerParts,
  call: Call,
  what: AskedStep,
  expectedVersion: number,
): Promise<ReturnType<typeof ok>> {
  const { repositories } = desk.parts;
  const before = await repositories.deskConversations.kept(idOf(call));
  if (before === undefined) throw notFound();
  const isMine = before.record.agent === call.username || call.has('supervisor');
  if (what.kind !== 'take' && !isMine) throw new ConsoleProblem('notHolder', { current: itemOf(before) });
  const outcome = await desk.step({ conversationId: idOf(call), expectedVersion }, what, call);
  switch (outcome.kind) {
    case 'notFound':
      throw notFound();
    case 'conflict':
    case 'wrongStatus': {
      const current = itemOf(outcome.kept);
      if (what.kind === 'take' && current.status === 'taken') throw new ConsoleProblem('taken', { current });
      throw outcome.kind === 'conflict' ? conflict(current) : new ConsoleProblem('wrongStatus', { current });
    }
    case 'done':
      return ok(await deskViewOf(desk.parts, outcome.kept, call.today));
  }
}

async function transfer(parts: DeskHandlerParts, call: Call) {
  const { to, expectedVersion } = await call.body(transferRequestSchema);
  if (to === null) return step(parts, call, { kind: 'release' }, expectedVersion);
  const person = await parts.desk.parts.repositories.staff.get(to);
  const mayHold = person?.roles.some((role) => role === 'agent' || role === 'supervisor') === true && !person.disabled;
  if (!mayHold) throw invalid(detail('to', 'notAgent'));
  return step(parts, call, { kind: 'transfer', to }, expectedVersion);
}

function slotsFor({ desk }: DeskHandlerParts, call: Call, date: string) {
  const { data, queue } = desk.parts;
  const { officeHours, timeZone } = data.bank;
  const booked = queue.all().flatMap(({ record }) => record.callback ?? []);
  return slotsOn(date, localTime(call.now, timeZone), officeHours, data.desk, booked);
}

/** A call-back: back in the queue until then, and the slot is kept for it. */
async function callback(parts: DeskHandlerParts, call: Call) {
  const { date, from, expectedVersion } = await call.body(callbackRequestSchema);
  // One booking at a time: two agents who see the last free call of a slot do not both give it away.
  return parts.desk.parts.locks.run(bookingLine, async () => {
    const slot = slotsFor(parts, call, date).find((one) => one.from === from && one.free > 0);
    if (slot === undefined) throw invalid(detail('from', 'noSuchSlot'));
    const { free: _free, ...booked } = slot;
    return step(parts, call, { kind: 'callBack', callback: booked }, expectedVersion);
  });
}

function queueOf({ desk }: DeskHandlerParts, call: Call) {
  const { items, anonymousHidden } = desk.parts.queue.shown();
  const { open, opensAt } = deskHours(desk.parts.data.bank, call.now);
  const waiting = items.filter((item) => item.status === 'waiting').length + anonymousHidden;
  return ok({ now: call.now, open, opensAt, waiting, items, anonymousHidden } satisfies Queue);
}

function events({ desk, watch }: DeskHandlerParts, call: Call): undefined {
  const now = () => desk.parts.clock();
  watch.seen(call.username);
  const stop = desk.parts.queue.listen((event) => stream.send(event.type, event));
  const stream = openStream(
    call.req,
    call.res,
    () => ({ type: 'beat', now: now() }),
    () => stop(),
  );
  stream.send('ready', { type: 'ready', now: now() });
  return undefined;
}

async function agents({ desk, watch }: DeskHandlerParts) {
  const { items } = await desk.parts.repositories.staff.list({ limit: 1000 });
  const people = items
    .map(({ record }) => record)
    .filter(({ roles, disabled }) => !disabled && roles.some((role) => role === 'agent' || role === 'supervisor'));
  return ok({
    agents: people.map(({ username, displayName }) => ({ username, displayName, online: watch.isOnline(username) })),
  } satisfies Agents);
}

const slotsQuerySchema = z.object({ date: calendarDateSchema.optional() });

export const deskHandlers = (parts: DeskHandlerParts) =>
  ({
    queue: (call) => queueOf(parts, call),
    deskEvents: (call) => events(parts, call),
    heartbeat(call) {
      parts.watch.seen(call.username);
      const held = parts.desk.parts.queue.all().filter(({ record }) => record.agent === call.username);
      const { timeoutSeconds } = parts.watch;
      return ok({ ok: true, holding: held.length, timeoutSeconds } satisfies Heartbeat);
    },
    deskSlots(call) {
      const { date = call.today } = call.query(slotsQuerySchema);
      return ok({ date, slots: [...slotsFor(parts, call, date)] } satisfies Slots);
    },
    deskAgents: () => agents(parts),
    async deskConversation(call) {
      const kept = await parts.desk.parts.repositories.deskConversations.kept(idOf(call));
      if (kept === undefined) throw notFound();
      return ok(await deskViewOf(parts.desk.parts, kept, call.today));
    },
    async take(call) {
      parts.watch.seen(call.username);
      const { expectedVersion } = await call.body(deskActionRequestSchema);
      return step(parts, call, { kind: 'take', agent: call.username }, expectedVersion);
    },
    async release(call) {
      const { expectedVersion } = await call.body(deskActionRequestSchema);
      return step(parts, call, { kind: 'release' }, expectedVersion);
    },
    transfer: (call) => transfer(parts, call),
    async handBack(call) {
      const { expectedVersion } = await call.body(deskActionRequestSchema);
      return step(parts, call, { kind: 'handBack' }, expectedVersion);
    },
    async closeConversation(call) {
      const { outcome, expectedVersion } = await call.body(closeRequestSchema);
      return step(parts, call, { kind: 'close', outcome }, expectedVersion);
    },
    callback: (call) => callback(parts, call),
    ...deskTalk(parts),
  }) satisfies Readonly<Record<string, Handle>>;
