// What a customer reads before signing: every cost by item, and sums that add up.
import fc from 'fast-check';
import { type Account, negotiableAccount } from '../../../../data/domain/account/account';
import { commonContractTerms as contract } from '../../../../data/domain/money/contractTerms';
import { priceOffer } from '../../../../data/domain/negotiation/offers/priceOffer';
import { type CostTable, costTableOf, costTableSchema } from '../../../../data/domain/offer/costTable';
import type { Offer } from '../../../../data/domain/offer/offer';
import { anAccount, anOffer } from '../builders';
import { shippedLimits, today } from '../negotiation/bargaining';

const [early, late] = shippedLimits.segments;
if (early === undefined || late === undefined) throw new Error('two segments ship');

function tableOf(offer: Offer, accounts: readonly [Account, ...Account[]], day = today): CostTable {
  const table = costTableOf({ offer, accounts, contract, today: day });
  if (table === null) throw new Error('this offer takes no more than is owed');
  return table;
}

test('the case the project began with: 26,431.20 owed and financed, 1,875.48 of interest, fees spread, 18.25 % on default', () => {
  const table = tableOf(anOffer(), [anAccount()]);
  const parts = { principalFen: 2_000_000, interestFen: 493_120, feesFen: 150_000, totalFen: 2_643_120 };
  expect(table).toEqual({
    version: 1,
    asOf: '2026-11-23',
    currency: 'CNY',
    accounts: [{ cardTail: '6688', ...parts }],
    balance: parts,
    waived: { interestFen: 0, feesFen: 0 },
    notChargedFen: 0,
    downPayment: null,
    financed: { ...parts, interestFreeFen: 150_000 },
    costs: [
      { kind: 'interest', monthlyRate: 0.003, amountFen: 187_548, collectedBy: 'bank' },
      { kind: 'feesOwed', amountFen: 150_000, collectedBy: 'bank' },
    ],
    costFen: 187_548,
    yearlyRate: { nominal: 0.034, effective: 0.0345 },
    repayment: {
      method: 'annuity',
      cycle: 'monthly',
      instalmentCount: 48,
      instalmentFen: 58_972,
      lastInstalmentFen: 58_984,
      firstDueDate: '2026-12-16',
      lastDueDate: '2030-11-16',
      dueDay: 16,
      totalFen: 2_830_668,
    },
    // 0.05 % × 365
    onDefault: {
      missedInstalmentsMax: 2,
      graceDays: 3,
      dailyInterestRate: 0.0005,
      yearlyInterestRate: 0.1825,
      lateChargeShare: 0.05,
    },
  });
});

test('interest that accrued since the offer was made is not charged, and the table says how much', () => {
  // Ten days on: 20,000.00 × 0.05 % × 10.
  const table = tableOf(anOffer(), [anAccount()], '2026-12-03');
  expect(table).toMatchObject({ notChargedFen: 10_000, financed: { interestFen: 493_120, totalFen: 2_643_120 } });
  expect(table.balance.totalFen).toBe(2_653_120);
});

test('an offer made before a payment came in has no table until it is priced again', () => {
  const paid = anAccount({ principalFen: 1_900_000 });
  expect(costTableOf({ offer: anOffer(), accounts: [paid], contract, today })).toBeNull();
});

test('two cards in one plan are both named, and their balances add up', () => {
  const accounts: [Account, Account] = [
    anAccount(),
    anAccount({ accountId: 'ACC-2', cardTail: '5501', principalFen: 100_000, interestFen: 0, feesFen: 20_000 }),
  ];
  const table = tableOf(anOffer({ financedFen: 2_763_120, interestFreeFen: 170_000 }), accounts);
  expect(table.accounts.map(({ cardTail, totalFen }) => [cardTail, totalFen])).toEqual([
    ['6688', 2_643_120],
    ['5501', 120_000],
  ]);
  expect(table).toMatchObject({ balance: { feesFen: 170_000, totalFen: 2_763_120 }, financed: { feesFen: 170_000 } });
});

test('a flat fee is a fee and not interest, and a plan without a rate costs nothing', () => {
  const [flat, free] = [anOffer({ method: 'flatFee' }), anOffer({ monthlyRate: 0 })];
  // 24,931.20 × 0.3 % is 74.79 a month, 48 times.
  expect(tableOf(flat, [anAccount()]).costs[0]).toMatchObject({ kind: 'flatFee', amountFen: 48 * 7_479 });
  expect(tableOf(free, [anAccount()]).costFen).toBe(0);
});

test('whatever is waived, paid at the start or late: the parts add up to the balance, the costs to what is paid, and it can be saved', () => {
  const money = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      fc.record({
        principalFen: fc.integer({ min: 100_000, max: 20_000_000 }),
        interestFen: money(3_000_000),
        feesFen: money(1_000_000),
        pastDueSince: fc.constantFrom('2026-11-01', '2026-08-26', '2026-08-24', '2025-08-23'),
      }),
      fc.record({
        downShare: fc.double({ min: 0, max: 0.8, noNaN: true }),
        feeShare: fc.constantFrom(0, 0.3, 1),
        interestShare: fc.constantFrom(0, 0.2),
        instalmentCount: fc.constantFrom(3, 12, 48, 60),
        method: fc.constantFrom('annuity' as const, 'equalPrincipal' as const, 'flatFee' as const),
      }),
      (balances, { downShare, feeShare, interestShare, instalmentCount, method }) => {
        const account = anAccount(balances);
        const owed = negotiableAccount([account], today);
        const feeWaiverFen = Math.round(owed.feesFen * feeShare);
        const interestWaiverFen = Math.round(owed.interestFen * interestShare);
        const left = owed.balanceFen - feeWaiverFen - interestWaiverFen;
        const downPaymentFen = Math.min(Math.round(owed.balanceFen * downShare), left - 1);
        const offer = priceOffer({
          terms: {
            downPaymentFen,
            instalmentCount,
            method,
            monthlyRate: 0.003,
            deferMonths: 0,
            feeWaiverFen,
            interestWaiverFen,
            reliefRuleId: 'provedHardship',
          },
          account: owed,
          limits: shippedLimits,
          segment: late,
          today,
          dueDay: 15,
          number: 1,
          shape: 'recommended',
        });
        const table = tableOf(offer, [account]);
        const { balance, financed, waived, costs, costFen, repayment } = table;
        expect(financed.principalFen + financed.interestFen + financed.feesFen).toBe(financed.totalFen);
        expect(financed.totalFen + downPaymentFen + waived.interestFen + waived.feesFen).toBe(balance.totalFen);
        expect(financed.interestFreeFen).toBe(financed.feesFen);
        expect(financed.totalFen + downPaymentFen + costFen).toBe(repayment.totalFen);
        expect(costs.map(({ amountFen }) => amountFen)).toEqual(
          financed.feesFen > 0 ? [costFen, financed.feesFen] : [costFen],
        );
        expect(costTableSchema.parse(structuredClone(table))).toEqual(table);
      },
    ),
  );
});
