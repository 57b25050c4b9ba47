// A way by which a message of ours can reach a customer. The queue tries them in order and knows nothing of channels.
import type { ContactPermission } from '../../../data/domain/conduct/mayContact';
import type { Customer } from '../../../data/domain/customer/customer';
import type { OutreachRecord, OutreachWay } from '../../../data/domain/outreach/outreachRecord';
import type { Operation } from '../../../data/store/documentStore';
import type { ChatAddress } from '../contactGate';

/** Where a customer can be reached by a way. */
export type Reach = { readonly kind: 'none' } | { readonly kind: 'there'; readonly address: ChatAddress | null };

export interface Letter {
  readonly record: OutreachRecord;
  readonly customer: Customer;
  readonly text: string;
  /** Without it nothing leaves. */
  readonly permission: ContactPermission;
  readonly at: string;
}

/** What belongs to the transaction by which the message leaves, the record of the contact among it, and what to do once it is on disk. */
export interface Prepared {
  readonly operations: readonly Operation[];
  /** `later`: whoever carries it says so when it is known; `no`: not this way. */
  send(): Promise<'sent' | 'later' | 'no'>;
}

export interface Way {
  readonly way: OutreachWay;
  reach(customer: Customer): Promise<Reach>;
  prepare(letter: Letter): Promise<Prepared>;
  /** What has become of a message that was on disk as leaving when the process ended: never a reason to send it again. */
  readonly afterRestart: 'sent' | 'later';
}

/** One contact a message, by whichever way it goes. */
export const contactId = ({ key }: Pick<OutreachRecord, 'key'>): string => `outreach:${key}`;
