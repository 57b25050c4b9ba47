// The bank's register of outside agencies: who may remind for the bank, for which accounts, since and until when.
import { z } from 'zod';
import companyWords from '../book/companyWords.json';
import { addDays, type CalendarDate, calendarDateSchema } from '../calendar/calendar';

const bilingualSchema = z.object({ 'zh-CN': z.string().min(1), 'en-US': z.string().min(1) });

export const agencyChannelSchema = z.enum(['call', 'text', 'letter', 'visit']);

/** A complaint about conduct that the bank found to be true. */
export const upheldComplaintSchema = z.object({ caseNumber: z.string().min(1), upheldOn: calendarDateSchema });

export const agencySchema = z.object({
  agencyId: z.string().min(1),
  name: bilingualSchema,
  /** Published contact number (银保监规〔2022〕13号). */
  phone: z.string().min(3),
  /** Business licence and written authorisation; the register shows that both were seen. */
  licenceNumber: z.string().default(''),
  authorisationNumber: z.string().default(''),
  scope: bilingualSchema,
  channels: z.array(agencyChannelSchema).default(['call', 'text']),
  authorisedFrom: calendarDateSchema,
  authorisedUntil: calendarDateSchema,
  suspended: z.boolean(),
  suspendedOn: calendarDateSchema.nullable().default(null),
  suspendedReason: z.enum(['complaints', 'staff']).nullable().default(null),
  /** The day the authorisation was ended for good; null while it runs. */
  endedOn: calendarDateSchema.nullable().default(null),
  upheldComplaints: z.array(upheldComplaintSchema).default([]),
});
export type Agency = z.infer<typeof agencySchema>;

/** One account in an agency's hands; an account has one open placement at most. */
export const placementSchema = z.object({
  agencyId: z.string().min(1),
  accountId: z.string().min(1),
  placedOn: calendarDateSchema,
  endedOn: calendarDateSchema.nullable(),
});
export type Placement = z.infer<typeof placementSchema>;

/** How many upheld complaints within how many days suspend an agency; the bank's own data. */
export const agencyRulesSchema = z.strictObject({
  suspendAfterUpheldComplaints: z.number().int().min(1).max(1000),
  withinDays: z.number().int().min(1).max(3660),
  source: z.string().min(1),
  asOf: calendarDateSchema,
});
export type AgencyRules = z.infer<typeof agencyRulesSchema>;

export type Authorisation =
  | { readonly kind: 'authorised' }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'ended' };

/** Whether the agency may act for the bank at all on a day; first and last day of the period count. */
export function authorisationOf(agency: Agency, today: CalendarDate): Authorisation {
  if (agency.endedOn !== null && agency.endedOn <= today) return { kind: 'ended' };
  if (agency.suspended) return { kind: 'suspended' };
  if (today < agency.authorisedFrom) return { kind: 'notYet' };
  return { kind: today > agency.authorisedUntil ? 'expired' : 'authorised' };
}

export type AccountAuthorisation = Authorisation | { readonly kind: 'unknownAgency' } | { readonly kind: 'notPlaced' };

/** Whether an agency may act on one account: known, authorised, and the account is placed with it that day. */
export function authorisationForAccount(
  agency: Agency | undefined,
  accountId: string,
  placements: readonly Placement[],
  today: CalendarDate,
): AccountAuthorisation {
  if (agency === undefined) return { kind: 'unknownAgency' };
  const general = authorisationOf(agency, today);
  if (general.kind !== 'authorised') return general;
  const placed = placements.some(
    (placement) =>
      placement.agencyId === agency.agencyId &&
      placement.accountId === accountId &&
      placement.placedOn <= today &&
      (placement.endedOn === null || placement.endedOn > today),
  );
  return { kind: placed ? 'authorised' : 'notPlaced' };
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-—()]/g, '');
const digits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** Words that many companies share and that name none of them. */
const commonWords = z.array(z.string().min(2)).parse(companyWords);
const coreName = (name: string): string => commonWords.reduce((core, word) => core.replaceAll(word, ''), folded(name));

/** Two letters of Latin script name nobody; two Chinese characters may be a company's whole name. */
const nameLengthMin = (name: string): number => (/^[\x20-\x7e]+$/.test(name) ? 4 : 2);

/** The agency that a message names by its number, its full name, or the distinctive beginning of it. */
export function agencyNamedIn(agencies: readonly Agency[], text: string): Agency | undefined {
  const [said, numbers] = [folded(text), digits(text)];
  const byNumber = agencies.find(
    (agency) => digits(agency.phone).length >= 7 && numbers.includes(digits(agency.phone)),
  );
  const named = (name: string) => said.includes(name) && name.length >= nameLengthMin(name);
  const byName = (agency: Agency) => [agency.name['zh-CN'], agency.name['en-US']].some((name) => named(coreName(name)));
  const shortNames = (agency: Agency) => [agency.name['zh-CN'].slice(0, 2), agency.name['en-US'].split(' ')[0] ?? ''];
  const byShortName = agencies.filter((agency) => shortNames(agency).some((name) => named(folded(name))));
  // A short name that fits two agencies tells neither.
  return byNumber ?? agencies.find(byName) ?? (byShortName.length === 1 ? byShortName[0] : undefined);
}

/** Counts a complaint that was upheld, once per case; enough of them within the period suspend the agency. */
export function upholdComplaint(
  agency: Agency,
  caseNumber: string,
  upheldOn: CalendarDate,
  rules: AgencyRules,
): Agency {
  if (agency.upheldComplaints.some((complaint) => complaint.caseNumber === caseNumber)) return agency;
  const upheldComplaints = [...agency.upheldComplaints, { caseNumber, upheldOn }];
  const since = addDays(upheldOn, -rules.withinDays);
  const recent = upheldComplaints.filter((complaint) => complaint.upheldOn > since && complaint.upheldOn <= upheldOn);
  const counted = { ...agency, upheldComplaints };
  const tooMany = recent.length >= rules.suspendAfterUpheldComplaints && !agency.suspended;
  return tooMany ? { ...counted, suspended: true, suspendedOn: upheldOn, suspendedReason: 'complaints' } : counted;
}
