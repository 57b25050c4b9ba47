// Matters with a number that a turn opens or takes up again: they belong to the customer, not to the conversation.
import { addDays, type CalendarDate } from '../../data/domain/calendar/calendar';
import type { Instant } from '../../data/domain/calendar/instant';
import {
  type CaseChange,
  type CaseKind,
  type CaseRecord,
  disputeKinds,
  isUrgentKind,
  openMatter,
} from '../../data/domain/case/case';
import type { Turn } from './turn';

export interface CaseDetails {
  readonly priority?: CaseRecord['priority'];
  readonly agencyId?: string | null;
  readonly status?: 'open' | 'waiting';
}

export interface OpenedCase {
  readonly caseNumber: string;
  /** Day by which the bank answers. */
  readonly dueOn: CalendarDate;
  readonly openedAt: Instant;
  /** What was told of it so far, masked. */
  readonly lastWords: string;
  /** False where the matter was open already. */
  readonly isNew: boolean;
}

const openedNow = ({ effects }: Turn): readonly CaseRecord[] =>
  effects.flatMap((effect) => (effect.kind === 'openCase' ? [effect.record] : []));

/** Matters under way that this person may ask about: the customer's own, and those of this conversation without one. */
export async function casesAt(turn: Turn): Promise<readonly CaseRecord[]> {
  const { services, customerId, input } = turn;
  const [own, without] = await Promise.all([
    customerId === null ? [] : services.casesOf(customerId),
    services.casesWithoutCustomer(input.conversationId),
  ]);
  return [...openedNow(turn), ...own, ...without];
}

/** Open matters of one kind, the newest first. */
export async function openOfKind(turn: Turn, kind: CaseKind): Promise<readonly CaseRecord[]> {
  const all = await casesAt(turn);
  return all
    .filter((one) => one.kind === kind && one.status !== 'closed')
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt));
}

/** Open matters of these kinds, the newest of each first. */
export const openOfKinds = async (turn: Turn, kinds: readonly CaseKind[]): Promise<readonly CaseRecord[]> =>
  (await Promise.all(kinds.map((kind) => openOfKind(turn, kind)))).flat();

/** True where a charge was disputed, as a fraud or otherwise, in this conversation. */
export const isDisputeOpened = (turn: Turn): boolean =>
  disputeKinds.some((kind) => turn.timesSaid(`${kind}.opened`) > 0);

/** Whether a matter can be taken up: always for the customer and for one that is open, else while there is room. */
export async function admits(turn: Turn, kind: CaseKind, agencyId: string | null = null): Promise<boolean> {
  if (turn.customerId !== null) return true;
  if (openMatter(await casesAt(turn), kind, agencyId) !== undefined) return true;
  const isAdmitted = await turn.services.admitAnonymousCase(turn.input.address, isUrgentKind(kind));
  if (!isAdmitted) turn.audit('caseRefused', { kind }, { why: 'tooManyUnverified' });
  return isAdmitted;
}

/** What is kept of the words with a matter. */
const wordsMax = 500;

/** What is told of a matter after it was opened is kept behind what was told before. */
export function addWords(turn: Turn, { caseNumber, lastWords }: Pick<CaseRecord, 'caseNumber' | 'lastWords'>): void {
  changeCase(turn, caseNumber, { lastWords: `${lastWords} / ${turn.input.masked}`.slice(0, wordsMax) });
}

/** Opens a matter; while one of the same kind is open, that one is meant, in whatever conversation it was opened. */
export async function openCase(
  turn: Turn,
  kind: CaseKind,
  days: number,
  { agencyId = null, priority = 'normal', status = 'open' }: CaseDetails = {},
): Promise<OpenedCase> {
  const known = openMatter(await casesAt(turn), kind, agencyId);
  if (known !== undefined) {
    // One that was opened before the check is the customer's once they are known.
    if (known.customerId === null && turn.customerId !== null)
      changeCase(turn, known.caseNumber, { customerId: turn.customerId });
    return { ...known, isNew: false };
  }
  const { conversationId, now: openedAt, masked: lastWords } = turn.input;
  const [caseNumber, dueOn] = [turn.services.newNumber('CS'), addDays(turn.today, days)];
  const { customerId } = turn;
  const { locale } = turn.state;
  const about = { conversationId, customerId, openedAt, dueOn, status, priority, locale, lastWords, agencyId };
  turn.record({ kind: 'openCase', record: { caseNumber, kind, ...about } });
  turn.audit('caseOpened', { kind }, { caseNumber });
  return { caseNumber, dueOn, openedAt, lastWords, isNew: true };
}

/** Notes what is known better of a matter: into the record where this turn opens it, else as one change. */
export function changeCase(turn: Turn, caseNumber: string, change: CaseChange): void {
  const at = turn.effects.findIndex(
    (effect) =>
      (effect.kind === 'openCase' && effect.record.caseNumber === caseNumber) ||
      (effect.kind === 'changeCase' && effect.caseNumber === caseNumber),
  );
  const before = turn.effects[at];
  if (before?.kind === 'openCase') turn.effects[at] = { ...before, record: { ...before.record, ...change } };
  else if (before?.kind === 'changeCase') turn.effects[at] = { ...before, change: { ...before.change, ...change } };
  else turn.record({ kind: 'changeCase', caseNumber, change });
}
