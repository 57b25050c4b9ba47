// What was typed and not yet sent, kept in memory while the tab is open: going to another page and back loses nothing.
// In memory only, because an agent's words about a customer have no place in the browser's storage.
import { useCallback, useState } from 'react';

const kept = new Map<string, unknown>();

export function forgetDrafts(): void {
  kept.clear();
}

/** State that outlives its component under a key; null forgets it. */
export function useDraft<T>(key: string): readonly [T | null, (value: T | null) => void] {
  const [, redraw] = useState(0);
  const set = useCallback(
    (value: T | null) => {
      if (value === null) kept.delete(key);
      else kept.set(key, value);
      redraw((before) => before + 1);
    },
    [key],
  );
  return [(kept.get(key) as T | undefined) ?? null, set];
}
