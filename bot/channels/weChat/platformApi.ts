// What we ask of the platform: to show somebody words, to send a template message, to publish the menu.
import { z } from 'zod';
import { AccessToken, type TokenParts } from './accessToken';
import { askPlatform, fetchFile, type PlatformAnswer } from './platformHttp';

/** The platform's numbers for a token that it does not take (any more). */
const tokenRefusals: readonly number[] = [40001, 40014, 42001];
/** The customer has not written lately, has had all messages that may follow one of theirs, or does not follow the account. */
const outsideWindow: readonly number[] = [43004, 45015, 45047];
/** The words themselves are not taken: sent again, they would be refused again. */
const wordRefusals: readonly number[] = [45002, 45008, 47001, 40008, 87014];

/** The platform answered, and did not do it. */
export class PlatformRefusal extends Error {
  /** Says to the deliveries that these words will never be taken. */
  readonly statusCode: number | undefined;

  constructor(readonly errcode: number) {
    super('the WeChat platform refused');
    this.name = `PlatformRefusal${errcode}`;
    this.statusCode = wordRefusals.includes(errcode) ? 400 : undefined;
  }

  /** Until the customer writes again nothing reaches them this way. */
  get isOutsideWindow(): boolean {
    return outsideWindow.includes(this.errcode);
  }
}

export interface Article {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly picurl: string;
}

const templateAnswer = z.looseObject({ msgid: z.union([z.string(), z.number()]) });

export class PlatformApi {
  private readonly token: AccessToken;

  constructor(private readonly parts: TokenParts) {
    this.token = new AccessToken(parts);
  }

  async sendText(openId: string, content: string): Promise<void> {
    await this.call('message/custom/send', { touser: openId, msgtype: 'text', text: { content } });
  }

  async sendArticle(openId: string, article: Article): Promise<void> {
    await this.call('message/custom/send', { touser: openId, msgtype: 'news', news: { articles: [article] } });
  }

  /** Gives the platform's number of the message, by which it tells later what became of it. */
  async sendTemplate(openId: string, templateId: string): Promise<string> {
    const answer = await this.call('message/template/send', { touser: openId, template_id: templateId, data: {} });
    return String(templateAnswer.parse(answer).msgid);
  }

  /** Throws where the platform gives no token. */
  async check(): Promise<void> {
    await this.token.get();
  }

  /** A picture that a customer sent: the platform keeps it for three days. Undefined where it has more bytes than that. */
  async picture(mediaId: string, bytesMax: number): Promise<Buffer | undefined> {
    const fetched = async (token: string) =>
      fetchFile(
        `${this.parts.apiBase}/cgi-bin/media/get?${new URLSearchParams({ access_token: token, media_id: mediaId })}`,
        bytesMax,
      );
    const token = await this.token.get();
    let file = await fetched(token);
    if (file.kind === 'answer' && tokenRefusals.includes(file.answer.errcode))
      file = await fetched(await this.token.instead(token));
    if (file.kind === 'answer') throw new PlatformRefusal(file.answer.errcode);
    return file.kind === 'bytes' ? file.bytes : undefined;
  }

  async publishMenu(menu: unknown): Promise<void> {
    await this.call('menu/create', menu);
  }

  /** Throws PlatformRefusal, PlatformUnreached or TokenRefused. */
  private async call(path: string, body: unknown): Promise<PlatformAnswer> {
    const token = await this.token.get();
    let answer = await this.ask(path, token, body);
    // Once: a token that is refused twice is no matter of its age.
    if (tokenRefusals.includes(answer.errcode)) answer = await this.ask(path, await this.token.instead(token), body);
    if (answer.errcode !== 0) throw new PlatformRefusal(answer.errcode);
    return answer;
  }

  private ask(path: string, token: string, body: unknown): Promise<PlatformAnswer> {
    return askPlatform(`${this.parts.apiBase}/cgi-bin/${path}?access_token=${encodeURIComponent(token)}`, body);
  }
}
