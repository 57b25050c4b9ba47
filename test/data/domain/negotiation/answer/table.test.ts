// The ratchet: numbers stay, what was shown is not withdrawn while it is valid, and no menu is without the lowest one.

import type { Scene } from '../../../../../data/domain/negotiation/answer/scene';
import { layOnTable, lowestOnTable } from '../../../../../data/domain/negotiation/answer/table';
import { type Negotiation, startNegotiation } from '../../../../../data/domain/negotiation/negotiation';
import type { PlanTerms } from '../../../../../data/domain/negotiation/offers/offerGrid';
import type { AdmittedOffer, Offer } from '../../../../../data/domain/offer/offer';
import { anOffer, planOf } from '../../builders';
import { shippedLimits, theAccount, today } from '../bargaining';

const account = theAccount();
const [, late] = shippedLimits.segments;
if (late === undefined) throw new Error('two segments ship');
const fresh = startNegotiation(shippedLimits, account, today);
const sceneWith = (negotiation: Partial<Negotiation> = {}, changes: Partial<Scene> = {}): Scene => ({
  negotiation: { ...fresh, ...negotiation },
  account,
  limits: shippedLimits,
  segment: late,
  today,
  ...changes,
});
const plan = (instalmentCount: number, changes: Partial<PlanTerms> = {}) => ({
  terms: planOf(instalmentCount, changes),
  shape: 'recommended' as const,
});
const lay = (plans: ReturnType<typeof plan>[], scene = sceneWith(), dueDay = 15) => layOnTable(scene, plans, dueDay);
const pricedOn = { principalFen: 2_000_000, feesFen: 150_000, documentedFen: null, segmentId: late.segmentId };
const numbers = (offers: readonly Offer[]) => offers.map((offer) => offer.number);
const counts = (offers: readonly Offer[]) => offers.map((offer) => offer.instalmentCount);

