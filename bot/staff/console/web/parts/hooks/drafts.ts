// What was typed and not yet sent, kept in memory while the tab is open: going to another page and back loses nothing.
// In memory only, because an agent's words about a customer have no place in the browser's storage.
import { useCallback, useSyncExternalStore } from 'react';

const kept = new Map<string, unknown>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function forgetDrafts(): void {
  kept.clear();
  tell();
}

/** State that outlives its component under a key, the same in every component that uses it; null forgets it. */
export function useDraft<T>(key: string): readonly [T | null, (value: T | null) => void] {
  const value = useSyncExternalStore(subscribe, () => kept.get(key) as T | undefined);
  const set = useCallback(
    (next: T | null) => {
      if (next === null) kept.delete(key);
      else kept.set(key, next);
      tell();
    },
    [key],
  );
  return [value ?? null, set];
}
