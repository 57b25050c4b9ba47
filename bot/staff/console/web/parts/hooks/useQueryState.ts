// Filters that live in the address, so that a search can be kept, shared and gone back to.
import { useCallback, useMemo } from 'react';
import { replaceQuery, useRoute } from '../../app/router';

export function useQueryState<K extends string>(
  names: readonly K[],
): readonly [Partial<Record<K, string>>, (change: Partial<Record<K, string | undefined>>) => void] {
  const { parts, query } = useRoute();
  const listed = names.join(' ');
  const values = useMemo(() => {
    const found: Partial<Record<K, string>> = {};
    for (const name of listed.split(' ') as K[]) {
      const value = query.get(name);
      if (value !== null && value !== '') found[name] = value;
    }
    return found;
  }, [query, listed]);
  const change = useCallback(
    (next: Partial<Record<K, string | undefined>>) => replaceQuery(parts, { ...values, ...next }),
    [parts, values],
  );
  return [values, change];
}
