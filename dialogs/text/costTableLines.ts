// The cost table of an offer line by line, in the order in which it is read: message ids with their typed values. A card, a
// reply without cards and the agreement's PDF all draw these lines.
import type { BankProfile } from '../../data/domain/bank/bankProfile';
import type { CostItem, CostTable } from '../../data/domain/offer/costTable';
import type { costTableSpec } from './costTableSpec';
import type { MessageValues } from './messages';

type LineId = keyof typeof costTableSpec;

/** One line: its message and the values that it takes. */
export type CostTableLine = { [Id in LineId]: { readonly id: Id; readonly values: MessageValues<Id> } }[LineId];

type Contacts = Pick<BankProfile, 'hotline' | 'complaintDays'> & { readonly lines: { readonly regulator: string } };

function balanceLines({ asOf, accounts, balance, waived, notChargedFen }: CostTable): CostTableLine[] {
  const parts = ({ totalFen, principalFen, interestFen, feesFen }: CostTable['balance']) => ({
    total: totalFen,
    principal: principalFen,
    interest: interestFen,
    fees: feesFen,
  });
  const lines: CostTableLine[] = [
    { id: 'costTable.title', values: { date: asOf } },
    ...accounts.map((one) => ({ id: 'costTable.account' as const, values: { tail: one.cardTail, ...parts(one) } })),
  ];
  if (accounts.length > 1) lines.push({ id: 'costTable.balance', values: parts(balance) });
  if (waived.interestFen + waived.feesFen > 0)
    lines.push({ id: 'costTable.waived', values: { interest: waived.interestFen, fees: waived.feesFen } });
  if (notChargedFen > 0) lines.push({ id: 'costTable.notCharged', values: { amount: notChargedFen } });
  return lines;
}

function financedLines({ downPayment, financed }: CostTable): CostTableLine[] {
  const start: CostTableLine[] =
    downPayment === null
      ? []
      : [{ id: 'costTable.downPayment', values: { amount: downPayment.amountFen, date: downPayment.dueDate } }];
  const { totalFen, interestFreeFen } = financed;
  return interestFreeFen > 0
    ? [
        ...start,
        { id: 'costTable.financed.interestFree', values: { financed: totalFen, interestFree: interestFreeFen } },
      ]
    : [...start, { id: 'costTable.financed', values: { financed: totalFen } }];
}

function repaymentLine({ repayment }: CostTable): CostTableLine {
  return {
    id: `costTable.repayment.${repayment.method}`,
    values: {
      dueDay: repayment.dueDay,
      instalment: repayment.instalmentFen,
      count: repayment.instalmentCount,
      lastInstalment: repayment.lastInstalmentFen,
      total: repayment.totalFen,
      firstDueDate: repayment.firstDueDate,
      lastDueDate: repayment.lastDueDate,
    },
  };
}

function costLine(item: CostItem): CostTableLine {
  if (item.kind === 'feesOwed') return { id: 'costTable.feesOwed', values: { amount: item.amountFen } };
  if (item.amountFen === 0) return { id: 'costTable.noInterest', values: {} };
  return { id: `costTable.${item.kind}`, values: { monthlyRate: item.monthlyRate, amount: item.amountFen } };
}

/** Every line of the table, none of it left out: balance, what is financed, repayment, costs, default, rights, disputes. */
export function costTableLines(table: CostTable, bank: Contacts): CostTableLine[] {
  const { yearlyRate, onDefault } = table;
  return [
    ...balanceLines(table),
    ...financedLines(table),
    repaymentLine(table),
    ...table.costs.map(costLine),
    {
      id: 'costTable.yearlyRate',
      values: { yearlyRate: yearlyRate.nominal, yearlyRateEffective: yearlyRate.effective },
    },
    { id: 'costTable.nothingElse', values: {} },
    {
      id: 'costTable.onDefault',
      values: {
        count: onDefault.missedInstalmentsMax,
        graceDays: onDefault.graceDays,
        dailyRate: onDefault.dailyInterestRate,
        yearlyRate: onDefault.yearlyInterestRate,
        lateChargeShare: onDefault.lateChargeShare,
      },
    },
    { id: 'costTable.rights', values: {} },
    {
      id: 'costTable.disputes',
      values: { hotline: bank.hotline, complaintDays: bank.complaintDays, regulator: bank.lines.regulator },
    },
  ];
}
