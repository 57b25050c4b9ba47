// How replies travel to a channel: one keep-alive agent for the whole process, loopback addresses only in developer mode.
import http from 'node:http';
import https from 'node:https';
import { loopbackLookup } from '../../http/loopback';

/** What the SDK's connector asks of an HTTP client; it knows neither agents nor where a connection may lead. */
interface OutgoingRequest {
  readonly url: string;
  readonly method: string;
  readonly body?: unknown;
  readonly headers: { toJson(options?: { preserveCase: boolean }): Record<string, string> };
}

/** For the whole of one answer, however slowly it drips: below the 15 s that channels wait for us. */
const answerMsMax = 8_000;
/** An answer holds an id; what is longer is not one. */
const answerBytesMax = 64 * 1024;

export interface ChannelHttp {
  send(request: OutgoingRequest): Promise<{ status: number; bodyAsText: string }>;
  close(): void;
}

/** An agent that keeps connections; the lookup refuses to leave this machine when `loopbackOnly`. */
export function newChannelHttp(loopbackOnly: boolean): ChannelHttp {
  const options = { keepAlive: true, maxSockets: 64, ...(loopbackOnly ? { lookup: loopbackLookup } : {}) };
  const plain = new http.Agent(options);
  const secure = new https.Agent(options);
  return {
    send(request) {
      const url = new URL(request.url);
      const isSecure = url.protocol === 'https:';
      const body = Buffer.from(typeof request.body === 'string' ? request.body : '');
      const headers = { ...request.headers.toJson({ preserveCase: true }), 'Content-Length': String(body.length) };
      const call = (isSecure ? https : http).request;
      return new Promise((resolve, reject) => {
        // A plain error (without a system code) is not tried again by the SDK: trying again is the deliveries' work.
        const fail = (error: Error) => reject(new Error(`the channel did not answer: ${error.message}`));
        const sent = call(
          url,
          {
            method: request.method,
            headers,
            agent: isSecure ? secure : plain,
            signal: AbortSignal.timeout(answerMsMax),
          },
          (response) => {
            const chunks: Buffer[] = [];
            let size = 0;
            response.on('data', (chunk: Buffer) => {
              size += chunk.length;
              if (size > answerBytesMax) response.destroy(new Error('the answer is too long'));
              else chunks.push(chunk);
            });
            response.on('error', fail);
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 502, bodyAsText: Buffer.concat(chunks).toString('utf8') }),
            );
          },
        );
        sent.on('error', fail);
        sent.end(body);
      });
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}
