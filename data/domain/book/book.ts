// The bank's own book comes in as two files, accounts and payments. Reading files and saving belong to the importer.
export { type AccountRow, type AccountsPlan, accountColumns, planAccounts } from './bookAccounts';
export { type PaymentRow, type PaymentsPlan, paymentColumns, planPayments } from './bookPayments';
export { type BookError, type BookTable, bookTable, type KnownBook, type Plan, type RowProblem } from './bookTable';
