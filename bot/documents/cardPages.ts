// A card as a page with pictures, for channels that show no cards: the same words, behind an address that nobody can guess.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { localTime } from '../../data/domain/calendar/calendar';
import type { Instant } from '../../data/domain/calendar/instant';
import { type Locale, localeSchema } from '../../data/domain/customer/customerTurn';
import type { DocumentStore } from '../../data/store/documentStore';
import { type PlainPage, sendPlainPage } from '../http/plainPage';
import { forbidden, HttpProblem, notFound } from '../http/problem';
import type { Route } from '../http/route';
import { safeHtml } from '../http/safeHtml';

const collection = 'cardPages';
const pictureUrl = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/;

const textBlock = z.looseObject({ type: z.literal('TextBlock'), text: z.string() });
const image = z.looseObject({ type: z.literal('Image'), url: z.string().regex(pictureUrl) });
const container = z.looseObject({ type: z.literal('Container'), items: z.array(z.union([textBlock, image])) });
const cardSchema = z.looseObject({ body: z.array(z.union([textBlock, container])).min(1) });
type Block = z.infer<typeof textBlock> | z.infer<typeof image>;

/** Lines that belong together, the first of them their title, and a picture or none. */
const partSchema = z.object({ lines: z.array(z.string()), picture: z.string().nullable() });
const pageSchema = z.object({
  parts: z.array(partSchema),
  locale: localeSchema,
  expiresAt: z.string(),
  /** The day after which it is removed. */
  endsOn: z.string(),
});
type Page = z.infer<typeof pageSchema>;

/** What a channel shows in a card's place. */
export interface CardLink {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** '' where the card has no picture. */
  readonly pictureUrl: string;
}

export interface CardPageParts {
  readonly store: DocumentStore;
  readonly validHours: number;
  readonly timeZone: string;
  baseUrl(): string;
  clock(): Instant;
}

function partOf(blocks: readonly Block[]): Page['parts'][number] {
  const lines = blocks.flatMap((block) => (block.type === 'TextBlock' ? [block.text] : []));
  const picture = blocks.find((block) => block.type === 'Image');
  return { lines, picture: picture === undefined ? null : (pictureUrl.exec(picture.url)?.[1] ?? null) };
}

/** A card of containers is one part for each; one of lines alone is a single part. Undefined for what is no such card. */
function partsOf(card: unknown): Page['parts'] | undefined {
  const read = cardSchema.safeParse(card);
  if (!read.success) return undefined;
  const { body } = read.data;
  const loose = body.filter((block) => block.type === 'TextBlock');
  const groups = body.flatMap((block) => (block.type === 'Container' ? [partOf(block.items)] : []));
  return [...(loose.length === 0 ? [] : [partOf(loose)]), ...groups];
}

const style =
  'body{max-width:34rem;padding:1rem}section{padding:1rem 0;border-bottom:1px solid #8885}' +
  'h2{font-size:1.1rem;margin:0 0 .4rem}p{margin:.3rem 0;overflow-wrap:anywhere}img{width:100%;border-radius:.5rem;margin-top:.5rem}';

function pageOf(id: string, { parts, locale }: Page): PlainPage {
  const sections = parts.map(({ lines: [title = '', ...lines], picture }, index) =>
    [
      `<section><h2>${safeHtml(title)}</h2>`,
      ...lines.map((line) => `<p>${safeHtml(line)}</p>`),
      ...(picture === null ? [] : [`<img src="/cards/${id}/${index}" alt="">`]),
      '</section>',
    ].join(''),
  );
  return { locale, title: parts[0]?.lines[0] ?? '', style, body: sections.join(''), may: 'showPictures' };
}

export class CardPages {
  constructor(private readonly parts: CardPageParts) {}

  /** Keeps a page for the card; null for a card without words. */
  async keep(card: unknown, locale: Locale): Promise<CardLink | null> {
    const { store, validHours, timeZone, baseUrl, clock } = this.parts;
    const parts = partsOf(card);
    const [first, ...others] = parts ?? [];
    if (parts === undefined || first === undefined) return null;
    const expiresAt = new Date(Date.parse(clock()) + validHours * 3_600_000).toISOString();
    const page: Page = { parts, locale, expiresAt, endsOn: localTime(expiresAt, timeZone).date };
    const id = randomBytes(18).toString('base64url');
    await store.put(collection, id, page, null);
    const [title = '', ...lines] = first.lines;
    const url = `${baseUrl()}/cards/${id}`;
    return {
      title: [title, ...others.map((part) => part.lines[0] ?? '')].join(' · '),
      description: lines.join('\n'),
      url,
      pictureUrl: first.picture === null ? '' : `${url}/0`,
    };
  }

  routes(): Route[] {
    return [
      {
        method: 'get',
        path: '/cards/:id',
        access: 'signedLink',
        handler: async (req, res) => {
          const id = String(req.params.id);
          sendPlainPage(res, pageOf(id, await this.page(id)));
        },
      },
      {
        method: 'get',
        path: '/cards/:id/:part',
        access: 'signedLink',
        handler: async (req, res) => {
          const page = await this.page(String(req.params.id));
          const picture = page.parts[Number(req.params.part)]?.picture;
          if (typeof picture !== 'string') throw notFound('There is no such picture.');
          const bytes = Buffer.from(picture, 'base64');
          // The channel shows it on a page of its own.
          res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
          res.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': bytes.length });
          res.end(bytes);
        },
      },
    ];
  }

  private async page(id: string): Promise<Page> {
    const stored = /^[\w-]{24}$/.test(id) ? await this.parts.store.get(collection, id) : undefined;
    const page = pageSchema.safeParse(stored?.value);
    if (!page.success) throw forbidden('This link is not valid.');
    if (this.parts.clock() >= page.data.expiresAt)
      throw new HttpProblem(410, 'Expired', 'This link has expired. Ask the assistant again to get a new one.');
    return page.data;
  }
}
