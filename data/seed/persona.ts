// The people to try the assistant as: invented, and dated relative to the day that they are seeded.
import { z } from 'zod';
import { accountFlagSchema } from '../domain/account/account';
import { caseKindSchema } from '../domain/case/case';
import { contactPreferenceSchema } from '../domain/conduct/contactRecords';
import { customerSchema } from '../domain/customer/customer';
import type { Locale } from '../domain/customer/customerTurn';
import { fenSchema } from '../domain/money/money';
import personasJson from './personas.json';

const daysAgo = z.number().int().nonnegative();

export const seedAccountSchema = z.strictObject({
  accountId: z.string(),
  cardTail: z.string(),
  product: z.string().default('standard'),
  daysPastDue: z.number().int().positive(),
  /** Balances as struck on the seed day; with an arrangement, as they were when it was signed. */
  principalFen: fenSchema,
  interestFen: fenSchema,
  feesFen: fenSchema,
  payments: z.array(z.strictObject({ daysAgo, amountFen: fenSchema })).default([]),
  salaryCreditsFen: z.array(fenSchema).default([]),
  documentedMonthlyCapacityFen: fenSchema.nullable().default(null),
  agency: z.strictObject({ agencyId: z.string(), placedDaysAgo: daysAgo }).nullable().default(null),
  flags: z.array(accountFlagSchema).default([]),
});
export type SeedAccount = z.infer<typeof seedAccountSchema>;

export const personaSchema = z.strictObject({
  personaId: z.string(),
  /** Shown in the banner at the start. */
  featured: z.boolean(),
  /** One line about the person, in each language. */
  say: z.strictObject({ 'zh-CN': z.string().min(1), 'en-US': z.string().min(1) }),
  customer: customerSchema.omit({ accountIds: true }).strict(),
  accounts: z.array(seedAccountSchema).min(1),
  arrangement: z
    .strictObject({
      agreementNumber: z.string(),
      signedDaysAgo: daysAgo,
      /** About how long ago the newest instalment fell due; earlier when that day is the 29th to 31st. */
      lastDueDaysAgo: daysAgo,
      instalmentCount: z.number().int().positive(),
      paidInstalments: z.number().int().nonnegative(),
    })
    .optional(),
  contact: z.strictObject({ reason: contactPreferenceSchema.shape.reason, changedDaysAgo: daysAgo }).optional(),
  openCase: z
    .strictObject({
      caseNumber: z.string(),
      kind: caseKindSchema,
      openedDaysAgo: daysAgo,
      answerWithinDays: z.number().int().positive(),
    })
    .optional(),
});
export type Persona = z.infer<typeof personaSchema>;

export const personas: readonly Persona[] = z.array(personaSchema).parse(personasJson);

/** What a tester needs to become a persona. */
export interface PersonaCard {
  readonly personaId: string;
  readonly featured: boolean;
  readonly locale: Locale;
  readonly say: Readonly<Record<Locale, string>>;
  /** What to type when asked: card ending and identity ending, as in "6688 1234". One for each card. */
  readonly codes: readonly string[];
}

export const personaCards: readonly PersonaCard[] = personas.map(
  ({ personaId, featured, say, customer, accounts }) => ({
    personaId,
    featured,
    locale: customer.locale,
    say,
    codes: accounts.map((account) => `${account.cardTail} ${customer.idTail}`),
  }),
);
