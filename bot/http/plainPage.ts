// A small page behind a signed link, for whatever browser or chat opens it: words and pictures of ours, no script, nothing from elsewhere.
import { createHash } from 'node:crypto';
import type { Response } from 'restify';
import type { Locale } from '../../data/domain/customer/customerTurn';
import { safeHtml } from './safeHtml';

const common =
  ':root{color-scheme:light dark;font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}' +
  'body{margin:0 auto;line-height:1.55}';

export interface PlainPage {
  readonly locale: Locale;
  readonly title: string;
  /** Rules of its own, behind the common ones. */
  readonly style: string;
  /** HTML, of which every word from outside was made safe. */
  readonly body: string;
  /** What the page may do besides being read: show own pictures, send a form to the address that it stands at. */
  readonly may: 'showPictures' | 'sendForms';
}

export function sendPlainPage(res: Response, { locale, title, style, body, may }: PlainPage): void {
  const rules = common + style;
  const allowed = may === 'showPictures' ? ["img-src 'self'", "form-action 'none'"] : ["form-action 'self'"];
  const hash = createHash('sha256').update(rules).digest('base64');
  res.setHeader(
    'Content-Security-Policy',
    ["default-src 'none'", ...allowed, `style-src 'sha256-${hash}'`, "base-uri 'none'", "frame-ancestors 'none'"].join(
      '; ',
    ),
  );
  const html = Buffer.from(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<meta name="robots" content="noindex"><title>${safeHtml(title)}</title><style>${rules}</style></head><body><main>${body}</main></body></html>`,
  );
  res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': html.length });
  res.end(html);
}
