// What an agent says: guarded words, offers of the engine, and notes that stay inside.
import { randomUUID } from 'node:crypto';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import type { Decision } from '../../../../data/domain/case/heldWords';
import { maskPersonal } from '../../../../data/domain/conduct/masking/masking';
import { VersionConflict } from '../../../../data/store/documentStore';
import {
  deskMessageRequestSchema,
  type HeldAnswer,
  type HeldList,
  noteRequestSchema,
  type ProblemDetail,
} from '../../contract';
import { personOf } from '../../desk/conversationMemory';
import { type DeskFacts, deskViewOf, factsOf, isLocked, offerText } from '../../desk/deskFile';
import { saidWith } from '../../desk/deskNotices';
import { decideHeld, holdWords } from '../../desk/words/heldAtDesk';
import { judgeAtDesk } from '../../desk/words/judgeAtDesk';
import { ConsoleProblem, detail, invalid, notFound } from '../../problems';
import { staffAudit } from '../../staffParts';
import { accepted, type Call, created, type Handle, ok } from '../frame/call';
import type { DeskHandlerParts } from './deskParts';

/** Does something for who holds the conversation, in line with the customer's turns and every step at the desk. */
async function asHolder<T>(
  { desk, watch }: DeskHandlerParts,
  call: Call,
  work: (record: DeskConversation) => Promise<T>,
): Promise<T> {
  watch.seen(call.username);
  const { deskConversations } = desk.parts.repositories;
  const conversationId = call.param('conversationId');
  const first = await deskConversations.get(conversationId);
  if (first === undefined) throw notFound();
  return desk.inLine(first, async () => {
    // Who holds it is read here: it may have been lost while this waited in line.
    const record = await deskConversations.get(conversationId);
    if (record?.status !== 'taken' || record.agent !== call.username) throw new ConsoleProblem('notHolder');
    return work(record);
  });
}

async function refuse(
  { desk }: DeskHandlerParts,
  call: Call,
  record: DeskConversation,
  details: readonly ProblemDetail[],
  instead: string | null,
): Promise<never> {
  const { parts } = desk;
  parts.metrics.count('guardBlocks');
  const audit = staffAudit(
    parts,
    call,
    'guardBlocked',
    { caseNumber: record.caseNumber, from: 'agent' },
    { reasons: details.map(({ path, message }) => ({ path, reason: message['en-US'] })) },
    record.conversationId,
  );
  await parts.store.transaction([audit]);
  const ready = instead === null ? [] : [{ path: 'instead', message: { 'zh-CN': instead, 'en-US': instead } }];
  throw new ConsoleProblem('guardBlocked', { details: [...details, ...ready] });
}

async function message(parts: DeskHandlerParts, call: Call) {
  const { text, clientId } = await call.body(deskMessageRequestSchema);
  const { desk } = parts;
  return asHolder(parts, call, async (record) => {
    const { blocks, holds, instead } = await judgeAtDesk(desk.parts, record, text, call.today);
    if (blocks.length > 0) await refuse(parts, call, record, [...blocks, ...holds], instead);
    if (holds.length === 0) return send(parts, call, record, { text, messageId: clientId ?? randomUUID(), about: {} });
    const held = await holdWords(desk, record, { text, reasons: holds, instead, clientId }, call);
    if (held === null) return refuse(parts, call, record, [detail('text', 'heldMany')], instead);
    return accepted({ held });
  });
}

async function send(
  { desk }: DeskHandlerParts,
  call: Call,
  record: DeskConversation,
  { text, messageId, about }: { text: string; messageId: string; about: Readonly<Record<string, unknown>> },
) {
  const inputs = { caseNumber: record.caseNumber, ...about };
  const audit = staffAudit(desk.parts, call, 'desk.said', inputs, {}, record.conversationId);
  try {
    return created(await desk.say(record, text, 'agent', `${call.username}/${messageId}`, call, [audit]));
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    // The same message came a second time: it was said once.
    return created({ entry: { at: call.now, from: 'agent', text, agent: call.username }, delivered: true });
  }
}

