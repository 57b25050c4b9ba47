// Promise to pay: an amount by a date, read back, recorded after a yes, and nearest limits told when it is outside them.
import { exactYuan } from '../../data/domain/customer/customerTurn';
import type { Move } from '../../data/domain/negotiation/move';
import type { After, Turn } from '../talk/turn';

export function sayPromise(turn: Turn, move: Move & { kind: 'promise' }): After {
  const promised = { amount: move.amountFen, date: move.payDate };
  if (move.messageId === 'negotiation.promise.outsideLimits') {
    turn.say('negotiation.promise.outsideLimits', { latest: move.payDate, least: move.amountFen });
    turn.expects = 'confirm';
    turn.tap('button.promise', {}, 'promiseToPay', { payDate: move.payDate, lumpSum: exactYuan(move.amountFen) });
    turn.tap('button.human', {}, 'human');
    return 'stay';
  }
  if (!move.recorded) {
    turn.say('negotiation.promise.confirm', promised);
    turn.expects = 'confirm';
    turn.tap('button.yes', {}, 'affirm').tap('button.no', {}, 'deny').tap('button.human', {}, 'human');
    return 'stay';
  }
  const promiseId = turn.services.newNumber('PR');
  const { customerId } = turn;
  const { negotiatedAccountIds } = turn.state;
  if (customerId !== null)
    turn.record({
      kind: 'savePromise',
      record: {
        promiseId,
        customerId,
        accountIds: negotiatedAccountIds,
        amountFen: move.amountFen,
        payDate: move.payDate,
        madeAt: turn.input.now,
        status: 'open',
      },
    });
  turn.audit('promiseRecorded', { ...promised }, { promiseId });
  turn.state.stage = 'open';
  turn.say('negotiation.promise.recorded', promised);
  turn
    .tap('button.repay', {}, 'ask.howToRepay')
    .tap('button.plan', {}, 'negotiate.start')
    .tap('button.human', {}, 'human');
  return 'stay';
}
