// Messages of the cost table that is read before a signature: id → name and kind of each value.
import type { MessageSpec } from './valueKinds';

const parts = { total: 'money', principal: 'money', interest: 'money', fees: 'money' } as const;
const repayment = {
  dueDay: 'day',
  instalment: 'money',
  count: 'count',
  lastInstalment: 'money',
  total: 'money',
  firstDueDate: 'date',
  lastDueDate: 'date',
} as const;

export const costTableSpec = {
  'costTable.title': { date: 'date' },
  'costTable.account': { tail: 'tail', ...parts },
  'costTable.balance': parts,
  'costTable.waived': { interest: 'money', fees: 'money' },
  'costTable.notCharged': { amount: 'money' },
  'costTable.downPayment': { amount: 'money', date: 'date' },
  'costTable.financed': { financed: 'money' },
  'costTable.financed.interestFree': { financed: 'money', interestFree: 'money' },
  'costTable.repayment.annuity': repayment,
  'costTable.repayment.equalPrincipal': repayment,
  'costTable.repayment.flatFee': repayment,
  'costTable.interest': { monthlyRate: 'rate', amount: 'money' },
  'costTable.flatFee': { monthlyRate: 'rate', amount: 'money' },
  'costTable.noInterest': {},
  'costTable.feesOwed': { amount: 'money' },
  'costTable.yearlyRate': { yearlyRate: 'rate', yearlyRateEffective: 'rate' },
  'costTable.nothingElse': {},
  'costTable.onDefault': {
    count: 'count',
    graceDays: 'count',
    dailyRate: 'rate',
    yearlyRate: 'rate',
    lateChargeShare: 'rate',
  },
  'costTable.rights': {},
  'costTable.disputes': { hotline: 'name', complaintDays: 'count', regulator: 'name' },
} as const satisfies MessageSpec;
