// botbuilder's Storage over our DocumentStore. What a turn writes waits in its TurnWork and joins the one transaction.
import type { Storage, StoreItems } from 'botbuilder';
import type { DocumentStore, ExpectedVersion, Operation } from '../../data/store/documentStore';

const collection = 'conversations';
/** BotState hands this field round; versions of the store take its place. */
const withoutTag = ({ eTag: _eTag, ...value }: Record<string, unknown>): Record<string, unknown> => value;

/** Lives for one turn: it remembers which version each item had when it was read. */
export class TurnStorage implements Storage {
  private readonly versions = new Map<string, number | null>();

  constructor(
    private readonly store: Pick<DocumentStore, 'get'>,
    private readonly join: (operation: Operation) => void,
  ) {}

  async read(keys: string[]): Promise<StoreItems> {
    const items: StoreItems = {};
    for (const key of keys) {
      const stored = await this.store.get(collection, key);
      this.versions.set(key, stored?.version ?? null);
      if (stored !== undefined && typeof stored.value === 'object' && stored.value !== null)
        items[key] = { ...stored.value, eTag: String(stored.version) };
    }
    return items;
  }

  private expected(key: string): ExpectedVersion {
    const version = this.versions.get(key);
    return version === undefined ? 'any' : version;
  }

  async write(changes: StoreItems): Promise<void> {
    for (const [key, item] of Object.entries(changes)) {
      const value = withoutTag(item as Record<string, unknown>);
      this.join({ kind: 'put', collection, id: key, value, expectedVersion: this.expected(key) });
    }
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys)
      this.join({ kind: 'remove', collection, id: key, expectedVersion: this.expected(key) ?? 'any' });
  }
}
