// Calls to /console/api: JSON in and out, the CSRF token on every write, failures as one kind of error.
import type { Bilingual, ErrorBody, ErrorCode, ProblemDetail } from '../../../contract';
import { inBoth } from '../app/text';

export type FailureCode = ErrorCode | 'offline';

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: FailureCode,
    readonly words: Bilingual,
    readonly details: readonly ProblemDetail[] = [],
    readonly current: unknown = undefined,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(words['en-US']);
  }
}

const base = '/console/api/';
let csrfToken = '';
let onSignedOut: () => void = () => undefined;

export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** Told when an answer says that there is no session any more. */
export function whenSignedOut(callback: () => void): void {
  onSignedOut = callback;
}

const offline = new ApiError(0, 'offline', inBoth('app.offline'));

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object';
}

async function failure(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (!isErrorBody(body))
    return new ApiError(response.status, 'internal', inBoth('app.unreadable', { status: response.status }));
  const { code, message, details = [], current, retryAfterSeconds } = body.error;
  return new ApiError(response.status, code, message, details, current, retryAfterSeconds ?? null);
}

async function call(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  if (method !== 'GET') headers.set('x-csrf-token', csrfToken);
  let response: Response;
  try {
    response = await fetch(base + path, { ...init, method, headers, credentials: 'same-origin' });
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'AbortError') throw problem;
    throw offline;
  }
  if (response.ok) return response;
  const error = await failure(response);
  if (error.code === 'unauthenticated' && !path.startsWith('session')) onSignedOut();
  throw error;
}

/** An event line that was closed does not say why: asks whether there still is a session. */
export async function checkSession(): Promise<void> {
  await get('session').catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'unauthenticated') onSignedOut();
  });
}

/** The contract between the two halves of the console is checked where it is written; here it is taken at its word. */
async function bodyOf<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

export const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  bodyOf<T>(await call('GET', path, signal === undefined ? {} : { signal }));

export const send = async <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> =>
  bodyOf<T>(
    await call(method, path, {
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );

export const sendCsv = async <T>(path: string, csv: Blob): Promise<T> =>
  bodyOf<T>(await call('POST', path, { headers: { 'content-type': 'text/csv; charset=utf-8' }, body: csv }));

export const apiAddress = (path: string): string => base + path;

/** A path with its parts encoded and its query; absent values are left out. */
export function pathOf(parts: readonly string[], query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(key, value);
  const tail = search.toString();
  return parts.map(encodeURIComponent).join('/') + (tail === '' ? '' : `?${tail}`);
}
