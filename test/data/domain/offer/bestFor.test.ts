// What each offer is best for: said only where it is true of that offer and of no other beside it.
import { bestFor } from '../../../../data/domain/offer/bestFor';
import { monthly, offersIn, play } from '../negotiation/bargaining';

const offers = offersIn(play([['negotiate.terms', monthly(1200)]]).last);

test('one offer alone is compared with nothing', () => {
  const [first] = offers;
  expect(first && bestFor(first, [first])).toBeNull();
});

test('the lightest and the cheapest are told, and nothing is said of two', () => {
  const told = offers.map((offer) => bestFor(offer, offers));
  const lightest = offers.reduce((low, offer) => (offer.instalmentFen < low.instalmentFen ? offer : low));
  expect(['lightest', 'lightestAndCheapest']).toContain(bestFor(lightest, offers));
  const said = told.filter((one) => one !== null);
  expect(new Set(said).size).toBe(said.length);
});

test('of two alike, neither is set apart', () => {
  const [first] = offers;
  if (first === undefined) throw new Error('no offers');
  const twins = [first, { ...first, number: 9, shape: 'lowerTotal' as const }];
  expect(bestFor(twins[1] ?? first, twins)).toBeNull();
});

test('the smaller of two first payments is not called nothing to start', () => {
  const { last } = play([['negotiate.terms', { ...monthly(2500), lumpSum: { min: 5000, max: 5000 } }]]);
  const [first] = offersIn(last);
  if (first === undefined) throw new Error('no offers');
  const dearer = { ...first, number: 9, downPaymentFen: 900_000, instalmentFen: 1, totalFen: 1 };
  expect(first.downPaymentFen).toBeGreaterThan(0);
  expect(bestFor(first, [first, dearer])).not.toBe('noStart');
});
