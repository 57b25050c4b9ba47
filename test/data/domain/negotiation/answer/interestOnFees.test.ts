// A conversation under way from before fees were free of interest: the offer is made anew without it before anything is read.
import { certainTurn } from '../../../../../data/domain/customer/customerTurn';
import { negotiationSchema } from '../../../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../../../data/domain/negotiation/nextMove';
import { instalmentAmounts } from '../../../../../data/domain/offer/instalmentAmounts';
import type { Offer } from '../../../../../data/domain/offer/offer';
import { play, shippedLimits, theAccount, today } from '../bargaining';

/** As an earlier release priced and saved it: everything financed bears interest, and nothing says what does not. */
function asBefore(offer: Offer): unknown {
  const { interestFreeFen: _, ...saved } = offer;
  return { ...saved, ...instalmentAmounts({ ...offer, interestFreeFen: 0 }) };
}

test('an offer saved with interest on its fees is read back without it, never dearer', () => {
  const { negotiation } = play([['negotiate.terms', { monthlyAmount: { min: 2000, max: 2000 }, payday: 15 }]]);
  const saved = { ...negotiation, pricedOn: {}, table: negotiation.table.map(asBefore) };
  const read = negotiationSchema.parse(JSON.parse(JSON.stringify(saved)));
  expect(read.table[0]).toMatchObject({ interestFreeFen: 0, instalmentFen: 77_566 });
  const accept = certainTurn('negotiate.accept', { offerNumber: 1 });
  const { negotiation: revised } = nextMove(read, accept, theAccount(), shippedLimits, today);
  expect(
    revised.table.map(({ number, instalmentFen, interestFreeFen }) => [number, instalmentFen, interestFreeFen]),
  ).toEqual([
    [1, 77_331, 150_000],
    [2, 92_024, 150_000],
    [3, 47_966, 150_000],
  ]);
  const again = nextMove(revised, accept, theAccount(), shippedLimits, today);
  expect(again.move).toMatchObject({ kind: 'readBack', offer: { instalmentFen: 77_331, totalFen: 2_783_905 } });
});
