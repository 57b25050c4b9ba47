// What a browser has and Node has not, as far as Direct Line's own client asks for it: XMLHttpRequest over fetch, and WebSocket.
import { WebSocket } from 'ws';

class FetchedRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  onreadystatechange: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  private readonly headers = new Headers();
  private readonly stop = new AbortController();
  private method = 'GET';
  private url = '';
  private answered: Headers | null = null;

  open(method: string, url: string): void {
    this.method = method;
    this.url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }
  getResponseHeader(name: string): string | null {
    return this.answered?.get(name) ?? null;
  }
  abort(): void {
    this.stop.abort();
  }
  send(body?: string | FormData): void {
    void this.ask(body)
      .catch(() => {
        this.status = 0;
      })
      .then(() => {
        this.readyState = 4;
        if (!this.stop.signal.aborted) this.onreadystatechange?.();
      });
  }
  private async ask(body: string | FormData | undefined): Promise<void> {
    const { method, headers, url } = this;
    const answer = await fetch(url, {
      method,
      headers,
      signal: this.stop.signal,
      ...(body === undefined ? {} : { body }),
    });
    const bytes = await answer.arrayBuffer();
    this.answered = answer.headers;
    this.status = answer.status;
    if (this.responseType === 'arraybuffer') this.response = bytes;
    else {
      this.responseText = Buffer.from(bytes).toString('utf8');
      this.response =
        this.responseType === 'json' && this.responseText !== '' ? JSON.parse(this.responseText) : this.responseText;
    }
  }
}

/** Before the client is loaded. */
export const asInBrowser = (): void => {
  Object.assign(globalThis, { XMLHttpRequest: FetchedRequest, WebSocket });
};
