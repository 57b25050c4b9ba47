// Somebody with WeChat on their phone: what they send goes to the door as the platform sends it, and what they are shown is kept.
import { type Delivered, deliver, type Sender } from './deliver';

export interface Shown {
  readonly by: 'answer' | 'api' | 'template';
  readonly kind: 'text' | 'news' | 'template';
  readonly text: string;
  /** Of an article: where it leads, and its picture. */
  readonly url?: string;
  readonly picture?: string;
}

/** So many messages may follow what somebody did, and for so long (the platform's own table). */
const allowances = {
  message: { messages: 5, ms: 48 * 3_600_000 },
  event: { messages: 3, ms: 60_000 },
} as const;

/** Events that are something a person did, after which they may be written to. */
const deeds: readonly string[] = ['subscribe', 'SCAN', 'CLICK'];

type Fields = Readonly<Record<string, string | number>>;

export class Follower {
  readonly shown: Shown[] = [];
  /** What the platform shows instead of an answer that it cannot read. */
  readonly faults: string[] = [];
  follows = true;
  private left = 0;
  private until = 0;
  private lastEventAt = 0;

  constructor(
    readonly openId: string,
    private readonly sender: Sender,
  ) {}

  /** Whether one more message may be sent to them; counts it. */
  takeAllowance(): 'ok' | 'late' | 'tooMany' {
    if (!this.follows || this.sender.now() >= this.until) return 'late';
    if (this.left === 0) return 'tooMany';
    this.left -= 1;
    return 'ok';
  }

  private allow(kind: keyof typeof allowances): void {
    this.left = allowances[kind].messages;
    this.until = this.sender.now() + allowances[kind].ms;
  }

  /** The fields of a message of theirs, to be sent as often as one likes. */
  message(type: string, fields: Fields, messageId = this.sender.newMessageId()): Fields {
    return { ...this.head(), MsgType: type, ...fields, MsgId: messageId };
  }

  event(name: string, key = ''): Fields {
    // A second apart, as two things that one person does are.
    const at = Math.max(Math.floor(this.sender.now() / 1000), this.lastEventAt + 1);
    this.lastEventAt = at;
    return { ...this.head(), CreateTime: at, MsgType: 'event', Event: name, EventKey: key };
  }

  private head(): Fields {
    const seconds = Math.floor(this.sender.now() / 1000);
    return { ToUserName: 'gh_0123456789ab', FromUserName: this.openId, CreateTime: seconds };
  }

  /** Sends a message as the platform does, again and again until it is answered; gives what was shown because of the answer. */
  async send(fields: Fields): Promise<Delivered> {
    if (fields.MsgType !== 'event') this.allow('message');
    else if (deeds.includes(String(fields.Event))) this.allow('event');
    const delivered = await deliver(this.sender, fields);
    if (delivered.kind === 'words') this.shown.push({ by: 'answer', kind: 'text', text: delivered.text });
    if (delivered.kind === 'fault') this.faults.push(delivered.why);
    return delivered;
  }

  /** Types something; gives the words that came back in the same request, '' where there were none. */
  async say(text: string): Promise<string> {
    const delivered = await this.send(this.message('text', { Content: text }));
    return delivered.kind === 'words' ? delivered.text : '';
  }

  follow(scene = ''): Promise<Delivered> {
    this.follows = true;
    return this.send(this.event('subscribe', scene === '' ? '' : `qrscene_${scene}`));
  }

  /** Waits until so many messages are shown; a platform that is closed shows none any more. */
  async seen(count: number): Promise<readonly Shown[]> {
    while (this.shown.length < count) {
      if (this.sender.isClosed) throw new Error(`${this.shown.length} messages are shown, not ${count}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this.shown;
  }
}
