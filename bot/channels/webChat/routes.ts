// The customer's page at /, the same page in a frame of the bank's own pages, and the widget that puts it there; with a content
// security policy as strict as Web Chat allows.
import { randomBytes } from 'node:crypto';
import type { BankProfile } from '../../../data/domain/bank/bankProfile';
import { sendJson } from '../../http/problem';
import type { Route } from '../../http/route';
import { channelOf } from '../channelTable';
import { directLineChannel } from '../directLine/localAdapter';
import { sendBundle, sendOwn } from './assets';
import english from './pageText.en-US.json';
import chinese from './pageText.zh-CN.json';
import { widgetHandler } from './widget';

// Web Chat writes style sheets at run time and takes a nonce for them; a page that is kept open needs it to stay the same.
const nonce = randomBytes(16).toString('base64url');

/** `framedBy`: the origins that may show the page within theirs, or "'none'". */
const pagePolicy = (framedBy: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    // The hash is that of an empty style sheet, which Web Chat makes first and fills through the object model.
    `style-src 'self' 'nonce-${nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`,
    // React sets style attributes; they can colour, not act.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // Web Chat reads a chosen photo back from the browser's own memory before it sends it.
    "connect-src 'self' blob:",
    "font-src 'self' data:",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');

export interface PageParts {
  readonly bank: BankProfile;
  /** Shows the demo phone and the people to try. */
  readonly developer: boolean;
  /** Origins of the bank's own pages, which may show the assistant within theirs. */
  readonly pageOrigins: readonly string[];
}

export function webChatRoutes({ bank, developer, pageOrigins }: PageParts): Route[] {
  const settings = {
    bankName: bank.name,
    colours: bank.colours,
    developer,
    nonce,
    uploads: channelOf(directLineChannel).uploads,
    texts: { 'zh-CN': chinese, 'en-US': english },
  };
  const page = (path: string, access: Route['access'], handler: Route['handler']): Route => ({
    method: 'get',
    path,
    access,
    handler,
  });
  return [
    page('/', 'anyone', (req, res) => {
      res.setHeader('Content-Security-Policy', pagePolicy("'none'"));
      return sendOwn('index.html', req, res);
    }),
    page('/webchat/frame', 'anyone', (req, res) => {
      res.setHeader('Content-Security-Policy', pagePolicy(["'self'", ...pageOrigins].join(' ')));
      // An older header without a list; the policy says it more exactly.
      res.removeHeader('X-Frame-Options');
      // A page that lets in only what has agreed to it may have this frame.
      res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      return sendOwn('index.html', req, res);
    }),
    page('/webchat/widget.js', 'anyone', widgetHandler(bank)),
    page('/webchat/settings', 'anyone', (_req, res) => sendJson(res, 200, settings)),
    page('/webchat/bundle.js', 'anyone', sendBundle),
    ...['page.css', 'page.js', 'connection.js', 'hostPage.js', 'kept.js', 'look.js', 'unread.js', 'icon.svg'].map(
      (name) => page(`/webchat/${name}`, 'anyone', (req, res) => sendOwn(name, req, res)),
    ),
  ];
}
