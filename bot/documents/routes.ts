// /documents/AG-…: the agreement as a PDF, for whoever holds an unexpired signed link and presses the button behind it.
import type { Request } from 'restify';
import type { Locale } from '../../data/domain/customer/customerTurn';
import { sendPlainPage } from '../http/plainPage';
import { forbidden, HttpProblem, notFound } from '../http/problem';
import type { Route } from '../http/route';
import type { DocumentLinks } from './documentLinks';
import { linkPage } from './linkPage';
import { type CopyParts, writtenCopy } from './writtenCopy';

export interface DocumentParts extends CopyParts {
  readonly links: DocumentLinks;
}

/** The language that the link was made for. */
const localeOf = (query: URLSearchParams): Locale => (query.get('lang') === 'en-US' ? 'en-US' : 'zh-CN');

/** Nothing is looked up before the signature is known to be good. */
function readLink({ links, clock }: DocumentParts, req: Request) {
  const number = String(req.params.number);
  const query = new URLSearchParams(req.getQuery());
  const verdict = links.check(number, query, clock());
  if (verdict === 'forged') throw forbidden('This link is not valid.');
  if (verdict === 'expired')
    throw new HttpProblem(
      410,
      'Expired',
      'This link has expired. Ask the assistant for your arrangement to get a new one.',
    );
  return { number, locale: localeOf(query) };
}

export function documentRoutes(parts: DocumentParts): Route[] {
  const path = '/documents/:number';
  return [
    {
      // Asked by previews of the channel too.
      method: 'get',
      path,
      access: 'signedLink',
      handler: (req, res) => {
        sendPlainPage(res, linkPage(parts.bank, readLink(parts, req).locale));
      },
    },
    {
      method: 'post',
      path,
      access: 'signedLink',
      handler: async (req, res) => {
        const { number, locale } = readLink(parts, req);
        const pdf = await writtenCopy(parts, number, locale);
        if (pdf === undefined) throw notFound('There is no such agreement.');
        res.writeHead(200, {
          'Content-Type': 'application/pdf',
          'Content-Length': pdf.length,
          'Content-Disposition': `attachment; filename="${number.replace(/[^\w-]/g, '')}.pdf"`,
        });
        res.end(pdf);
      },
    },
  ];
}
