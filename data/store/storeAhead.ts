// The store as it will be once operations that still wait have gone through: what is decided next is decided on that.
import type { DocumentStore, Operation, Stored } from './documentStore';

/** A document as it will stand after this operation; an append touches none. */
function afterOperation(stored: Stored | undefined, operation: Operation): Stored | undefined {
  if (operation.kind === 'remove') return undefined;
  if (operation.kind === 'append') return stored;
  return { id: operation.id, value: operation.value, version: (stored?.version ?? 0) + 1 };
}

/** Reads one document by its id ahead; queries and logs are still as they are stored. */
export function storeAhead(store: DocumentStore, waiting: readonly Operation[]): DocumentStore {
  const get: DocumentStore['get'] = async (collection, id) => {
    const isSame = (one: Operation) => one.kind !== 'append' && one.collection === collection && one.id === id;
    return waiting.filter(isSame).reduce(afterOperation, await store.get(collection, id));
  };
  const ahead: DocumentStore = Object.create(store, { get: { value: get } });
  return ahead;
}
