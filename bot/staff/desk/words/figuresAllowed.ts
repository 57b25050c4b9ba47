// The figures that an agent may write to a customer: typed values of this account, these offers and the bank's own data (P3).
import { type Account, daysPastDueOn, owedOn } from '../../../../data/domain/account/account';
import type { ArrangementRecord } from '../../../../data/domain/arrangement/arrangement';
import type { BankProfile } from '../../../../data/domain/bank/bankProfile';
import { addMonths, type CalendarDate, calendarDateSchema } from '../../../../data/domain/calendar/calendar';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import type { ContactRules } from '../../../../data/domain/conduct/contactRules';
import { withoutYear } from '../../../../data/domain/conduct/figures';
import { type Fen, fenToYuanText } from '../../../../data/domain/money/money';
import { interestFen, type Offer } from '../../../../data/domain/offer/offer';
import { rateText } from '../../../../dialogs/text/formatMessage';

/** 26,431.20 as people write it: with and without separators, 26,431.2, and 26,431 for a round figure. */
function money(fen: Fen): string[] {
  const text = fenToYuanText(fen);
  const short = text.replace(/0$/, '');
  return [text, short, ...(text.endsWith('.00') ? [text.slice(0, -3)] : [])];
}

const ofAccount = (account: Account, today: CalendarDate): string[] => {
  const owed = owedOn(account, today);
  return [
    ...[owed.principalFen, owed.interestFen, owed.feesFen, owed.totalFen, account.minimumDueFen].flatMap(money),
    String(daysPastDueOn(account, today)),
    account.cardTail,
    String(account.dueDay),
    String(account.statementDay),
    account.asOf,
    account.pastDueSince ?? '',
    rateText(account.dailyInterestRate),
    ...account.payments.slice(-24).flatMap(({ paidOn, amountFen }) => [paidOn, ...money(amountFen)]),
  ];
};

const ofOffer = (offer: Offer): string[] => [
  ...[
    offer.downPaymentFen,
    offer.instalmentFen,
    offer.lastInstalmentFen,
    offer.financedFen,
    offer.totalFen,
    interestFen(offer),
    offer.feeWaiverFen,
    offer.interestWaiverFen,
  ].flatMap(money),
  ...[offer.number, offer.instalmentCount, offer.deferMonths, offer.dueDay].map(String),
  ...[offer.monthlyRate, offer.yearlyRateNominal, offer.yearlyRateEffective].map(rateText),
  offer.firstDueDate,
  offer.lastDueDate,
  offer.validUntil,
];

const ofArrangement = (arrangement: ArrangementRecord): string[] => [
  ...ofOffer(arrangement.offer),
  arrangement.agreementNumber,
  arrangement.signedOn,
  String(arrangement.dueDay),
  ...arrangement.schedule.flatMap((row) => [row.dueDate, ...money(row.paymentFen), ...money(row.remainingFen)]),
];

/** What the bank publishes anyway. */
const ofBank = (bank: BankProfile): string[] => [
  bank.hotline,
  ...Object.values(bank.lines),
  bank.officeHours.opens,
  bank.officeHours.closes,
  ...[bank.complaintDays, bank.complaintHardCaseDays, bank.disputeDays, bank.hardshipHoldDays].map(String),
  ...bank.agencies.map((agency) => agency.phone),
];

/** A day without its year means the last such day or the next one, so it must be less than a year away. */
const daysNear = (figures: readonly string[], today: CalendarDate): string[] =>
  figures.filter(
    (figure) =>
      calendarDateSchema.safeParse(figure).success && figure > addMonths(today, -12) && figure < addMonths(today, 12),
  );

export interface FigureSources {
  readonly bank: BankProfile;
  readonly contactHours: ContactRules['hours'];
  readonly desk: DeskConversation;
  readonly today: CalendarDate;
  /** Empty before the right party is verified. */
  readonly accounts: readonly Account[];
  readonly offers: readonly Offer[];
  readonly arrangements: readonly ArrangementRecord[];
}

export function figuresAllowed({
  bank,
  contactHours,
  desk,
  today,
  accounts,
  offers,
  arrangements,
}: FigureSources): readonly string[] {
  const { callback, caseNumber } = desk;
  const figures = [
    ...ofBank(bank),
    contactHours.from,
    contactHours.until,
    caseNumber,
    ...(callback === null ? [] : [callback.date, callback.from, callback.until]),
    ...accounts.flatMap((account) => ofAccount(account, today)),
    ...offers.flatMap(ofOffer),
    ...arrangements.flatMap(ofArrangement),
  ].filter((text) => text !== '');
  return [...figures, ...daysNear(figures, today).map(withoutYear)];
}
