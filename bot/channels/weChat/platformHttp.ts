// One POST or GET to the platform's API and its JSON answer: bounded in time and size, and never anywhere else.
import { z } from 'zod';

/** Below the platform's own five seconds, so that a reply in a turn fails before it is given up. */
const answerMsMax = 4_000;
const answerBytesMax = 256 * 1024;
/** A picture may take longer: its message is kept, and answered when it has been seen. */
const fileMsMax = 15_000;

const answerSchema = z.looseObject({ errcode: z.number().int().default(0) });
export type PlatformAnswer = z.infer<typeof answerSchema>;

/** The platform was not reached, or did not answer as itself. */
export class PlatformUnreached extends Error {
  constructor(readonly status: number | null) {
    super('the WeChat platform did not answer');
    this.name = status === null ? 'PlatformUnreached' : `PlatformStatus${status}`;
  }
}

/** The body; null where it is longer than that. */
async function bounded(response: Response, bytesMax: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > bytesMax) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const answerIn = (body: Buffer | null): PlatformAnswer => answerSchema.parse(JSON.parse(body?.toString('utf8') ?? ''));

async function ask(url: string, request: RequestInit, msMax: number): Promise<Response> {
  const response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(msMax) });
  if (!response.ok) throw new PlatformUnreached(response.status);
  return response;
}

/** The address holds the access token: nothing of another error goes on. */
const unreached = (error: unknown): PlatformUnreached =>
  error instanceof PlatformUnreached ? error : new PlatformUnreached(null);

export type PlatformFile =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'tooLarge' }
  /** The platform refused, in its own form. */
  | { readonly kind: 'answer'; readonly answer: PlatformAnswer };

/** A file that the platform keeps; throws PlatformUnreached. */
export async function fetchFile(url: string, bytesMax: number): Promise<PlatformFile> {
  try {
    const response = await ask(url, { method: 'GET' }, fileMsMax);
    const isAnswer = /^(?:application\/json|text\/)/.test(response.headers.get('content-type') ?? '');
    const body = await bounded(response, isAnswer ? answerBytesMax : bytesMax);
    if (isAnswer) return { kind: 'answer', answer: answerIn(body) };
    return body === null ? { kind: 'tooLarge' } : { kind: 'bytes', bytes: body };
  } catch (error) {
    throw unreached(error);
  }
}

/** Throws PlatformUnreached; what the platform itself refuses is in `errcode`. A `body` is posted, null is a GET. */
export async function askPlatform(url: string, body: unknown): Promise<PlatformAnswer> {
  const headers = { 'Content-Type': 'application/json' };
  const request = body === null ? { method: 'GET' } : { method: 'POST', headers, body: JSON.stringify(body) };
  try {
    return answerIn(await bounded(await ask(url, request, answerMsMax), answerBytesMax));
  } catch (error) {
    throw unreached(error);
  }
}
