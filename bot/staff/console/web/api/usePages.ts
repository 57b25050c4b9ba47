// Reads a list that comes in pages: the first one on a change of the question, the next ones on request.
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { App as Messages } from 'antd';
import { useCallback, useMemo } from 'react';
import type { PageOf } from '../../../contract';
import { useLanguage } from '../app/language';
import { type ApiError, get, pathOf } from './http';
import { asApiError } from './useLoad';

export interface Pages<T, P extends PageOf<T>> {
  /** The reading of the list as a whole; `data` is its first page. */
  readonly first: {
    readonly data: P | null;
    readonly error: ApiError | null;
    readonly loading: boolean;
    reload(): void;
  };
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
  const address = pathOf(path.split('/'), query);
  const client = useQueryClient();
  const { pick } = useLanguage();
  const { message } = Messages.useApp();
  const queryKey = useMemo(() => ['pages', address], [address]);
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      get<P>(
        pageParam === null
          ? address
          : `${address}${address.includes('?') ? '&' : '?'}after=${encodeURIComponent(pageParam)}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: P) => page.next,
  });
  const { refetch, fetchNextPage, isFetching, isFetchingNextPage, isFetchNextPageError, error } = list;
  const pages = list.data?.pages ?? [];
  const [first = null, ...more] = pages;
  const change = useCallback(
    (edit: (item: T) => T) =>
      client.setQueryData<InfiniteData<P, string | null>>(
        queryKey,
        (before) =>
          before && { ...before, pages: before.pages.map((page) => ({ ...page, items: page.items.map(edit) })) },
      ),
    [client, queryKey],
  );
  // What was read stays on the page where only the next part failed.
  const loadMore = async () => {
    const { error: failed } = await fetchNextPage();
    if (failed !== null) message.error(pick(asApiError(failed).words), 6);
  };
  return {
    first: {
      data: first,
      error: error === null || isFetching || isFetchNextPageError ? null : asApiError(error),
      loading: isFetching && !isFetchingNextPage,
      reload: () => void refetch(),
    },
    more,
    items: pages.flatMap((page) => page.items),
    last: pages.at(-1) ?? null,
    next: pages.at(-1)?.next ?? null,
    loadingMore: isFetchingNextPage,
    loadMore: () => void loadMore(),
    change: (edit) => void change(edit),
  };
}
