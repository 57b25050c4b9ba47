// The one file that a page of the bank loads to show the assistant: what is the bank's is written into it, so that nothing else is
// asked for before a customer opens it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Request, Response } from 'restify';
import type { BankProfile } from '../../../data/domain/bank/bankProfile';
import { inRepository } from '../../config/repositoryRoot';
import english from './pageText.en-US.json';
import chinese from './pageText.zh-CN.json';

/** Of all words of the page, those that stand outside the frame. */
const wordsOf = ({ pageTitle, open, close, unread }: typeof english) => ({ pageTitle, open, close, unread });

/** Answers with the widget of this bank; a browser that has it is told that it is still the same. */
export function widgetHandler({ name, colours }: Pick<BankProfile, 'name' | 'colours'>) {
  const settings = { bankName: name, colours, texts: { 'zh-CN': wordsOf(chinese), 'en-US': wordsOf(english) } };
  const source = readFileSync(inRepository('bot', 'channels', 'webChat', 'public', 'widget.js'), 'utf8');
  const body = Buffer.from(source.replace('__SETTINGS__', () => JSON.stringify(settings)));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return (req: Request, res: Response): void => {
    res.setHeader('Cache-Control', 'no-cache');
    res.setHeader('ETag', etag);
    // Any page may load it; whether it may show the assistant is said by the frame's policy.
    res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const isKept = req.headers['if-none-match'] === etag;
    res.writeHead(isKept ? 304 : 200, isKept ? {} : { 'Content-Type': 'text/javascript; charset=utf-8' });
    res.end(isKept ? undefined : body);
  };
}
