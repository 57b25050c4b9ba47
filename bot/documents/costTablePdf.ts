// The cost table of an agreement as it is printed: each item with how it is charged, how much it is, and who collects it.
import { fenToYuanText } from '../../data/domain/money/money';
import type { CostItem, CostTable } from '../../data/domain/offer/costTable';
import { rateText } from '../../dialogs/text/formatMessage';
import { type AgreementText, fill } from './agreementFacts';
import type { Column, PdfPage } from './pdfPage';

type Row = readonly [item: string, how: string, amount: string, by: string];

function balanceRows({ financed, downPayment, waived, notChargedFen }: CostTable, text: AgreementText): Row[] {
  const yuan = fenToYuanText;
  const { principalFen, interestFen, feesFen, totalFen } = financed;
  const parts = { principal: yuan(principalFen), interest: yuan(interestFen), fees: yuan(feesFen) };
  const rows: Row[] = [[text.costFinanced, fill(text.costFinancedHow, parts), yuan(totalFen), '']];
  if (downPayment !== null) {
    const how = fill(text.costDownHow, { date: downPayment.dueDate });
    rows.push([text.costDown, how, yuan(downPayment.amountFen), text.costBank]);
  }
  const waivedFen = waived.interestFen + waived.feesFen;
  if (waivedFen > 0) {
    const how = fill(text.costWaivedHow, { interest: yuan(waived.interestFen), fees: yuan(waived.feesFen) });
    rows.push([text.costWaived, how, yuan(-waivedFen), '']);
  }
  if (notChargedFen > 0) rows.push([text.costNotCharged, text.costNotChargedHow, yuan(-notChargedFen), '']);
  return rows;
}

function costRow(item: CostItem, text: AgreementText): Row {
  const amount = fenToYuanText(item.amountFen);
  switch (item.kind) {
    case 'interest':
      return [
        text.costInterest,
        fill(text.costInterestHow, { rate: rateText(item.monthlyRate) }),
        amount,
        text.costBank,
      ];
    case 'flatFee':
      return [text.costFlatFee, fill(text.costFlatFeeHow, { rate: rateText(item.monthlyRate) }), amount, text.costBank];
    case 'feesOwed':
      return [text.costFeesOwed, text.costFeesOwedHow, amount, text.costBank];
  }
}

function closingRows({ yearlyRate, onDefault }: CostTable, text: AgreementText): Row[] {
  const yearly = { nominal: rateText(yearlyRate.nominal), effective: rateText(yearlyRate.effective) };
  const overdue = { daily: rateText(onDefault.dailyInterestRate), yearly: rateText(onDefault.yearlyInterestRate) };
  const late = fill(text.costLateHow, { share: rateText(onDefault.lateChargeShare) });
  return [
    [text.costYearly, fill(text.costYearlyHow, yearly), yearly.nominal, ''],
    [text.costOther, text.costOtherHow, text.costNone, ''],
    [text.costOverdue, fill(text.costOverdueHow, overdue), text.costAsIncurred, text.costBank],
    [text.costLate, late, text.costAsIncurred, text.costBank],
  ];
}

/** Every row of the table in order: what is financed, each cost, the yearly rate, that nothing else is charged, and default. */
export const costTableRows = (table: CostTable, text: AgreementText): Row[] => [
  ...balanceRows(table, text),
  ...table.costs.map((item) => costRow(item, text)),
  ...closingRows(table, text),
];

/** Draws the table where the page stands. */
export function drawCostTable(page: PdfPage, table: CostTable, text: AgreementText): void {
  const columns: readonly Column[] = [
    { title: text.costColumnItem, share: 0.19, align: 'left' },
    { title: text.costColumnHow, share: 0.56, align: 'left' },
    { title: text.costColumnAmount, share: 0.125, align: 'right' },
    { title: text.costColumnBy, share: 0.125, align: 'right' },
  ];
  page.subheading(fill(text.costHeading, { date: table.asOf }));
  page.table(columns, costTableRows(table, text), false);
}
