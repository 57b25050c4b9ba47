// GET /documents/AG-…: the agreement as a PDF, for whoever holds an unexpired signed link.
import type { Locale } from '../../data/domain/customer/customerTurn';
import { forbidden, HttpProblem, notFound } from '../http/problem';
import type { Route } from '../http/route';
import type { DocumentLinks } from './documentLinks';
import { type CopyParts, writtenCopy } from './writtenCopy';

export interface DocumentParts extends CopyParts {
  readonly links: DocumentLinks;
}

/** The language that the link was made for. */
const localeOf = (query: URLSearchParams): Locale => (query.get('lang') === 'en-US' ? 'en-US' : 'zh-CN');

export function documentRoutes(parts: DocumentParts): Route[] {
  const { links, clock } = parts;
  return [
    {
      method: 'get',
      path: '/documents/:number',
      access: 'signedLink',
      handler: async (req, res) => {
        const number = String(req.params.number);
        const query = new URLSearchParams(req.getQuery());
        const verdict = links.check(number, query, clock());
        // Nothing is looked up before the signature is known to be good.
        if (verdict === 'forged') throw forbidden('This link is not valid.');
        if (verdict === 'expired')
          throw new HttpProblem(
            410,
            'Expired',
            'This link has expired. Ask the assistant for your arrangement to get a new one.',
          );
        const pdf = await writtenCopy(parts, number, localeOf(query));
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