describe('laying plans on the table', () => {
  test('numbers them in order and remembers what was shown, under which policy and how low it went', () => {
    const { offers, negotiation } = lay([plan(48), plan(36)]);
    expect(numbers(offers)).toEqual([1, 2]);
    expect(negotiation).toEqual({
      ...fresh,
      stage: 'offering',
      table: offers,
      offerVersions: { 1: 'offers-2026-11', 2: 'offers-2026-11' },
      pricedOn: { 1: pricedOn, 2: pricedOn },
      nextNumber: 3,
      shownNumbers: [1, 2],
      lowestInstalmentFen: 58_972,
      lastAsked: 'offer',
    });
  });

  test('keeps number and terms of a plan that lies there already', () => {
    const first = lay([plan(48), plan(36)]);
    const terms = { offer: anOffer(), policyVersion: 'offers-2026-11' };
    const later = sceneWith({ ...first.negotiation, signing: { step: 'chosen', terms } }, { today: '2026-11-25' });
    const again = lay([plan(36), plan(60)], later);
    expect(numbers(again.offers)).toEqual([2, 3]);
    expect(again.offers[0]).toBe(first.offers[1]);
    expect(again.negotiation).toMatchObject({ nextNumber: 4, shownNumbers: [2, 3], signing: null });
    expect(Object.keys(again.negotiation.offerVersions)).toEqual(['1', '2', '3']);
    expect(numbers(again.negotiation.table)).toEqual([1, 2, 3]);
  });

  test.each<readonly [string, Partial<PlanTerms>, number]>([
    ['another first payment', { downPaymentFen: 300_000 }, 15],
    ['another rate', { monthlyRate: 0.002, reliefRuleId: 'provedHardship' }, 15],
    ['another deferral', { deferMonths: 1 }, 15],
    ['another rule of relief', { reliefRuleId: 'largeFirstPayment' }, 15],
    ['another due day', {}, 16],
  ])('%s makes another offer', (_, changes, dueDay) => {
    const first = lay([plan(48)]);
    expect(numbers(lay([plan(48, changes)], sceneWith(first.negotiation), dueDay).offers)[0]).toBe(2);
  });

  test('another rate of the same rule makes another offer', () => {
    const under = (monthlyRate: number) => plan(48, { monthlyRate, reliefRuleId: 'provedHardship' });
    const first = lay([under(0.002)]);
    expect(numbers(lay([under(0.0025)], sceneWith(first.negotiation)).offers)[0]).toBe(2);
  });

  test('another method makes another offer', () => {
    const segment = { ...late, methods: ['annuity', 'equalPrincipal'] as ('annuity' | 'equalPrincipal')[] };
    const first = lay([plan(48)]);
    const scene = sceneWith(first.negotiation, { segment });
    expect(lay([plan(48, { method: 'equalPrincipal' })], scene).offers[0]).toMatchObject({ number: 2 });
  });

  test('shows a plan once, however often it was meant', () => {
    expect(numbers(lay([plan(48), plan(48), plan(36)]).offers)).toEqual([1, 2]);
  });

  test('leaves out what breaks a limit, and uses up no number for it', () => {
    const { offers, negotiation } = lay([plan(47), plan(48)]);
    expect(counts(offers)).toEqual([48]);
    expect(negotiation).toMatchObject({ nextNumber: 2, offerVersions: { 1: 'offers-2026-11' } });
  });

  test('with nothing to show stays where it was', () => {
    const { offers, negotiation } = lay([plan(47)], sceneWith({}, { account: theAccount({ balanceFen: 2_600_000 }) }));
    expect(offers).toEqual([]);
    expect(negotiation).toMatchObject({ stage: 'eliciting', lowestInstalmentFen: null, balanceFen: 2_600_000 });
    expect(lay([plan(47)], sceneWith({ lowestInstalmentFen: 50_000 })).negotiation.lowestInstalmentFen).toBe(50_000);
  });

  test('adds the lowest that was shown where all others are dearer, in place of a third', () => {
    const { negotiation } = lay([plan(60), plan(48)]);
    const scene = sceneWith(negotiation);
    expect(counts(lay([plan(36)], scene).offers)).toEqual([36, 60]);
    expect(counts(lay([plan(36), plan(30)], scene).offers)).toEqual([36, 30, 60]);
    expect(counts(lay([plan(36), plan(30), plan(24)], scene).offers)).toEqual([36, 30, 60]);
    expect(counts(lay([plan(48), plan(60)], scene).offers)).toEqual([48, 60]);
    expect(lay([plan(47)], scene).offers).toEqual([]);
    expect(lay([plan(36)], scene).negotiation).toMatchObject({ shownNumbers: [3, 1], lowestInstalmentFen: 47_966 });
  });

  test('adds nothing where one of them is as low', () => {
    const twin = { ...lay([plan(60)]).offers[0], number: 7, dueDay: 20 } as AdmittedOffer;
    expect(numbers(lay([plan(60)], sceneWith({ table: [twin], nextNumber: 8 })).offers)).toEqual([8]);
  });

  test('remembers the smallest balance that offers on the table were priced on', () => {
    const on = (balanceFen: number, ...plans: ReturnType<typeof plan>[]) =>
      lay(plans, sceneWith({ balanceFen: 2_500_000 }, { account: theAccount({ balanceFen }) })).negotiation.balanceFen;
    expect(on(2_643_120, plan(48))).toBe(2_500_000);
    expect(on(2_400_000, plan(48))).toBe(2_400_000);
    expect(on(2_643_120)).toBe(2_643_120);
  });
});

test('the lowest on the table is the earliest of equals', () => {
  const offers = [300, 200, 200, 250].map((instalmentFen, i) => anOffer({}, { number: i + 1, instalmentFen }));
  expect(lowestOnTable(offers)?.number).toBe(2);
  expect(lowestOnTable([])).toBeNull();
});
