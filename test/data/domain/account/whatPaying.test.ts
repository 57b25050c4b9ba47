// What a payment would go to and leave, and what a day costs.
import fc from 'fast-check';
import { owedOn } from '../../../../data/domain/account/account';
import { addPayments } from '../../../../data/domain/account/accountPayments';
import { afterPaying, interestADay } from '../../../../data/domain/account/whatPaying';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { anAccount } from '../builders';

const today = '2026-11-23';

test('457 days late, 1,000 yuan goes to the principal alone and leaves 25,431.20', () => {
  expect(afterPaying(anAccount(), 100_000, today)).toEqual({
    paidFen: 100_000,
    paid: { principalFen: 100_000, interestFen: 0, feesFen: 0 },
    leftFen: 2_543_120,
    leftPrincipalFen: 1_900_000,
    principalFirst: true,
  });
});

test('a day costs 10.00 yuan on 20,000 of principal, and nothing where nothing is past due', () => {
  expect(interestADay(anAccount())).toBe(1_000);
  expect(interestADay(anAccount({ pastDueSince: null }))).toBe(0);
});

test('what is paid and what is left add up to what is owed that day, and the bank’s book says the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4_000_000 }), fc.nat(400), fc.nat(500), (amountFen, inDays, lateDays) => {
      const account = anAccount({ pastDueSince: addDays(today, -lateDays) });
      const day = addDays(today, inDays);
      const { paid, paidFen, leftFen } = afterPaying(account, amountFen, day);
      expect(paid.principalFen + paid.interestFen + paid.feesFen).toBe(paidFen);
      expect(paidFen + leftFen).toBe(owedOn(account, day).totalFen);
      const booked = addPayments(account, [{ paymentId: 'P', paidOn: day, amountFen, channel: 'app' }]).account;
      expect(booked.principalFen + booked.interestFen + booked.feesFen).toBe(leftFen);
    }),
  );
});
