// What a signed link shows at first: a button. Chats fetch the links in a message to show a preview of them; a preview then holds
// nothing of the agreement, and is not taken for its delivery.
import { createHash } from 'node:crypto';
import type { BankProfile } from '../../data/domain/bank/bankProfile';
import type { Locale } from '../../data/domain/customer/customerTurn';
import { agreementText } from './agreementFacts';

const style =
  ':root{color-scheme:light dark;font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}' +
  'body{max-width:26rem;margin:0 auto;padding:3rem 1.25rem;line-height:1.55}h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0 0 1.5rem}' +
  'button{font:inherit;width:100%;min-height:3rem;border:0;border-radius:.6rem;background:#0b5d57;color:#fff;cursor:pointer}';

export const linkPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The same for every agreement; the button asks the address that it stands at. */
export function linkPage({ name }: Pick<BankProfile, 'name'>, locale: Locale): Buffer {
  const { title, hint, open } = agreementText(locale).linkPage;
  return Buffer.from(
    [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
      `<meta name="robots" content="noindex"><title>${escaped(name[locale])}</title><style>${style}</style></head>`,
      `<body><main><h1>${escaped(title)}</h1><p>${escaped(hint)}</p>`,
      `<form method="post"><button>${escaped(open)}</button></form></main></body></html>`,
    ].join(''),
  );
}
