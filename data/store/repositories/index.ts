// All repositories of the house over one store.
import type { DocumentStore } from '../documentStore';
import { Accounts } from './accounts';
import { Agencies, Placements } from './agencies';
import { AgreementDocuments } from './agreementDocuments';
import { Arrangements } from './arrangements';
import { Audit } from './audit';
import { Cases } from './cases';
import { DeskConversations } from './desk/deskConversations';
import { HeldWordsOfDesk } from './desk/heldWords';
import { Outbox } from './outbox';
import { CodeUses } from './people/codeUses';
import { ContactPreferences } from './people/contactPreferences';
import { Contacts } from './people/contacts';
import { Customers } from './people/customers';
import { EvidenceRecords } from './people/evidence';
import { IdentityTries } from './people/identityTries';
import { LegalHolds } from './people/legalHolds';
import { ChatPlaces, Outreach, OutreachPauses } from './people/outreach';
import { Staff, StaffSessions } from './people/staff';
import { WrongContacts } from './people/wrongContacts';
import { Policies } from './policies';
import { Promises } from './promises';
import { SavedQuotes } from './savedQuotes';

export function createRepositories(store: DocumentStore) {
  return {
    customers: new Customers(store),
    accounts: new Accounts(store),
    arrangements: new Arrangements(store),
    promises: new Promises(store),
    savedQuotes: new SavedQuotes(store),
    cases: new Cases(store),
    evidence: new EvidenceRecords(store),
    legalHolds: new LegalHolds(store),
    contactPreferences: new ContactPreferences(store),
    contacts: new Contacts(store),
    wrongContacts: new WrongContacts(store),
    outreach: new Outreach(store),
    outreachPauses: new OutreachPauses(store),
    chatPlaces: new ChatPlaces(store),
    identityTries: new IdentityTries(store),
    codeUses: new CodeUses(store),
    outbox: new Outbox(store),
    agencies: new Agencies(store),
    placements: new Placements(store),
    policies: new Policies(store),
    agreementDocuments: new AgreementDocuments(store),
    audit: new Audit(store),
    staff: new Staff(store),
    staffSessions: new StaffSessions(store),
    deskConversations: new DeskConversations(store),
    heldWords: new HeldWordsOfDesk(store),
  };
}
export type Repositories = ReturnType<typeof createRepositories>;
