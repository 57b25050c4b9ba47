// The written copy of an agreement as it was first delivered: made once a language, kept, and named in the audit log.
import { createHash } from 'node:crypto';
import type { BankProfile } from '../../data/domain/bank/bankProfile';
import type { Instant } from '../../data/domain/calendar/instant';
import type { Locale } from '../../data/domain/customer/customerTurn';
import { type DocumentStore, VersionConflict } from '../../data/store/documentStore';
import type { Repositories } from '../../data/store/repositories';
import { drawAgreement } from './drawAgreement';

export interface CopyParts {
  readonly bank: BankProfile;
  readonly store: DocumentStore;
  readonly repositories: Pick<Repositories, 'arrangements' | 'agreementDocuments' | 'audit'>;
  clock(): Instant;
}

/** The bytes of the copy, or undefined when there is no such agreement. */
export async function writtenCopy(
  parts: CopyParts,
  agreementNumber: string,
  locale: Locale,
): Promise<Buffer | undefined> {
  const { agreementDocuments, arrangements, audit } = parts.repositories;
  const kept = await agreementDocuments.inLanguage(agreementNumber, locale);
  if (kept !== undefined) return Buffer.from(kept.base64, 'base64');
  const record = await arrangements.get(agreementNumber);
  if (record === undefined) return undefined;
  const pdf = await drawAgreement({ record: { ...record, locale }, bank: parts.bank });
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const at = parts.clock();
  const copy = {
    agreementNumber,
    locale,
    contentType: 'application/pdf',
    base64: pdf.toString('base64'),
    sha256,
    createdAt: at,
  };
  const { conversationId, customerId } = record;
  const event = {
    type: 'documentDelivered',
    conversationId,
    turnNumber: 0,
    at,
    customerId,
    inputs: { agreementNumber, locale },
    decision: { sha256 },
  };
  try {
    await parts.store.transaction([agreementDocuments.putOperation(copy, null), audit.appendOperation(event)]);
    return pdf;
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    // Two asked at the same moment: the copy that is kept is the copy.
    return writtenCopy(parts, agreementNumber, locale);
  }
}
