// Words of an agent that wait for a colleague: kept with their reasons, released or declined by somebody else, expired with the talk.
import { randomUUID } from 'node:crypto';
import { localTime } from '../../../../data/domain/calendar/calendar';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import { type Decision, decide, type HeldWords, heldWordsMax } from '../../../../data/domain/case/heldWords';
import type { Kept } from '../../../../data/store/repositories/repository';
import type { ProblemDetail } from '../../contract/common';
import { staffAudit } from '../../staffParts';
import type { Actor, Desk } from '../desk';
import { maskedHeld } from './heldRecords';
import { judgeAtDesk } from './judgeAtDesk';

export interface WordsToHold {
  readonly text: string;
  readonly reasons: readonly ProblemDetail[];
  readonly instead: string | null;
  /** The same words sent again carry the same id. */
  readonly clientId: string | undefined;
}

/** The words as they are kept from now on; null where so many of this conversation wait that no more are taken. */
export async function holdWords(
  { parts }: Desk,
  { conversationId, caseNumber, locale }: DeskConversation,
  { text, reasons, instead, clientId }: WordsToHold,
  { username, now }: Actor,
): Promise<HeldWords | null> {
  const { heldWords } = parts.repositories;
  const heldId = clientId ?? randomUUID();
  const all = await heldWords.ofConversation(conversationId);
  const known = all.find(({ record }) => record.heldId === heldId && record.writer === username);
  if (known !== undefined) return known.record;
  if (all.filter(({ record }) => record.status === 'held').length >= heldWordsMax) return null;
  const record: HeldWords = {
    ...{ heldId, conversationId, caseNumber, text, locale, instead },
    writer: username,
    writtenAt: now,
    reasons: reasons.map(({ message }) => message),
    status: 'held',
    decidedBy: null,
    decidedAt: null,
  };
  const why = reasons.map(({ message }) => message['en-US']);
  const audit = staffAudit(parts, { username, now }, 'desk.held', { caseNumber, heldId }, { why }, conversationId);
  await parts.store.transaction([heldWords.putOperation(record, null), audit]);
  parts.queue.tell({ type: 'held', conversationId, held: record });
  return record;
}

export type HeldOutcome =
  | { readonly kind: 'done'; readonly held: HeldWords }
  | { readonly kind: 'notFound' | 'ownWords' | 'notHeld' }
  /** What may not be said at all is not said because a colleague agrees. */
  | { readonly kind: 'blocked'; readonly reasons: readonly ProblemDetail[] };

async function release(desk: Desk, talk: DeskConversation, kept: Kept<HeldWords>, held: HeldWords, actor: Actor) {
  const { parts } = desk;
  const today = localTime(actor.now, parts.data.bank.timeZone).date;
  // Who is on the other side, or a rule, may have changed since.
  const { blocks } = await judgeAtDesk(parts, talk, held.text, today);
  if (blocks.length > 0) return { kind: 'blocked', reasons: blocks } as const;
  const { heldId, caseNumber, writer } = held;
  const audit = staffAudit(parts, actor, 'desk.heldReleased', { caseNumber, heldId }, { writer }, talk.conversationId);
  const put = parts.repositories.heldWords.putOperation(maskedHeld(held), kept.version);
  await desk.say(talk, held.text, 'agent', `held/${heldId}`, { username: writer, now: actor.now }, [audit, put]);
  return { kind: 'done', held } as const;
}

/** A colleague's decision, in line with the customer's turns and every step at the desk. */
export async function decideHeld(
  desk: Desk,
  { conversationId, heldId }: { readonly conversationId: string; readonly heldId: string },
  decision: Decision,
  actor: Actor,
): Promise<HeldOutcome> {
  const { parts } = desk;
  const { heldWords, deskConversations } = parts.repositories;
  const first = await deskConversations.get(conversationId);
  if (first === undefined) return { kind: 'notFound' };
  return desk.inLine(first, async (): Promise<HeldOutcome> => {
    const [talk, kept] = await Promise.all([deskConversations.get(conversationId), heldWords.kept(heldId)]);
    if (talk === undefined || kept?.record.conversationId !== conversationId) return { kind: 'notFound' };
    if (talk.status !== 'taken' || talk.agent !== kept.record.writer) return { kind: 'notHeld' };
    const decided = decide(kept.record, decision, actor.username, actor.now);
    if (decided.kind !== 'decided') return decided;
    const { held } = decided;
    if (decision === 'released') {
      const outcome = await release(desk, talk, kept, held, actor);
      if (outcome.kind === 'done') parts.queue.tell({ type: 'held', conversationId, held });
      return outcome;
    }
    const { caseNumber, writer } = held;
    const audit = staffAudit(parts, actor, 'desk.heldDeclined', { caseNumber, heldId }, { writer }, conversationId);
    await parts.store.transaction([heldWords.putOperation(maskedHeld(held), kept.version), audit]);
    parts.queue.tell({ type: 'held', conversationId, held });
    return { kind: 'done', held };
  });
}
