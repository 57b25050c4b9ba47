// A colleague's browser, as far as the API sees it: keeps the cookie, sends the check token, reads JSON.
import type { ErrorBody } from '../../../../bot/staff/contract/common';
import type { Session } from '../../../../bot/staff/contract/session';

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export class StaffClient {
  cookie = '';
  /** The mark by which sign-in knows this browser again. */
  browser = '';
  csrfToken = '';

  constructor(
    readonly address: string,
    readonly username = '',
  ) {}

  async call<T = unknown>(
    method: Method,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<T>> {
    const isText = typeof body === 'string';
    const response = await fetch(`${this.address}/console/api/${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookies === '' ? {} : { cookie: this.cookies }),
        ...(this.csrfToken === '' ? {} : { 'x-csrf-token': this.csrfToken }),
        ...(body === undefined ? {} : { 'content-type': isText ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      if (pair.startsWith('console_browser=') || pair.startsWith('__Host-console_browser=')) this.browser = pair;
      if (pair.startsWith('console_session=') || pair.startsWith('__Host-console_session=')) this.cookie = pair;
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers };
  }

  private get cookies(): string {
    return [this.cookie, this.browser].filter((one) => one !== '').join('; ');
  }

  get<T = unknown>(path: string): Promise<Reply<T>> {
    return this.call<T>('GET', path);
  }
  post<T = unknown>(path: string, body: unknown = {}): Promise<Reply<T>> {
    return this.call<T>('POST', path, body);
  }

  async signIn(password: string, username = this.username): Promise<Reply<Session & ErrorBody>> {
    const reply = await this.call<Session & ErrorBody>('POST', 'session', { username, password });
    if (reply.status === 200) this.csrfToken = reply.body.csrfToken;
    return reply;
  }

  async changePassword(current: string, next: string): Promise<Reply<Session & ErrorBody>> {
    const reply = await this.call<Session & ErrorBody>('POST', 'session/password', { current, next });
    if (reply.status === 200) this.csrfToken = reply.body.csrfToken;
    return reply;
  }
}

/** The code of an answer that is an error. */
export const codeOf = (reply: { readonly body: unknown }): string => (reply.body as ErrorBody).error.code;
