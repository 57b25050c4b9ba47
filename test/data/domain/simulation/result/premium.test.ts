// Being difficult is measured in the bank's own money, and a policy that gives in to it is found out.
import type { PlanTerms } from '../../../../../data/domain/negotiation/offers/offerGrid';
import { type BargainingPolicy, enginePolicy } from '../../../../../data/domain/simulation/bargainer';
import { baselines } from '../../../../../data/domain/simulation/baselines';
import { gambitNames } from '../../../../../data/domain/simulation/customer/gambits';
import { drawBookFacts } from '../../../../../data/domain/simulation/population/bookFacts';
import { presentFen } from '../../../../../data/domain/simulation/presentWorth';
import { lostCauses } from '../../../../../data/domain/simulation/result/lost';
import { gambitResults, playGambits } from '../../../../../data/domain/simulation/result/premium';
import { simulateCases } from '../../../../../data/domain/simulation/simulateCases';
import { planOf } from '../../builders';
import { customerOf, pricedOffer } from '../cases';
import { shippedSetting, today } from '../shipped';

const setting = shippedSetting();
const { value } = setting.population;
const others = baselines(setting.population);

const resultsOf = (policy: BargainingPolicy, people = 40) => {
  const pairs = Array.from({ length: people }, (_, index) =>
    playGambits(policy, drawBookFacts(setting.population, 5, index), setting, 5, index),
  ).flat();
  return new Map(gambitResults(pairs).map((result) => [result.gambit, result]));
};

const customer = customerOf(setting, 'truthful', 3);
const worthOf = (changes: Partial<PlanTerms>) =>
  presentFen(pricedOffer(setting.limits, customer, planOf(24, changes)), value, today);

test('at a discount above the rate, more months and later months are worth less to the bank', () => {
  expect(worthOf({ instalmentCount: 48 })).toBeLessThan(worthOf({}));
  expect(worthOf({ deferMonths: 3 })).toBeLessThan(worthOf({}));
});

test('at no discount a plan is worth the sum of its payments', () => {
  const offer = pricedOffer(setting.limits, customer, planOf(24));
  expect(presentFen(offer, { ...value, discountPerMonth: 0 }, today)).toBeCloseTo(offer.totalFen, 4);
});

test('a ladder that gives the next longer plan for each refusal is caught', () => {
  const ladder = resultsOf(others.linearLadder);
  expect(ladder.get('refusesFiveTimes')?.premium).toBeGreaterThan(0.02);
  expect(ladder.get('refusesTwice')?.premium).toBeGreaterThan(0.005);
});

test('a script that hears figures alone gives nothing for refusals', () => {
  const solving = resultsOf(others.askSolve70);
  for (const name of ['refusesTwice', 'refusesFiveTimes', 'acceptsThenBacksOut'] as const)
    expect(Math.abs(solving.get(name)?.premium ?? 1)).toBeLessThan(1e-9);
});

test('with the engine every gambit is played to its end, and no offer on the way breaks a limit', () => {
  const pairs = Array.from({ length: 30 }, (_, index) =>
    playGambits(enginePolicy, drawBookFacts(setting.population, 5, index), setting, 5, index),
  ).flat();
  expect(pairs.flatMap(({ rulesBroken }) => rulesBroken)).toEqual([]);
  const results = gambitResults(pairs);
  expect(results.map(({ gambit }) => gambit)).toEqual([...gambitNames]);
  for (const { people, signed } of results) {
    expect(people).toBeGreaterThan(20);
    expect(signed).toBeGreaterThan(0.5);
  }
});

test('what is lost by cause comes to what the oracle could have gained more', () => {
  const { rows } = simulateCases(setting, { seed: 9, from: 0, to: 120, twinEvery: 0 });
  for (const { lost, oracleFen, outcomes } of rows) {
    const sum = lostCauses.reduce((all, cause) => all + lost[cause], 0);
    expect(sum).toBeCloseTo(oracleFen - (outcomes[0]?.worthFen ?? 0), 3);
  }
});
