// How much one room, one client and one address may do on the embedded Direct Line. Far more than a person types.
import { HttpProblem } from '../../http/problem';
import { addressKey, RateLimit, type RateRule } from '../../http/rateLimit';
import type { Metrics } from '../../ops/metrics';

/** JSON of one activity: 4,000 characters are taken, and told of when there are more. */
export const activityBytesMax = 64 * 1024;
/** Bodies with files that are read at the same time: each may fill its limit of memory. */
const uploadsAtOnceMax = 4;
/** Streams of one conversation: a customer has a few windows open, not a hundred. */
export const streamsOfRoomMax = 8;
/** Streams of one address: the customers of an office with a window each. */
export const streamsOfAddressMax = 500;
/** Bytes that wait in one stream for a client that does not read. */
export const streamBacklogBytesMax = 1024 * 1024;

export const directLineRules = {
  /** Messages of one conversation in a moment. */
  roomBurst: { times: 20, seconds: 10 },
  /** Messages of one conversation, so that no room grows without end. */
  room: { times: 500, seconds: 3600 },
  /** Many customers may share the address of an office. */
  addressPosts: { times: 600, seconds: 60 },
  /** Uploads of one conversation: a customer sends the papers of a matter, page by page. */
  roomUploads: { times: 20, seconds: 300 },
  addressUploads: { times: 100, seconds: 300 },
  addressTokens: { times: 300, seconds: 300 },
  /** Also for windows that come back after a bad connection. */
  addressStreams: { times: 600, seconds: 60 },
} as const satisfies Readonly<Record<string, RateRule>>;

export class DirectLineLimits {
  private readonly limits: Readonly<Record<keyof typeof directLineRules, RateLimit>>;

  private uploadsUnderWay = 0;

  /** Open streams by address. */
  private readonly streams = new Map<string, number>();

  constructor(metrics: Pick<Metrics, 'count'>) {
    const of = (name: keyof typeof directLineRules) => new RateLimit(directLineRules[name], metrics);
    this.limits = {
      roomBurst: of('roomBurst'),
      room: of('room'),
      addressPosts: of('addressPosts'),
      roomUploads: of('roomUploads'),
      addressUploads: of('addressUploads'),
      addressTokens: of('addressTokens'),
      addressStreams: of('addressStreams'),
    };
  }

  /** Before a body is read: a refused message costs next to nothing. */
  async post(conversationId: string, address: string): Promise<void> {
    await this.limits.addressPosts.take(addressKey(address));
    await this.limits.roomBurst.take(conversationId);
    await this.limits.room.take(conversationId);
  }

  /** Before a file is read; gives what to call when it has been dealt with. */
  async upload(conversationId: string, address: string): Promise<() => void> {
    await this.post(conversationId, address);
    await this.limits.addressUploads.take(addressKey(address));
    await this.limits.roomUploads.take(conversationId);
    if (this.uploadsUnderWay >= uploadsAtOnceMax)
      throw new HttpProblem(503, 'Busy', 'Many files are on their way. Send it again in a moment.', 2);
    this.uploadsUnderWay += 1;
    return () => {
      this.uploadsUnderWay -= 1;
    };
  }

  token(address: string): Promise<void> {
    return this.limits.addressTokens.take(addressKey(address));
  }

  /** Before a stream is opened; gives what to call when it has closed. */
  async stream(address: string): Promise<() => void> {
    const key = addressKey(address);
    await this.limits.addressStreams.take(key);
    const open = this.streams.get(key) ?? 0;
    if (open >= streamsOfAddressMax) throw new HttpProblem(429, 'TooManyRequests', 'Too many streams are open.');
    this.streams.set(key, open + 1);
    return () => {
      const left = (this.streams.get(key) ?? 1) - 1;
      if (left > 0) this.streams.set(key, left);
      else this.streams.delete(key);
    };
  }
}
