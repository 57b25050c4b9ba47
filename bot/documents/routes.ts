// GET /documents/AG-…: the agreement as a PDF, for whoever holds an unexpired signed link.
import type { BankProfile } from '../../data/domain/bankProfile';
import type { ArrangementRecord } from '../../data/domain/arrangement';
import type { Locale } from '../../data/domain/customerTurn';
import type { Instant } from '../../data/domain/records';
import { forbidden, HttpProblem, notFound } from '../http/problem';
import type { Route } from '../server';
import { agreementPdf } from './agreementPdf';
import type { DocumentLinks } from './documentLinks';

export interface DocumentParts {
  readonly links: DocumentLinks;
  readonly bank: BankProfile;
  arrangement(agreementNumber: string): Promise<ArrangementRecord | undefined>;
  clock(): Instant;
}

/** The language that the link was made for. */
const localeOf = (query: URLSearchParams): Locale => (query.get('lang') === 'en-US' ? 'en-US' : 'zh-CN');

export function documentRoutes({ links, bank, arrangement, clock }: DocumentParts): Route[] {
  return [
    {
      method: 'get',
      path: '/documents/:number',
      handler: async (req, res) => {
        const number = String(req.params.number);
        const query = new URLSearchParams(req.getQuery());
        const verdict = links.check(number, query, clock());
        // Nothing is looked up before the signature is known to be good.
        if (verdict === 'forged') throw forbidden('This link is not valid.');
        if (verdict === 'expired') throw new HttpProblem(410, 'Expired', 'This link has expired. Ask the assistant for your arrangement to get a new one.');
        const record = await arrangement(number);
        if (record === undefined) throw notFound('There is no such agreement.');
        const pdf = await agreementPdf({ record: { ...record, locale: localeOf(query) }, bank });
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
