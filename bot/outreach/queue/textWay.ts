// By text message to the registered phone.
import { maskedPhone } from '../../../data/domain/customer/customer';
import type { MessageSender } from '../../turn/effects';
import { contactId, type Way } from './way';

export const reachByPhone: Way['reach'] = async ({ phone }) =>
  phone === '' ? { kind: 'none' } : { kind: 'there', address: null };

/** `isCarried`: a provider takes it from the outbox, and says later what became of it. */
export const textWay = (sender: MessageSender, isCarried: boolean): Way => ({
  way: 'text',
  afterRestart: isCarried ? 'later' : 'sent',
  reach: reachByPhone,
  prepare: async ({ record, customer, text, permission, at }) => {
    const { customerId, phone } = customer;
    const message = { messageId: contactId(record), customerId, maskedPhone: maskedPhone(phone), text, sentAt: at };
    return {
      operations: sender.operations(message, permission, ''),
      send: async () => (isCarried ? 'later' : 'sent'),
    };
  },
});
