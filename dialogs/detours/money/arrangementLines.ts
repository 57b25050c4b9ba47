// An arrangement under way: what comes next, what was missed, what is left, and how to change it. Once there is one, it
// leads every answer about money (R8).
import { type ArrangementRecord, arrangementState } from '../../../data/domain/arrangement/arrangement';
import type { Fen } from '../../../data/domain/money/money';
import type { Turn } from '../../talk/turn';

async function newestArrangement(turn: Turn): Promise<ArrangementRecord | undefined> {
  return [...(await turn.ownArrangements())].sort((a, b) => b.signedAt.localeCompare(a.signedAt))[0];
}

/** The arrangement that binds both sides today, and how many instalments of it were missed. */
export async function arrangementInForce(
  turn: Turn,
): Promise<{ readonly record: ArrangementRecord; readonly missed: number; readonly missedFen: Fen } | undefined> {
  const record = await newestArrangement(turn);
  if (record === undefined || record.status !== 'active') return undefined;
  const { missed, missedFen } = arrangementState(record, turn.today, turn.services.contract);
  return { record, missed: missed.length, missedFen };
}

function sayDocument(turn: Turn, { agreementNumber }: ArrangementRecord): void {
  const link = turn.services.documentLink(agreementNumber, turn.state.locale, turn.input.now);
  turn.say('agreement.document', { link });
}

/** The document of the newest arrangement; false when there is none. */
export async function sayAgreementDocument(turn: Turn): Promise<boolean> {
  const record = await newestArrangement(turn);
  if (record === undefined) return false;
  sayDocument(turn, record);
  return true;
}

/** Says where the newest arrangement stands; false when there is none. */
export async function sayArrangement(turn: Turn): Promise<boolean> {
  const record = await newestArrangement(turn);
  if (record === undefined) return false;
  const { agreementNumber } = record;
  if (record.status === 'completed') turn.say('arrangement.completed', { agreementNumber });
  else if (record.status !== 'active') turn.say('arrangement.ended', { agreementNumber });
  else sayActive(turn, record);
  sayDocument(turn, record);
  return true;
}

/** What comes next first: its day and amount, what was missed, then how much is left. */
export function sayStanding(turn: Turn, record: ArrangementRecord): void {
  const state = arrangementState(record, turn.today, turn.services.contract);
  const [firstMissed] = state.missed;
  if (state.next !== null) turn.say('arrangement.next', { date: state.next.dueDate, amount: state.next.amountFen });
  if (firstMissed !== undefined) {
    const { dueDate: date } = firstMissed;
    turn.say('arrangement.missed', { missed: state.missed.length, amount: state.missedFen, date });
    turn.tap('button.negotiate', {}, 'negotiate.start');
  }
  turn.say('arrangement.status', {
    agreementNumber: record.agreementNumber,
    count: record.offer.instalmentCount,
    left: state.instalmentsLeft,
    remaining: state.remainingFen,
  });
}

function sayActive(turn: Turn, record: ArrangementRecord): void {
  sayStanding(turn, record);
  sayPaid(turn, record);
  const last = record.schedule.at(-1);
  if (last !== undefined) turn.sayIfRoom('arrangement.last', { date: last.dueDate });
  turn.sayIfRoom('arrangement.change', {});
}

/** What has come in for it so far; nothing where nothing has. */
export function sayPaid(turn: Turn, { schedule }: ArrangementRecord): void {
  const paid = schedule.reduce((sum, { paidFen }) => sum + paidFen, 0);
  const count = schedule.filter(({ number, status }) => number > 0 && status === 'paid').length;
  if (paid > 0) turn.sayIfRoom('arrangement.paid', { paid, count });
}

/** What is owed, or when, where an arrangement is under way: the arrangement, and not the old minimum. */
export async function sayInsteadOfBalance(turn: Turn): Promise<boolean> {
  const inForce = await arrangementInForce(turn);
  if (inForce === undefined) return false;
  sayStanding(turn, inForce.record);
  turn.tap('button.repay', {}, 'ask.howToRepay').tap('button.human', {}, 'human');
  return true;
}
