// In the chat that the customer has with us: on the channel where they were last seen as themselves, while it takes words unasked.
import type { Operation } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import type { ChatPlace } from '../../../data/store/repositories/people/outreach';
import { channelOf } from '../../channels/channelTable';
import { contactId, type Way } from './way';

const millisecondsPerHour = 3_600_000;

export interface ChatWayParts {
  readonly repositories: Pick<Repositories, 'chatPlaces' | 'contacts'>;
  clock(): string;
  /** Words for a conversation outside a turn: stored with the rest, then sent; false where the channel did not take them. */
  prepare(
    place: ChatPlace,
    text: string,
    messageId: string,
    at: string,
  ): Promise<{ readonly operations: readonly Operation[]; send(): Promise<boolean>; withdraw(): Promise<void> }>;
}

export function chatWay({ repositories, clock, prepare }: ChatWayParts): Way {
  const isOpen = ({ channelId, seenAt }: ChatPlace): boolean => {
    const hours = channelOf(channelId).unaskedHours;
    if (hours === null) return true;
    return hours > 0 && Date.parse(clock()) - Date.parse(seenAt) < hours * millisecondsPerHour;
  };

  async function placeOf(customerId: string): Promise<ChatPlace | undefined> {
    const places = await repositories.chatPlaces.ofCustomer(customerId);
    return places.filter(isOpen).toSorted((a, b) => b.seenAt.localeCompare(a.seenAt))[0];
  }

  return {
    way: 'message',
    // Stored with the replies of its conversation, it goes with them.
    afterRestart: 'sent',
    async reach({ customerId }) {
      const place = await placeOf(customerId);
      if (place === undefined) return { kind: 'none' };
      return { kind: 'there', address: { channelId: place.channelId, userId: place.userId } };
    },
    async prepare({ record, customer, text, permission, at }) {
      const place = await placeOf(customer.customerId);
      if (place === undefined) return { operations: [], send: async () => 'no' };
      const id = contactId(record);
      const words = await prepare(place, text, id, at);
      const contact = {
        contactId: id,
        customerId: customer.customerId,
        on: permission.at.date,
        at,
        channel: permission.channel,
        purpose: permission.purpose,
        rulesVersion: permission.rulesVersion,
      };
      return {
        operations: [...words.operations, repositories.contacts.putOperation(contact, null)],
        async send() {
          if (await words.send()) return 'sent';
          // It must not come later beside the text message that goes instead.
          await words.withdraw();
          return 'no';
        },
      };
    },
  };
}
