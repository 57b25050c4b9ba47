// Reads one address of the API into a component: loading, ready or failed, and again on request.
import { useCallback, useEffect, useState } from 'react';
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

interface State<T> {
  readonly path: string | null;
  readonly data: T | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
}

const unexpected = (problem: unknown): ApiError =>
  problem instanceof ApiError
    ? problem
    : new ApiError(0, 'internal', { 'zh-CN': String(problem), 'en-US': String(problem) });

/** Null as path reads nothing. */
export function useLoad<T>(path: string | null): Loaded<T> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State<T>>({ path, data: null, error: null, loading: path !== null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads the same address again.
  useEffect(() => {
    if (path === null) {
      setState({ path, data: null, error: null, loading: false });
      return;
    }
    const controller = new AbortController();
    setState((before) => ({
      path,
      data: before.path === path ? before.data : null,
      error: null,
      loading: true,
    }));
    get<T>(path, controller.signal).then(
      (data) => setState({ path, data, error: null, loading: false }),
      (problem: unknown) => {
        if (controller.signal.aborted) return;
        setState((before) => ({ ...before, error: unexpected(problem), loading: false }));
      },
    );
    return () => controller.abort();
  }, [path, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const set = useCallback((change: T | ((before: T | null) => T | null)) => {
    setState((before) => ({
      ...before,
      error: null,
      data: typeof change === 'function' ? (change as (before: T | null) => T | null)(before.data) : change,
    }));
  }, []);
  // What belongs to another address is not shown under this one, not even for one frame.
  const current = state.path === path;
  return {
    data: current ? state.data : null,
    error: current ? state.error : null,
    loading: current ? state.loading : path !== null,
    reload,
    set,
  };
}
