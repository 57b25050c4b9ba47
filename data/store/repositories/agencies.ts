// The register of outside agencies, and which accounts are placed with them.
import { type Agency, agencySchema, type Placement, placementSchema } from '../../domain/conduct/agencyRegister';
import type { DocumentStore } from '../documentStore';
import { Repository } from './repository';

export class Agencies extends Repository<Agency> {
  constructor(store: DocumentStore) {
    super(store, 'agencies', agencySchema, (agency) => agency.agencyId);
  }
}

export class Placements extends Repository<Placement> {
  constructor(store: DocumentStore) {
    const idOf = ({ accountId, agencyId, placedOn }: Placement) => JSON.stringify([accountId, agencyId, placedOn]);
    super(store, 'placements', placementSchema, idOf);
  }

  ofAccount(accountId: string): Promise<readonly Placement[]> {
    return this.every('accountId', accountId);
  }
  ofAgency(agencyId: string): Promise<readonly Placement[]> {
    return this.every('agencyId', agencyId);
  }
}
