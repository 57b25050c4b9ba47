// Reads one address of the API into a component: loading, ready or failed, and again on request.
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { ApiError, get } from './http';

export interface Loaded<T> {
  /** What was read last; it stays while it is read again. Null before the first answer. */
  readonly data: T | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
  reload(): void;
  /** Puts a newer value in its place: the answer of a write, or an event. */
  set(change: T | ((before: T | null) => T | null)): void;
}

export const asApiError = (problem: unknown): ApiError =>
  problem instanceof ApiError
    ? problem
    : new ApiError(0, 'internal', { 'zh-CN': String(problem), 'en-US': String(problem) });

/** Null as path reads nothing. */
export function useLoad<T>(path: string | null): Loaded<T> {
  const client = useQueryClient();
  const queryKey = useMemo(() => ['one', path], [path]);
  const query = useQuery({ queryKey, queryFn: path === null ? skipToken : ({ signal }) => get<T>(path, signal) });
  const { refetch, data = null, error, isFetching } = query;
  const reload = useCallback(() => void refetch({ cancelRefetch: true }), [refetch]);
  const set = useCallback(
    (change: T | ((before: T | null) => T | null)) => {
      client.setQueryData<T>(queryKey, (before) =>
        typeof change === 'function'
          ? ((change as (before: T | null) => T | null)(before ?? null) ?? undefined)
          : change,
      );
    },
    [client, queryKey],
  );
  return { data, error: error === null || isFetching ? null : asApiError(error), loading: isFetching, reload, set };
}
