// Work that others may fail: how long to wait before it is tried again, and how many pieces of it are under way at a time.

const firstMs = 60_000;
const longestMs = 3_600_000;

/** Milliseconds until something is tried again after so many failures: a minute, then twice as long each time, to an hour. */
export const backOffMs = (failures: number): number => Math.min(firstMs * 2 ** Math.max(0, failures - 1), longestMs);

/** Works on all items, at most `atOnce` at a time; rejects with the first failure. */
export async function sideBySide<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const next = items.values();
  const worker = async () => {
    for (const item of next) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
