// The little book that the crash tests keep: purses whose sum never changes, and a receipt for every transfer.
import type { StoreSchema } from '../../../../data/store/collections';

export const purseCount = 24;
export const purseSchema: StoreSchema = {
  collections: { purses: { indexes: ['parity'] }, receipts: { indexes: ['from'] } },
  logs: { transfers: { indexes: ['receipt'], chained: true } },
};
