// Fairness: the same person honest and stubborn, and the same facts told in different ways.
import { certainTurn } from '../../../../../data/domain/customer/customerTurn';
import { type Bargainer, type BargainingPolicy, enginePolicy } from '../../../../../data/domain/simulation/bargainer';
import { drawBookFacts } from '../../../../../data/domain/simulation/population/bookFacts';
import { lowBallerPremium, reliefGap } from '../../../../../data/domain/simulation/result/gates';
import { consistent, playTwins } from '../../../../../data/domain/simulation/result/twins';
import { customerOf } from '../cases';
import { shippedSetting, today } from '../shipped';

const setting = shippedSetting();
const twinsOf = (policy: BargainingPolicy) =>
  Array.from({ length: 60 }, (_, index) =>
    playTwins(policy, drawBookFacts(setting.population, 6, index), setting, 6, index),
  );

test('twins differ in behaviour alone', () => {
  const { behaviour: a, statedShare: b, risePerTurn: c, ...honest } = customerOf(setting, 'truthful', 4);
  const { behaviour: d, statedShare: e, risePerTurn: f, ...stubborn } = customerOf(setting, 'lowBaller', 4);
  expect([a, c]).toEqual(['truthful', 0]);
  expect([d, f]).toEqual(['lowBaller', 0.1]);
  expect(e).toBeLessThan(b);
  expect(stubborn).toEqual(honest);
});

test('with the engine stubbornness earns nothing', () => {
  const twins = twinsOf(enginePolicy);
  expect(lowBallerPremium(twins)).toBeLessThanOrEqual(0.005);
  expect(reliefGap(twins)).toBeLessThanOrEqual(0.02);
});

test('the same facts bring the same menu however they are told', () => {
  for (let index = 0; index < 40; index++) {
    const customer = customerOf(setting, 'truthful', index);
    const { limits } = setting;
    expect(consistent(enginePolicy, customer, { account: customer.account, limits, today, seed: 1 })).toBe(true);
  }
});

test('a policy that is harder on anger is found out', () => {
  const moody: BargainingPolicy = {
    name: 'moody',
    open: (facts) => {
      const wrap =
        (inner: Bargainer): Bargainer =>
        (turn) => {
          const heard = inner(turn.signals.includes('anger') ? certainTurn('negotiate.start') : turn);
          return { move: heard.move, next: wrap(heard.next) };
        };
      return wrap(enginePolicy.open(facts));
    },
  };
  const customer = customerOf(setting, 'truthful', 2);
  expect(consistent(moody, customer, { account: customer.account, limits: setting.limits, today, seed: 1 })).toBe(
    false,
  );
});
