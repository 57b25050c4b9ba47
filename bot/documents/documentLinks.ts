// Links to an agreement: signed, for a limited time, and worth nothing once either has been changed.

import type { Instant } from '../../data/domain/calendar/instant';
import { type Locale, localeSchema } from '../../data/domain/customer/customerTurn';
import type { Signer } from '../http/signer';

const purpose = 'document';

export interface DocumentLinks {
  make(agreementNumber: string, locale: Locale, now: Instant): string;
  check(agreementNumber: string, query: URLSearchParams, now: Instant): 'good' | 'expired' | 'forged';
}

export function newDocumentLinks(signer: Signer, baseUrl: () => string, validHours: number): DocumentLinks {
  return {
    make(agreementNumber, locale, now) {
      const expires = Math.floor(Date.parse(now) / 1000) + validHours * 3600;
      const sig = signer.sign(purpose, [agreementNumber, locale, expires]);
      const query = new URLSearchParams({ lang: locale, expires: String(expires), sig });
      return `${baseUrl()}/documents/${agreementNumber}?${query}`;
    },
    check(agreementNumber, query, now) {
      const locale = localeSchema.safeParse(query.get('lang'));
      const expires = Number(query.get('expires'));
      if (!locale.success || !Number.isInteger(expires)) return 'forged';
      if (!signer.matches(purpose, [agreementNumber, locale.data, expires], query.get('sig') ?? '')) return 'forged';
      return Date.parse(now) / 1000 < expires ? 'good' : 'expired';
    },
  };
}
