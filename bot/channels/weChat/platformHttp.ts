// One POST or GET to the platform's API and its JSON answer: bounded in time and size, and never anywhere else.
import { z } from 'zod';

/** Below the platform's own five seconds, so that a reply in a turn fails before it is given up. */
const answerMsMax = 4_000;
const answerBytesMax = 256 * 1024;

const answerSchema = z.looseObject({ errcode: z.number().int().default(0) });
export type PlatformAnswer = z.infer<typeof answerSchema>;

/** The platform was not reached, or did not answer as itself. */
export class PlatformUnreached extends Error {
  constructor(readonly status: number | null) {
    super('the WeChat platform did not answer');
    this.name = status === null ? 'PlatformUnreached' : `PlatformStatus${status}`;
  }
}

async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > answerBytesMax) throw new PlatformUnreached(response.status);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Throws PlatformUnreached; what the platform itself refuses is in `errcode`. A `body` is posted, null is a GET. */
export async function askPlatform(url: string, body: unknown): Promise<PlatformAnswer> {
  try {
    const response = await fetch(url, {
      ...(body === null
        ? { method: 'GET' }
        : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(answerMsMax),
    });
    const text = await bounded(response);
    if (!response.ok) throw new PlatformUnreached(response.status);
    return answerSchema.parse(JSON.parse(text));
  } catch (error) {
    // The address holds the access token: nothing of such an error goes on.
    throw error instanceof PlatformUnreached ? error : new PlatformUnreached(null);
  }
}
