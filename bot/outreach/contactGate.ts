// Asks the domain whether a customer may be contacted, with everything that is on record about them now.
import { type CalendarDate, localTime } from '../../data/domain/calendar/calendar';
import type { Instant } from '../../data/domain/calendar/instant';
import { type ContactChannel, chatAddressKey } from '../../data/domain/conduct/contactRecords';
import type { ContactRules } from '../../data/domain/conduct/contactRules';
import { contactStateOf } from '../../data/domain/conduct/contactState';
import {
  type ContactAnswer,
  type ContactPurpose,
  mayContact,
  type PastContact,
} from '../../data/domain/conduct/mayContact';
import type { Repositories } from '../../data/store/repositories';

export interface ContactGateParts {
  readonly repositories: Repositories;
  readonly timeZone: string;
  /** The contact rules in force on a day, as the console's approval left them. */
  rulesOn(day: CalendarDate): ContactRules;
}

/** Where a chat reaches somebody: known before anybody is verified. */
export interface ChatAddress {
  readonly channelId: string;
  readonly userId: string;
}

export interface WishedContact {
  /** Null where nobody was verified: then only the address can say no. */
  readonly customerId: string | null;
  readonly address: ChatAddress | null;
  readonly channel: ContactChannel;
  readonly purpose: ContactPurpose;
}

export class ContactGate {
  constructor(private readonly parts: ContactGateParts) {}

  /**
   * Whether one contact may be made now; the permission in the answer is what lets it leave. `imagined`: contacts that would have
   * been made by then, where a later day is only thought through.
   */
  async ask(
    { customerId, address, channel, purpose }: WishedContact,
    now: Instant,
    imagined: readonly PastContact[] = [],
  ): Promise<ContactAnswer> {
    const { timeZone, rulesOn } = this.parts;
    const here = localTime(now, timeZone);
    const whom = customerId ?? (address === null ? '' : chatAddressKey(address));
    const [state, made] = await Promise.all([this.stateOf(customerId, address), this.historyOf(whom)]);
    const history = [...made, ...imagined];
    const question = { customerId: whom, purpose, channel, rules: rulesOn(here.date), now: here, history, state };
    return mayContact(question);
  }

  private async historyOf(whom: string) {
    const made = await this.parts.repositories.contacts.ofCustomer(whom);
    return made.map(({ on, channel }) => ({ on, channel }));
  }

  private async stateOf(customerId: string | null, address: ChatAddress | null) {
    const { contactPreferences, accounts, arrangements, cases, wrongContacts } = this.parts.repositories;
    const isWrong = address !== null && (await wrongContacts.isWrong(address.channelId, address.userId));
    const key = customerId ?? (address === null ? null : chatAddressKey(address));
    const keys = [customerId, address === null ? null : chatAddressKey(address)];
    return contactStateOf({
      preference: key === null ? undefined : await contactPreferences.get(key),
      accounts: customerId === null ? [] : await accounts.ofCustomer(customerId),
      arrangements: customerId === null ? [] : await arrangements.ofCustomer(customerId),
      cases: customerId === null ? [] : await cases.ofCustomer(customerId),
      reachesSomeoneElse: isWrong,
      phoneUnsafe: await contactPreferences.isPhoneUnsafe(keys),
    });
  }
}
