// The signed agreement as a PDF in the customer's language. The reading of a signed record: it decides nothing.
import type { ArrangementRow, BalanceAtSigning } from '../../data/domain/arrangement/arrangement';
import { localTime } from '../../data/domain/calendar/calendar';
import { fenToYuanText } from '../../data/domain/money/money';
import { instalmentSchedule } from '../../data/domain/offer/instalmentSchedule';
import { rateText } from '../../dialogs/text/formatMessage';
import { type AgreementFacts, type AgreementText, agreementText, fill } from './agreementFacts';
import { drawCostTable } from './costTablePdf';
import { type Column, margin, PdfPage } from './pdfPage';

const right = (title: string, share: number): Column => ({ title, share, align: 'right' });
const left = (title: string, share: number): Column => ({ title, share, align: 'left' });

function parties(page: PdfPage, { bank, record }: AgreementFacts, text: AgreementText): void {
  const { locale, balances } = record;
  const cards = balances.map(({ cardTail }) => fill(text.cardTail, { tail: cardTail })).join(text.listSeparator);
  page.heading(text.partiesHeading);
  page.paragraph(fill(text.partyBank, { bankName: bank.name[locale], hotline: bank.hotline }));
  page.paragraph(fill(text.partyHolder, { cards }));
}

function balance(page: PdfPage, { record: { balances, signedOn } }: AgreementFacts, text: AgreementText): void {
  const sum = (pick: (one: BalanceAtSigning) => number) => balances.reduce((total, one) => total + pick(one), 0);
  const row = (name: string, principal: number, interest: number, fees: number, total: number) => [
    name,
    ...[principal, interest, fees, total].map(fenToYuanText),
  ];
  page.heading(text.balanceHeading);
  page.paragraph(fill(text.balanceLead, { date: signedOn }));
  const columns = [
    left(text.columnCard, 0.28),
    ...[text.columnPrincipal, text.columnInterest, text.columnFees, text.columnTotal].map((title) =>
      right(title, 0.18),
    ),
  ];
  const rows = balances.map((one) =>
    row(fill(text.cardCell, { tail: one.cardTail }), one.principalFen, one.interestFen, one.feesFen, one.totalFen),
  );
  const total = row(
    text.totalRow,
    sum((one) => one.principalFen),
    sum((one) => one.interestFen),
    sum((one) => one.feesFen),
    sum((one) => one.totalFen),
  );
  page.table(columns, [...rows, total], true);
}

const downPaymentDate = (schedule: readonly ArrangementRow[]): string =>
  schedule.find((row) => row.number === 0)?.dueDate ?? '';

function plan(page: PdfPage, { record: { offer, schedule, costTable } }: AgreementFacts, text: AgreementText): void {
  const yuan = fenToYuanText;
  const cost = offer.totalFen - offer.downPaymentFen - offer.financedFen;
  page.heading(text.planHeading);
  page.box([
    fill(text.rateBox, { nominal: rateText(offer.yearlyRateNominal), effective: rateText(offer.yearlyRateEffective) }),
    fill(text.rateBoxTotal, { total: yuan(offer.totalFen), cost: yuan(cost) }),
  ]);
  page.paragraph(fill(text.planMethod, { method: text[`method.${offer.method}`] }));
  page.paragraph(
    fill(text.planCount, { count: offer.instalmentCount, first: offer.firstDueDate, last: offer.lastDueDate }),
  );
  page.paragraph(offer.dueDay === 'last' ? text.planDueDayLast : fill(text.planDueDay, { day: offer.dueDay }));
  if (offer.downPaymentFen > 0)
    page.paragraph(fill(text.planDownPayment, { amount: yuan(offer.downPaymentFen), date: downPaymentDate(schedule) }));
  if (offer.interestWaiverFen + offer.feeWaiverFen > 0)
    page.paragraph(fill(text.planWaiver, { interest: yuan(offer.interestWaiverFen), fees: yuan(offer.feeWaiverFen) }));
  page.paragraph(fill(text.planFinanced, { financed: yuan(offer.financedFen) }));
  if (offer.interestFreeFen > 0)
    page.paragraph(fill(text.planInterestFree, { interestFree: yuan(offer.interestFreeFen) }));
  if (costTable !== null) drawCostTable(page, costTable, text);
}

