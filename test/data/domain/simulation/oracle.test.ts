// The oracle is never beaten: not by any baseline, not by the engine, whatever the limits and the customers.
import fc from 'fast-check';
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { oracle } from '../../../../data/domain/simulation/oracle';
import { worthWithoutAgreement } from '../../../../data/domain/simulation/planWorth';
import { drawBookFacts } from '../../../../data/domain/simulation/population/bookFacts';
import { drawCustomer, type SimulatedCustomer } from '../../../../data/domain/simulation/population/customers';
import { drawPopulation } from '../../../../data/domain/simulation/population/drawPopulation';
import type { Setting } from '../../../../data/domain/simulation/result/caseResult';
import { measure, surplusOf } from '../../../../data/domain/simulation/result/measure';
import { joinStretches, policiesOf, simulateCases } from '../../../../data/domain/simulation/simulateCases';
import { cheating, customerOf } from './cases';
import { shippedLimits, shippedPopulations, shippedSetting, today } from './shipped';

const populations = shippedPopulations();
const shipped = shippedLimits();

/** The shipped limits with other counts, methods, rates and first payments. */
const limitsArbitrary: fc.Arbitrary<PolicyLimits> = fc
  .record({
    counts: fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 8 }),
    methods: fc.uniqueArray(fc.constantFrom('annuity' as const, 'equalPrincipal' as const, 'flatFee' as const), {
      minLength: 1,
    }),
    list: fc.constantFrom(0.002, 0.003, 0.006, 0.009),
    startMin: fc.constantFrom(0, 0, 0.05),
    step: fc.constantFrom(10000, 50000),
    defer: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ counts, methods, list, startMin, step, defer }) => ({
    ...shipped,
    downPaymentStepFen: step,
    segments: shipped.segments.map((segment) => ({
      ...segment,
      instalmentCounts: counts,
      methods,
      monthlyRateList: list,
      monthlyRateFloor: Math.min(list, segment.monthlyRateFloor),
      downPaymentShareMin: startMin,
      downPaymentShares: [startMin, 0.15, 0.35, 0.6],
      deferMonthsMax: defer,
    })),
  }));

const populationArbitrary = fc.oneof(
  fc.constantFrom(populations.base, ...Object.values(populations.stress)),
  fc.nat(1e6).map(drawPopulation),
);

test('no policy beats the oracle in any case', () => {
  fc.assert(
    fc.property(limitsArbitrary, populationArbitrary, fc.nat(1e6), (limits, population, seed) => {
      const setting: Setting = { limits, population, today };
      const { rows } = simulateCases(setting, { seed, from: 0, to: 10, twinEvery: 0 });
      for (const { outcomes, oracleFen, policyOracleFen, silentFen } of rows) {
        for (const outcome of outcomes) expect(outcome.worthFen).toBeLessThanOrEqual(policyOracleFen + 1e-6);
        expect(oracleFen).toBeGreaterThanOrEqual(silentFen);
      }
    }),
    { numRuns: 15 },
  );
});

test('an engine that reads the true capacity captures all there is', () => {
  const setting = shippedSetting();
  const customers = new Map<number, SimulatedCustomer>();
  for (let index = 0; index < 80; index++) {
    const facts = drawBookFacts(setting.population, 4, index);
    customers.set(4 * 1_000_003 + index, drawCustomer(setting.population, facts, 4, index));
  }
  const cases = simulateCases(setting, { seed: 4, from: 0, to: 80, twinEvery: 0 }, [cheating(setting, customers)]);
  const { engine } = surplusOf(cases).surplus;
  expect(engine.mean).toBeGreaterThan(0.9999);
  expect(engine.mean).toBeLessThanOrEqual(1 + 1e-9);
});

test('results do not depend on the order of cases, nor on how the work is cut', () => {
  const setting = shippedSetting();
  const stretch = (from: number, to: number) => simulateCases(setting, { seed: 2, from, to, twinEvery: 20 });
  const whole = joinStretches([stretch(0, 40)]);
  const parts = joinStretches([stretch(25, 40), stretch(0, 10), stretch(10, 25)]);
  expect(parts).toEqual(whole);
  expect(measure(parts)).toEqual(measure(whole));
});

test('for whom nothing can be signed the oracle stays silent', () => {
  const setting = shippedSetting();
  for (const behaviour of [
    'willNotPay',
    'hardship',
    'jobLossMidChat',
    'alreadyPaid',
    'disputer',
    'wrongPerson',
  ] as const) {
    const customer = customerOf(setting, behaviour);
    const { balanceFen, daysPastDue } = customer.account;
    const answer = oracle(customer, setting.limits, setting.population).policy;
    expect(answer.plan).toBeNull();
    expect(answer.worthFen).toBe(worthWithoutAgreement(balanceFen, daysPastDue, setting.population.value));
  }
});

test('the oracle waits for a low-baller as long as patience goes', () => {
  const setting = shippedSetting();
  const drawn = customerOf(setting, 'lowBaller', 3);
  const impatient = oracle({ ...drawn, patience: 0 }, setting.limits, setting.population).policy;
  const patient = oracle({ ...drawn, patience: 5 }, setting.limits, setting.population).policy;
  expect(patient.worthFen).toBeGreaterThanOrEqual(impatient.worthFen);
});

test('chance inside policy captures less than asking and solving, and that less than a menu with beliefs', () => {
  const setting = shippedSetting();
  const { baselines } = surplusOf(simulateCases(setting, { seed: 5, from: 0, to: 400, twinEvery: 0 })).surplus;
  expect(baselines.random.high).toBeLessThan(baselines.askSolve70.low);
  expect(baselines.askSolve70.mean).toBeLessThan(baselines.bayesMenu.mean);
});

test('the same customer meets every policy, the engine first', () => {
  expect(policiesOf(shippedSetting()).map((policy) => policy.name)).toEqual([
    'engine',
    'random',
    'fixed12',
    'linearLadder',
    'overConceder',
    'askSolve100',
    'askSolve70',
    'pooled70',
    'bayesMenu',
    'ungatedBayes',
  ]);
});
