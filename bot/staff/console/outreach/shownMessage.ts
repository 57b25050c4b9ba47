// What staff see of a message and of whom it is for: the customer's number, never the phone in full.
import { type Customer, maskedPhone } from '../../../../data/domain/customer/customer';
import type { DueMessage } from '../../../../data/domain/outreach/dueOutreach';

export const shownMessage = (
  { key, kind, customerId, aboutOn, until }: Omit<DueMessage, 'subject'>,
  customer: Pick<Customer, 'phone'> | undefined,
) => ({
  key,
  kind,
  customerId,
  phone: customer === undefined || customer.phone === '' ? '' : maskedPhone(customer.phone),
  aboutOn,
  until,
});
