// Fairness: the same person, honest and stubborn.
import { type BargainingPolicy, enginePolicy } from '../../../../../data/domain/simulation/bargainer';
import { drawBookFacts } from '../../../../../data/domain/simulation/population/bookFacts';
import { lowBallerPremium, reliefGap } from '../../../../../data/domain/simulation/result/gates';
import { playTwins } from '../../../../../data/domain/simulation/result/twins';
import { customerOf } from '../cases';
import { shippedSetting } from '../shipped';

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
