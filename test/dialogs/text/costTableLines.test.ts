// The cost table line by line, in both languages: nothing that the law asks for is left out, and every figure is typed.
import { commonContractTerms as contract } from '../../../data/domain/money/contractTerms';
import { costTableOf } from '../../../data/domain/offer/costTable';
import type { Offer } from '../../../data/domain/offer/offer';
import bank from '../../../data/policy/bank.json';
import { costTableLines } from '../../../dialogs/text/costTableLines';
import { formatMessage } from '../../../dialogs/text/formatMessage';
import { anAccount, anOffer } from '../../data/domain/builders';

const linesOf = (offer: Offer, ...tails: string[]) => {
  const others = tails.map((cardTail) => anAccount({ cardTail, principalFen: 0, interestFen: 0, feesFen: 0 }));
  const table = costTableOf({ offer, accounts: [anAccount(), ...others], contract, today: '2026-11-23' });
  if (table === null) throw new Error('this offer takes no more than is owed');
  return costTableLines(table, bank);
};
const idsOf = (offer: Offer, ...tails: string[]) => linesOf(offer, ...tails).map(({ id }) => id);

const always = [
  'costTable.yearlyRate',
  'costTable.nothingElse',
  'costTable.onDefault',
  'costTable.rights',
  'costTable.disputes',
];

test('a customer reads balance, what is financed, repayment, each cost, default, rights and where to complain', () => {
  expect(idsOf(anOffer())).toEqual([
    'costTable.title',
    'costTable.account',
    'costTable.financed.interestFree',
    'costTable.repayment.annuity',
    'costTable.interest',
    'costTable.feesOwed',
    ...always,
  ]);
});

test('two cards, a first payment, relief and no rate each have their line', () => {
  const waivers = { feeWaiverFen: 150_000, interestWaiverFen: 93_120, reliefRuleId: 'provedHardship' };
  const offer = anOffer(
    { financedFen: 2_000_000, interestFreeFen: 0, monthlyRate: 0, method: 'equalPrincipal' },
    { ...waivers, downPaymentFen: 400_000, totalFen: 2_400_000 },
  );
  expect(idsOf(offer, '5501')).toEqual([
    'costTable.title',
    'costTable.account',
    'costTable.account',
    'costTable.balance',
    'costTable.waived',
    'costTable.downPayment',
    'costTable.financed',
    'costTable.repayment.equalPrincipal',
    'costTable.noInterest',
    ...always,
  ]);
});

test.each(['zh-CN', 'en-US'] as const)(
  'the words in %s carry the figures of the case the project began with',
  (locale) => {
    const words = linesOf(anOffer()).map(({ id, values }) => formatMessage(locale, id, values).text);
    const said = words.join('\n');
    for (const figure of ['26,431.20', '1,500.00', '589.72', '589.84', '1,875.48', '3.4%', '3.45%', '18.25%', '0.05%'])
      expect(said).toContain(figure);
  },
);
