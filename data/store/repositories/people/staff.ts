// People who work in the console, and their sessions.
import { type StaffRecord, type StaffSession, staffRecordSchema, staffSessionSchema } from '../../../domain/bank/staff';
import type { DocumentStore, Operation } from '../../documentStore';
import { Repository } from '../repository';

export class Staff extends Repository<StaffRecord> {
  constructor(store: DocumentStore) {
    super(store, 'staff', staffRecordSchema, (person) => person.username);
  }
}

export class StaffSessions extends Repository<StaffSession> {
  constructor(store: DocumentStore) {
    super(store, 'staffSessions', staffSessionSchema, (session) => session.tokenHash);
  }

  async end(tokenHash: string): Promise<void> {
    await this.store.remove(this.collection, tokenHash);
  }

  /** Whatever the session was last seen doing, it ends. */
  removeOperation(tokenHash: string): Operation {
    return { kind: 'remove', collection: this.collection, id: tokenHash, expectedVersion: 'any' };
  }

  ofUser(username: string): Promise<readonly StaffSession[]> {
    return this.every('username', username);
  }

  /** Ends every session of a person, except the one that is named. */
  async endAll(username: string, except?: string): Promise<void> {
    const sessions = await this.ofUser(username);
    await this.store.transaction(
      sessions.filter(({ tokenHash }) => tokenHash !== except).map(({ tokenHash }) => this.removeOperation(tokenHash)),
    );
  }
}
