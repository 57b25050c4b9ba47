// Addresses after the #: the server needs to know only one page, and a link can be kept, opened in a tab and gone back to.
import { type AnchorHTMLAttributes, useMemo, useSyncExternalStore } from 'react';

export interface Route {
  /** Decoded parts of the path: #/policies/offerLimits/v3 is three. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => {
    const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
    return { parts: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query) };
  }, [hash]);
}

/** The address of a place, with its parts encoded; absent query values are left out. */
export function addressOf(parts: readonly string[], query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(key, value);
  const tail = search.toString();
  return `#/${parts.map(encodeURIComponent).join('/')}${tail === '' ? '' : `?${tail}`}`;
}

export function go(parts: readonly string[], query?: Record<string, string | undefined>): void {
  window.location.hash = addressOf(parts, query);
}

/** Changes the query of the present place without a step in the history. */
export function replaceQuery(parts: readonly string[], query: Record<string, string | undefined>): void {
  window.history.replaceState(null, '', addressOf(parts, query));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: readonly string[];
  readonly query?: Record<string, string | undefined>;
}

export function Link({ to, query, ...rest }: LinkProps) {
  return <a {...rest} href={addressOf(to, query)} />;
}