function offerOf({ offers, memory, party }: DeskFacts, number: number) {
  if (party !== 'verified') throw invalid(detail('number', 'notFound'));
  const offer = offers.find((one) => one.number === number);
  if (offer === undefined || memory === null) throw notFound();
  const version = memory.negotiation?.offerVersions[String(number)] ?? memory.negotiation?.policyVersion ?? '';
  return { offer, version };
}

/** An offer that the engine made, in the assistant's own words: nobody types a figure. */
async function sendOffer(parts: DeskHandlerParts, call: Call) {
  return asHolder(parts, call, async (record) => {
    const facts = await factsOf(parts.desk.parts, record, call.today);
    const { offer, version } = offerOf(facts, Number(call.param('number')));
    const text = offerText(offer, record.locale);
    return send(parts, call, record, { text, messageId: randomUUID(), about: { offer, policyVersion: version } });
  });
}

/** Opens the check of who this is again, after a colleague has spoken to the person; the customer is told. */
async function unlock(parts: DeskHandlerParts, call: Call) {
  const { desk } = parts;
  const { repositories } = desk.parts;
  return asHolder(parts, call, async (record) => {
    const facts = await factsOf(desk.parts, record, call.today);
    if (!isLocked(facts.memory, call.now)) throw new ConsoleProblem('wrongStatus');
    const { channelId, conversationId, locale, caseNumber } = record;
    await repositories.identityTries.pardon({
      conversation: `${channelId}/${conversationId}`,
      user: `${channelId}/${personOf(record)}`,
    });
    const audit = staffAudit(desk.parts, call, 'desk.unlocked', { caseNumber }, {}, conversationId);
    const { text } = saidWith({ locale }, 'verify.unlocked', {});
    await desk.say(record, text, 'assistant', randomUUID(), call, [audit]);
    const kept = await repositories.deskConversations.kept(conversationId);
    if (kept === undefined) throw notFound();
    return ok(await deskViewOf(desk.parts, kept, call.today));
  });
}

/** A colleague decides about words that wait. */
async function decision({ desk, watch }: DeskHandlerParts, call: Call, decided: Decision) {
  watch.seen(call.username);
  const which = { conversationId: call.param('conversationId'), heldId: call.param('heldId') };
  const outcome = await decideHeld(desk, which, decided, call);
  switch (outcome.kind) {
    case 'notFound':
      throw notFound();
    case 'ownWords':
      throw new ConsoleProblem('ownWords');
    case 'notHeld':
      throw new ConsoleProblem('wrongStatus');
    case 'blocked':
      throw new ConsoleProblem('guardBlocked', { details: outcome.reasons });
    case 'done':
      return ok({ held: outcome.held } satisfies HeldAnswer);
  }
}

/** Everything that waits for a colleague, oldest first; words of talks that are over wait no more. */
async function held({ desk: { parts } }: DeskHandlerParts) {
  const talks = new Map(parts.queue.all().map(({ record }) => [record.conversationId, record]));
  const items = (await parts.repositories.heldWords.waiting())
    .map(({ record }) => record)
    .filter(({ conversationId, writer }) => talks.get(conversationId)?.agent === writer)
    .sort((a, b) => a.writtenAt.localeCompare(b.writtenAt));
  return ok({ items } satisfies HeldList);
}

async function note({ desk, watch }: DeskHandlerParts, call: Call) {
  const { text } = await call.body(noteRequestSchema);
  watch.seen(call.username);
  const { repositories, store } = desk.parts;
  const record = await repositories.deskConversations.get(call.param('conversationId'));
  if (record === undefined) throw notFound();
  const made = { at: call.now, author: call.username, text: maskPersonal(text) };
  await store.transaction([
    repositories.deskConversations.noteOperation(record.conversationId, made),
    staffAudit(desk.parts, call, 'desk.noted', { caseNumber: record.caseNumber }, {}, record.conversationId),
  ]);
  return created({ note: made });
}

export const deskTalk = (parts: DeskHandlerParts) =>
  ({
    deskMessage: (call) => message(parts, call),
    deskHeld: () => held(parts),
    releaseHeld: (call) => decision(parts, call, 'released'),
    declineHeld: (call) => decision(parts, call, 'declined'),
    deskNote: (call) => note(parts, call),
    sendOffer: (call) => sendOffer(parts, call),
    unlock: (call) => unlock(parts, call),
  }) satisfies Readonly<Record<string, Handle>>;
