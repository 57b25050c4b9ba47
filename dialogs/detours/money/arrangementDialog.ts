// An arrangement under way: what is left, the next date, what to do after a missed instalment.
import { type ArrangementRecord, arrangementState } from '../../../data/domain/arrangement/arrangement';
import type { After, Turn } from '../../talk/turn';

async function newestArrangement(turn: Turn): Promise<ArrangementRecord | undefined> {
  const customerId = turn.customerId;
  const all = customerId === null ? [] : await turn.services.arrangementsOf(customerId);
  return [...all].sort((a, b) => b.signedAt.localeCompare(a.signedAt))[0];
}

/** The arrangement that binds both sides today, and how many instalments of it were missed. */
export async function arrangementInForce(
  turn: Turn,
): Promise<{ readonly record: ArrangementRecord; readonly missed: number } | undefined> {
  const record = await newestArrangement(turn);
  if (record === undefined || record.status !== 'active') return undefined;
  return { record, missed: arrangementState(record, turn.today, turn.services.contract).missed.length };
}

/** Says where the newest arrangement stands; false when there is none. */
export async function sayArrangement(turn: Turn): Promise<boolean> {
  const record = await newestArrangement(turn);
  if (record === undefined) return false;
  const { agreementNumber } = record;
  if (record.status === 'completed') turn.say('arrangement.completed', { agreementNumber });
  else if (record.status !== 'active') turn.say('arrangement.ended', { agreementNumber });
  else sayActive(turn, record);
  const link = turn.services.documentLink(agreementNumber, record.locale, turn.input.now);
  turn.say('agreement.document', { link });
  return true;
}

function sayActive(turn: Turn, record: ArrangementRecord): void {
  const state = arrangementState(record, turn.today, turn.services.contract);
  turn.say('arrangement.status', {
    agreementNumber: record.agreementNumber,
    left: state.instalmentsLeft,
    remaining: state.remainingFen,
  });
  const [firstMissed] = state.missed;
  if (firstMissed !== undefined)
    turn.say('arrangement.missed', {
      missed: state.missed.length,
      amount: state.missedFen,
      date: firstMissed.dueDate,
    });
  if (state.next !== null) turn.say('arrangement.next', { date: state.next.dueDate, amount: state.next.amountFen });
  turn.say('arrangement.change', {});
  if (firstMissed !== undefined) turn.tap('button.negotiate', {}, 'negotiate.start');
}

export async function arrangement(turn: Turn): Promise<After> {
  if (!(await sayArrangement(turn))) {
    turn.say('arrangement.none', {});
    if (turn.state.stage === 'open') turn.tap('button.plan', {}, 'negotiate.start');
  }
  if (turn.state.stage === 'open') turn.tap('button.repay', {}, 'ask.howToRepay').tap('button.human', {}, 'human');
  return 'resume';
}
