// How many bytes a page of the console brings along the first time, each file packed, before anything is cached.
import { gzipSync } from 'node:zlib';

export interface FirstLoad {
  /** Until somebody can sign in. */
  readonly signIn: number;
  /** The same, and after it the desk with its queue. */
  readonly desk: number;
}

const namedInPage = /(?:src|href)="([^"]+\.(?:js|css|svg))"/g;
/** Chunks without which a chunk cannot begin; what is fetched on demand stands in brackets and is not among them. */
const namedInChunk = /(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g;
const filesOfDesk = /assets\/(deskPage-[\w-]+\.(?:js|css))/g;

const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** Files of one visit, each fetched once, with what each needs. */
class Visit {
  private readonly texts = new Map<string, string>();

  async open(url: URL): Promise<string> {
    const known = this.texts.get(url.href);
    if (known !== undefined) return known;
    const response = await fetch(url);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${url.pathname}: ${response.status}; has the console been built?`);
    this.texts.set(url.href, text);
    if (url.pathname.endsWith('.js')) for (const path of named(text, namedInChunk)) await this.open(new URL(path, url));
    return text;
  }

  get all(): string {
    return [...this.texts.values()].join('\n');
  }

  get bytes(): number {
    return [...this.texts.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
  }
}

export async function firstLoad(port: number): Promise<FirstLoad> {
  const root = new URL(`http://127.0.0.1:${port}/console/`);
  const visit = new Visit();
  for (const path of named(await visit.open(root), namedInPage)) await visit.open(new URL(path, root));
  const signIn = visit.bytes;
  const desk = new Set(named(visit.all, filesOfDesk));
  if (desk.size === 0) throw new Error('the pages do not name the desk');
  for (const path of desk) await visit.open(new URL(`assets/${path}`, root));
  return { signIn, desk: visit.bytes };
}
