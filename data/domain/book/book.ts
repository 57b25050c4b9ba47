// The bank's own book comes in as two files, accounts and payments. Reading files and saving belong to the importer.
export { type AccountRow, accountColumns, type NumberedAccountRow, readAccountRows } from './bookAccountRows';
export { type AccountsPlan, accountChanges, accountErrors, planAccounts } from './bookAccounts';
export { type PaymentRow, paymentColumns, readPaymentRows } from './bookPaymentRows';
export {
  type AccountPayment,
  newPayments,
  type PaymentsPlan,
  paymentErrors,
  planPayments,
} from './bookPayments';
export {
  type BookError,
  type BookReading,
  type BookTable,
  bookTable,
  type KnownBook,
  type Plan,
  type RowProblem,
} from './bookTable';
