// Written copies of agreements, as they were delivered: a PDF per language.
import { z } from 'zod';
import { instantSchema } from '../../domain/calendar/instant';
import { localeSchema } from '../../domain/customer/customerTurn';
import type { DocumentStore } from '../documentStore';
import { Repository } from './repository';

export const agreementDocumentSchema = z.object({
  agreementNumber: z.string().min(1),
  locale: localeSchema,
  contentType: z.string(),
  base64: z.base64(),
  /** Hash of the bytes, as the audit log names the delivered copy. */
  sha256: z.string().length(64),
  createdAt: instantSchema,
});
export type AgreementDocument = z.infer<typeof agreementDocumentSchema>;

const idOf = ({ agreementNumber, locale }: Pick<AgreementDocument, 'agreementNumber' | 'locale'>): string =>
  `${agreementNumber}.${locale}`;

export class AgreementDocuments extends Repository<AgreementDocument> {
  constructor(store: DocumentStore) {
    super(store, 'agreementDocuments', agreementDocumentSchema, idOf);
  }

  inLanguage(agreementNumber: string, locale: AgreementDocument['locale']): Promise<AgreementDocument | undefined> {
    return this.get(idOf({ agreementNumber, locale }));
  }
  ofAgreement(agreementNumber: string): Promise<readonly AgreementDocument[]> {
    return this.every('agreementNumber', agreementNumber);
  }
}
