// Channel addresses that reach somebody else and are never used again.
import { type WrongContact, wrongContactSchema } from '../../../domain/conduct/contactRecords';
import type { DocumentStore, RemoveOperation } from '../../documentStore';
import { Repository } from '../repository';

const idOf = ({ channelId, userId }: Pick<WrongContact, 'channelId' | 'userId'>): string =>
  JSON.stringify([channelId, userId]);

export class WrongContacts extends Repository<WrongContact> {
  constructor(store: DocumentStore) {
    super(store, 'wrongContacts', wrongContactSchema, idOf);
  }

  /** The address reaches the right person after all. */
  removeOperation(channelId: string, userId: string): RemoveOperation {
    return { kind: 'remove', collection: this.collection, id: idOf({ channelId, userId }), expectedVersion: 'any' };
  }

  async isWrong(channelId: string, userId: string): Promise<boolean> {
    return (await this.get(idOf({ channelId, userId }))) !== undefined;
  }
}
