// The few words that must be said outright: consent to a read-back, refusal to sign, and wishes about how to be contacted.
import { z } from 'zod';
import words from './explicitWords.json';

const list = z.array(z.string().min(1)).min(1);
const bothLanguages = z.object({ 'zh-CN': list, 'en-US': list });
const parsed = z
  .object({ consent: bothLanguages, refuseToSign: bothLanguages, contactTimesOrChannel: bothLanguages })
  .parse(words);

const ofEither = (entry: z.infer<typeof bothLanguages>) => [...entry['zh-CN'], ...entry['en-US']];
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\d,.:;!?，。：；！？“”"、]+/g, ' ')
    .trim();

const consent = new Set(ofEither(parsed.consent));
const refusal = new Set(ofEither(parsed.refuseToSign));
const timesOrChannel = ofEither(parsed.contactTimesOrChannel);

/** True for "确认" or "confirm" said as such, alone or after the code; a bare yes is no consent (promise P7). */
export const isExplicitConsent = (text: string): boolean => consent.has(plain(text));
export const refusesToSign = (text: string): boolean => refusal.has(plain(text));
/** True when the wish is about when or how to be contacted, not about stopping altogether. */
export const wishesOtherContact = (text: string): boolean => {
  const lower = text.normalize('NFKC').toLowerCase();
  return timesOrChannel.some((word) => lower.includes(word));
};
