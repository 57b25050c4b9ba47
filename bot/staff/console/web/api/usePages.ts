// Reads a list that comes in pages: the first one on a change of the question, the next ones on request.
import { useCallback, useState } from 'react';
import type { PageOf } from '../../../contract';
import { get, pathOf } from './http';
import { type Loaded, useLoad } from './useLoad';
import { useSend } from './useSend';

export interface Pages<T, P extends PageOf<T>> {
  readonly first: Loaded<P>;
  readonly more: readonly P[];
  readonly items: readonly T[];
  /** The page read last, with what it says besides its items. */
  readonly last: P | null;
  readonly next: string | null;
  readonly loadingMore: boolean;
  loadMore(): void;
  /** Changes the items in place, for instance after a write to one of them. */
  change(change: (item: T) => T): void;
}

export function usePages<T, P extends PageOf<T>>(path: string, query: Record<string, string | undefined>): Pages<T, P> {
  const address = pathOf([path], query);
  const first = useLoad<P>(address);
  const { busy, run } = useSend();
  const [rest, setRest] = useState<{ readonly address: string; readonly pages: readonly P[] }>({ address, pages: [] });
  const more = rest.address === address ? rest.pages : [];
  const last = more.at(-1) ?? first.data;
  const next = last?.next ?? null;
  const loadMore = useCallback(async () => {
    if (next === null) return;
    const page = await run(() =>
      get<P>(`${address}${address.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`),
    );
    if (page !== null) setRest({ address, pages: [...more, page] });
  }, [address, next, more, run]);
  const change = useCallback(
    (edit: (item: T) => T) => {
      const inPage = (page: P): P => ({ ...page, items: page.items.map(edit) });
      first.set((before) => (before === null ? null : inPage(before)));
      setRest((before) => ({ ...before, pages: before.pages.map(inPage) }));
    },
    [first.set],
  );
  return {
    first,
    more,
    items: [first.data, ...more].flatMap((page) => page?.items ?? []),
    last,
    next,
    loadingMore: busy,
    loadMore: () => void loadMore(),
    change,
  };
}
