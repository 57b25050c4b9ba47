// What the provider tells us comes to rest: a receipt with its message, and a word to stop as the wish it is (promise P9).
import type { BankProfile } from '../../../data/domain/bank/bankProfile';
import { strictestContact } from '../../../data/domain/conduct/contactPreference';
import type { ContactPreference } from '../../../data/domain/conduct/contactRecords';
import { answerOf } from '../../../data/domain/conduct/messageGround';
import { maskedPhone } from '../../../data/domain/customer/customer';
import { type DocumentStore, type Operation, VersionConflict } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import { formatMessage } from '../../../dialogs/text/formatMessage';
import type { MessageSender } from '../../turn/effects';
import type { SmsEnd } from './smsCourier';
import type { SmsNumbers } from './smsNumbers';
import type { Receipt, SmsWords } from './smsRoutes';
import stopWords from './stopWords.json';

export interface SmsToldParts {
  readonly store: DocumentStore;
  readonly repositories: Repositories;
  readonly numbers: SmsNumbers;
  readonly sender: MessageSender;
  readonly bank: BankProfile;
  clock(): string;
  newId(): string;
}

/** Messages of the queue are known in the outbox by this beginning; codes are not. */
const ofQueue = 'outreach:';
const attemptsMax = 5;

export class SmsTold {
  constructor(private readonly parts: SmsToldParts) {}

  /** What belongs to the transaction in which the courier is done with a message. */
  async ended(messageId: string, end: SmsEnd): Promise<readonly Operation[]> {
    const { repositories, numbers } = this.parts;
    const message = await repositories.outbox.get(messageId);
    const customer = message === undefined ? undefined : await repositories.customers.get(message.customerId);
    const known =
      end.kind === 'taken' && customer !== undefined ? await numbers.remember(customer.phone, customer.customerId) : [];
    const kept = messageId.startsWith(ofQueue)
      ? await repositories.outreach.kept(messageId.slice(ofQueue.length))
      : undefined;
    if (kept === undefined || kept.record.status !== 'leaving') return known;
    const { record, version } = kept;
    if (end.kind === 'taken')
      return [
        ...known,
        repositories.outreach.putOperation({ ...record, status: 'sent', providerId: end.providerId }, version),
      ];
    return [
      ...known,
      repositories.outreach.putOperation({ ...record, status: 'dead', why: end.why, sentAt: null }, version),
      repositories.contacts.removeOperation(messageId),
    ];
  }

  async receipt({ id, status }: Receipt): Promise<void> {
    await this.again(async () => {
      const { repositories } = this.parts;
      const kept =
        (await repositories.outreach.byProvider(id)) ??
        (id.startsWith(ofQueue) ? await repositories.outreach.kept(id.slice(ofQueue.length)) : undefined);
      // A later "delivered" stands; a failure that comes after it is late news.
      if (kept === undefined || kept.record.receipt === 'delivered') return [];
      const { record, version } = kept;
      const next = status === 'failed' ? ({ status: 'dead', why: 'notDelivered' } as const) : {};
      return [repositories.outreach.putOperation({ ...record, ...next, receipt: status }, version)];
    });
  }

  /** A word to stop is obeyed for everybody whose number it is; other words cannot be answered here. */
  async answer({ from, text }: SmsWords): Promise<void> {
    const word = text
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/[\s.。!！,，]+$/u, '');
    if (!stopWords.stop.includes(word)) return;
    for (const customerId of await this.parts.numbers.customersOf(from)) await this.stop(customerId);
  }

  private stop(customerId: string): Promise<void> {
    return this.again(async () => {
      const { repositories, clock, newId, sender, bank } = this.parts;
      const [kept, customer] = await Promise.all([
        repositories.contactPreferences.kept(customerId),
        repositories.customers.get(customerId),
      ]);
      if (customer === undefined || (kept?.record.ceased === true && kept.record.reason === 'asked')) return [];
      const at = clock();
      const wish: ContactPreference = {
        customerId,
        ceased: true,
        reason: 'asked',
        until: null,
        changedAt: at,
        wish: 'SMS',
      };
      const { text } = formatMessage(customer.locale, 'outreach.stopped', {
        bank: bank.name[customer.locale],
        hotline: bank.hotline,
      });
      const message = { messageId: newId(), customerId, maskedPhone: maskedPhone(customer.phone), text, sentAt: at };
      return [
        repositories.contactPreferences.putOperation(strictestContact(kept?.record, wish), kept?.version ?? null),
        repositories.audit.appendOperation({
          type: 'contact.stoppedBySms',
          conversationId: '',
          turnNumber: -1,
          at,
          customerId,
          inputs: {},
          decision: {},
        }),
        ...sender.operations(message, answerOf(at), ''),
      ];
    });
  }

  /** Worked out again where somebody else changed the same record in this moment. */
  private async again(work: () => Promise<readonly Operation[]>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const operations = await work();
        if (operations.length > 0) await this.parts.store.transaction(operations);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict) || attempt === attemptsMax) throw error;
      }
    }
  }
}
