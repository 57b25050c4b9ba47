// The register of outside agencies, placements and complaints about conduct: agencies/…, complaints/…
import { z } from 'zod';
import { calendarDateSchema } from '../../../data/domain/calendar/calendar';
import { agencyChannelSchema, agencySchema } from '../../../data/domain/conduct/agencyRegister';
import { expectedVersionSchema } from './common';

export const agencyViewSchema = z.object({
  agency: agencySchema,
  version: z.number().int(),
  standing: z.enum(['authorised', 'notYet', 'expired', 'suspended', 'ended']),
  openPlacements: z.number().int(),
  openComplaints: z.number().int(),
});
export type AgencyView = z.infer<typeof agencyViewSchema>;
/** GET agencies. */
export const agencyListSchema = z.object({
  agencies: z.array(agencyViewSchema),
  rules: z.object({ suspendAfterUpheldComplaints: z.number(), withinDays: z.number(), source: z.string() }),
});
export type AgencyList = z.infer<typeof agencyListSchema>;
export const agencyAnswerSchema = z.object({ agency: agencyViewSchema });
export type AgencyAnswer = z.infer<typeof agencyAnswerSchema>;

const filledBilingual = z.object({
  'zh-CN': z.string().trim().min(1).max(200),
  'en-US': z.string().trim().min(1).max(200),
});
const agencyFields = {
  name: filledBilingual,
  phone: z
    .string()
    .trim()
    .regex(/^[\d+() -]{3,30}$/),
  licenceNumber: z.string().trim().min(1).max(100),
  authorisationNumber: z.string().trim().min(1).max(100),
  scope: filledBilingual,
  channels: z.array(agencyChannelSchema).min(1),
  authorisedFrom: calendarDateSchema,
  authorisedUntil: calendarDateSchema,
};
/** POST agencies; the id is the bank's own, or made when absent. */
export const createAgencyRequestSchema = z.object({
  agencyId: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .optional(),
  ...agencyFields,
});
export type CreateAgencyRequest = z.infer<typeof createAgencyRequestSchema>;
/** PATCH agencies/:id. */
export const changeAgencyRequestSchema = z
  .object(agencyFields)
  .partial()
  .extend({ expectedVersion: expectedVersionSchema });
export type ChangeAgencyRequest = z.infer<typeof changeAgencyRequestSchema>;
/** POST agencies/:id/suspend, /resume, /end. */
export const agencyActionRequestSchema = z.object({
  reason: z.string().trim().min(1).max(500),
  expectedVersion: expectedVersionSchema,
});
export type AgencyActionRequest = z.infer<typeof agencyActionRequestSchema>;

/** POST agencies/:id/placements: all or none; 422 names the accounts that cannot be placed. */
export const placeRequestSchema = z.object({ accountIds: z.array(z.string().min(1).max(100)).min(1).max(1000) });
export type PlaceRequest = z.infer<typeof placeRequestSchema>;
/** POST agencies/:id/placements/end takes the same body. */
export const placementViewSchema = z.object({
  accountId: z.string(),
  cardTail: z.string(),
  placedOn: calendarDateSchema,
  endedOn: calendarDateSchema.nullable(),
});
export const placementListSchema = z.object({ placements: z.array(placementViewSchema) });
export type PlacementList = z.infer<typeof placementListSchema>;

/** GET agencies/:id/complaints; POST complaints/:caseNumber/uphold and /dismiss. */
export const complaintSchema = z.object({
  caseNumber: z.string(),
  agencyId: z.string().nullable(),
  openedAt: z.string(),
  dueOn: calendarDateSchema,
  words: z.string(),
  decision: z.enum(['open', 'upheld', 'dismissed']),
  version: z.number().int(),
});
export type Complaint = z.infer<typeof complaintSchema>;
export const complaintListSchema = z.object({ complaints: z.array(complaintSchema) });
export type ComplaintList = z.infer<typeof complaintListSchema>;
export const complaintDecisionRequestSchema = z.object({
  reason: z.string().trim().min(1).max(1000),
  expectedVersion: expectedVersionSchema,
  /** Names the agency where the customer did not. */
  agencyId: z.string().optional(),
});
export type ComplaintDecisionRequest = z.infer<typeof complaintDecisionRequestSchema>;
export const complaintAnswerSchema = z.object({ complaint: complaintSchema, agency: agencyViewSchema.nullable() });
export type ComplaintAnswer = z.infer<typeof complaintAnswerSchema>;
