// The gates: met by the engine on a small run, and missed by what they are there to catch.
import { surplusCaptured } from '../../../../../data/domain/simulation/result/bootstrap';
import { gateNames, gatesOf } from '../../../../../data/domain/simulation/result/gates';
import { measure } from '../../../../../data/domain/simulation/result/measure';
import { violations } from '../../../../../data/domain/simulation/result/violations';
import { simulateCases } from '../../../../../data/domain/simulation/simulateCases';
import { planOf } from '../../builders';
import { customerOf, givingFloor, pricedOffer } from '../cases';
import { shippedSetting, today } from '../shipped';

const setting = shippedSetting();
const { limits } = setting;

test('the engine meets the gates that no chance can excuse, on 200 customers', () => {
  const {
    gates,
    rulesBroken,
    surplusCaptured: captured,
  } = measure(simulateCases(setting, { seed: 11, from: 0, to: 200, twinEvery: 8 }));
  const certain = ['violations', 'monotone', 'withdrawn', 'hardshipPrecision', 'hardshipRecall'] as const;
  expect(rulesBroken).toEqual({});
  for (const name of certain) expect([name, gates[name].ok]).toEqual([name, true]);
  expect(captured.engine.mean).toBeGreaterThan(0.85);
  expect(captured.engine.low).toBeLessThan(captured.engine.mean);
  expect(captured.engine.high).toBeGreaterThan(captured.engine.mean);
});

test('an engine that always gives the floor is caught', () => {
  const gates = gatesOf(simulateCases(setting, { seed: 11, from: 0, to: 300, twinEvery: 4 }, [givingFloor]));
  expect(gates.violations.ok).toBe(false);
  expect(gates.kept.ok).toBe(false);
});

test('every gate has a name, a value and a target', () => {
  const gates = gatesOf(simulateCases(setting, { seed: 3, from: 0, to: 8, twinEvery: 2 }));
  expect(Object.keys(gates)).toEqual([...gateNames]);
  for (const { value, target } of Object.values(gates))
    expect([Number.isFinite(value), Number.isFinite(target)]).toEqual([true, true]);
});

const customer = { ...customerOf(setting, 'truthful', 1) };
const account = { ...customer.account, documentedMonthlyCapacityFen: null };
const facts = { account, limits, today };
const terms = planOf(24);
const listRate =
  limits.segments.find((one) => customer.account.daysPastDue <= one.daysPastDueMax)?.monthlyRateList ?? 0;
const fair = { ...terms, monthlyRate: listRate };

test('a plan inside the limits breaks none', () => {
  expect(violations(pricedOffer(limits, customer, fair), facts)).toEqual([]);
});

test.each([
  ['a number of months that policy does not have', { ...fair, instalmentCount: 25 }, 'instalmentCount'],
  ['a rate below the list without a rule', { ...fair, monthlyRate: 0.002 }, 'relief'],
  ['fees given up without a rule', { ...fair, feeWaiverFen: 100 }, 'relief'],
  ['a rate above the list', { ...fair, monthlyRate: 0.009 }, 'monthlyRate'],
  ['payments put off too long', { ...fair, deferMonths: 9 }, 'deferMonths'],
  [
    'a first payment above what policy allows',
    { ...fair, downPaymentFen: Math.round(customer.account.balanceFen * 0.95) },
    'downPayment',
  ],
])('%s is a violation', (_, wrong, rule) => {
  expect(violations(pricedOffer(limits, customer, wrong), facts)).toContain(rule);
});

test('a total that the schedule does not give is a violation', () => {
  const offer = pricedOffer(limits, customer, fair);
  expect(violations({ ...offer, totalFen: offer.totalFen - 500 }, facts)).toContain('total');
  expect(violations({ ...offer, instalmentFen: offer.instalmentFen - 500 }, facts)).toContain('instalment');
});

test('an account that may not be negotiated has no lawful offer', () => {
  const excluded = { ...facts, account: { ...account, product: 'corporate' } };
  expect(violations(pricedOffer(limits, customer, fair), excluded)).toEqual(['notNegotiable']);
});

test('surplus captured is gain over possible gain, and the interval holds it', () => {
  const table = {
    silentFen: Float64Array.of(10, 10, 0, 5),
    oracleFen: Float64Array.of(20, 10, 10, 25),
    byPolicy: { engine: Float64Array.of(15, 10, 10, 15), other: Float64Array.of(10, 10, 0, 5) },
  };
  const { surplus, ahead } = surplusCaptured(table, 'engine');
  expect(surplus.engine?.mean).toBeCloseTo((5 + 0 + 10 + 10) / 40, 12);
  expect(surplus.other).toEqual({ mean: 0, low: 0, high: 0 });
  expect(ahead.other?.mean).toBeCloseTo(25 / 40, 12);
  expect(ahead.engine).toEqual({ mean: 0, low: 0, high: 0 });
  expect(surplusCaptured(table, 'engine')).toEqual({ surplus, ahead });
});