function payments(page: PdfPage, { record: { offer, schedule } }: AgreementFacts, text: AgreementText): void {
  const { financedFen, interestFreeFen, downPaymentFen } = offer;
  const yuan = fenToYuanText;
  const spread = (fen: number) => (interestFreeFen > 0 ? [yuan(fen)] : []);
  const rows = instalmentSchedule(offer).map((part) => [
    String(part.number),
    part.dueDate,
    yuan(part.paymentFen),
    yuan(part.principalFen),
    ...spread(part.interestFreeFen),
    yuan(part.interestFen),
    yuan(part.remainingFen),
  ]);
  const paid = yuan(downPaymentFen);
  const down = [text.downPaymentRow, downPaymentDate(schedule), paid, paid, ...spread(0), yuan(0), yuan(financedFen)];
  page.heading(text.scheduleHeading);
  page.paragraph(text.scheduleLead);
  const titles = [
    text.columnAmount,
    text.columnPaidOff,
    ...(interestFreeFen > 0 ? [text.columnInterestFree] : []),
    text.columnInterest,
    text.columnRemaining,
  ];
  const columns = [left(text.columnNumber, 0.09), left(text.columnDate, 0.16)];
  const money = titles.map((title) => right(title, 0.75 / titles.length));
  page.table([...columns, ...money], downPaymentFen > 0 ? [down, ...rows] : rows, false);
}

function closing(page: PdfPage, facts: AgreementFacts, text: AgreementText): void {
  const { bank, record } = facts;
  const { policyVersion, offerHash } = record;
  page.heading(text.termsHeading);
  for (const term of text.terms) page.paragraph(term);
  page.heading(text.disputesHeading);
  const lines = { hotline: bank.hotline, complaintDays: bank.complaintDays, regulator: bank.lines.regulator };
  for (const paragraph of text.disputes) page.paragraph(fill(paragraph, lines));
  page.heading(text.signatureHeading);
  for (const paragraph of text.signature)
    page.paragraph(fill(paragraph, { policyVersion, offerHash: offerHash.slice(0, 16) }));
}

function draw(page: PdfPage, facts: AgreementFacts): void {
  const { bank, record } = facts;
  const { locale, agreementNumber, signedAt } = record;
  const text = agreementText(locale);
  page.band(bank.name[locale], text.title);
  page.facts([
    [text.number, agreementNumber],
    [text.signedAt, fill(text.timeZoneNote, { ...localTime(signedAt, bank.timeZone) })],
  ]);
  parties(page, facts, text);
  balance(page, facts, text);
  plan(page, facts, text);
  payments(page, facts, text);
  closing(page, facts, text);
  page.footers((number, pages) => fill(text.footer, { agreementNumber, page: number, pages }));
}

/** The document's bytes. The same signed record gives the same text, however often it is asked for. */
export async function agreementPdf(facts: AgreementFacts): Promise<Buffer> {
  // Loaded at the first agreement: a bot that only answers questions starts without it.
  const { default: PDFDocument } = await import('pdfkit');
  const { record, bank } = facts;
  const { agreementNumber, signedAt, locale } = record;
  const info = {
    Title: `${agreementText(locale).title} ${agreementNumber}`,
    Author: bank.name[locale],
    CreationDate: new Date(signedAt),
  };
  const pdf = new PDFDocument({ size: 'A4', margin, bufferPages: true, info, lang: locale });
  const bytes = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  draw(new PdfPage(pdf, bank.colours.primary), facts);
  pdf.end();
  return bytes;
}
