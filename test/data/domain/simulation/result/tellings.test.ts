// The same facts in other words, another order and another mood: a policy that hears the form instead of the facts is found out.

import type { CustomerTurn } from '../../../../../data/domain/customer/customerTurn';
import { certainTurn } from '../../../../../data/domain/customer/customerTurn';
import { type Bargainer, type BargainingPolicy, enginePolicy } from '../../../../../data/domain/simulation/bargainer';
import { baselines } from '../../../../../data/domain/simulation/baselines';
import { differingTellings } from '../../../../../data/domain/simulation/result/tellings';
import { customerOf } from '../cases';
import { shippedSetting, today } from '../shipped';

const setting = shippedSetting();
const customer = customerOf(setting, 'truthful', 2);
const differing = (policy: BargainingPolicy) =>
  differingTellings(policy, customer, { account: customer.account, limits: setting.limits, today, seed: 1 });

/** The engine, but deaf to some turns: they are heard as something else. */
const hearing = (change: (turn: CustomerTurn) => CustomerTurn): BargainingPolicy => ({
  name: 'moody',
  open: (facts) => {
    const wrap =
      (inner: Bargainer): Bargainer =>
      (turn) => {
        const heard = inner(change(turn));
        return { move: heard.move, next: wrap(heard.next) };
      };
    return wrap(enginePolicy.open(facts));
  },
});

test('to a script that hears the figure alone, form and order are the same', () => {
  expect(differing(baselines(setting.population).askSolve70).filter((name) => !name.startsWith('cash'))).toEqual([]);
});

test('a policy that is harder on anger is found out', () => {
  const moody = hearing((turn) => (turn.signals.includes('anger') ? certainTurn('negotiate.start') : turn));
  expect(differing(moody)).toContain('inAngerInEnglish');
});

test('a policy that gives "at most" less than a plain figure is found out', () => {
  const literal = hearing((turn) => {
    const { monthlyAmount } = turn.slots;
    if (monthlyAmount?.max === undefined || monthlyAmount.min !== undefined) return turn;
    return certainTurn(turn.intent, { ...turn.slots, monthlyAmount: { max: Math.ceil(monthlyAmount.max * 0.6) } });
  });
  expect(differing(literal)).toContain('atMost');
});
