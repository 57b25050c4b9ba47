// A cache of bounded weight that forgets what was not used for longest.

export class LruCache<T> {
  private readonly items = new Map<string, { value: T; weight: number }>();
  private total = 0;

  constructor(private readonly maxWeight: number) {}

  get(key: string): T | undefined {
    const item = this.items.get(key);
    if (!item) return undefined;
    // A Map keeps the order of insertion: moving to the end marks it as just used.
    this.items.delete(key);
    this.items.set(key, item);
    return item.value;
  }

  set(key: string, value: T, weight: number): void {
    this.delete(key);
    if (weight > this.maxWeight / 8) return;
    this.items.set(key, { value, weight });
    this.total += weight;
    for (const oldest of this.items.keys()) {
      if (this.total <= this.maxWeight) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.total -= this.items.get(key)?.weight ?? 0;
    this.items.delete(key);
  }

  deleteAll(prefix: string): void {
    for (const key of [...this.items.keys()]) if (key.startsWith(prefix)) this.delete(key);
  }
}
