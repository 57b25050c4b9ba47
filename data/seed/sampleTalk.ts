// One conversation of the sample week: invented words, and decisions that the engine itself takes on an invented account.
import { z } from 'zod';
import { type Account, negotiableAccount, type PaymentRecord } from '../domain/account/account';
import { balanceAtSigning, newArrangement } from '../domain/arrangement/arrangement';
import { replayArrangement } from '../domain/arrangement/replayArrangement';
import { addDays, type CalendarDate } from '../domain/calendar/calendar';
import type { Instant } from '../domain/calendar/instant';
import { caseKindSchema } from '../domain/case/case';
import { outcomeSchema } from '../domain/case/deskConversation';
import { certainTurn, intentSchema, localeSchema, slotsSchema } from '../domain/customer/customerTurn';
import type { PolicyLimits } from '../domain/limits/policyLimits';
import { contractTermsSchema } from '../domain/money/contractTerms';
import { fenSchema } from '../domain/money/money';
import type { Move } from '../domain/negotiation/move';
import { type Negotiation, startNegotiation } from '../domain/negotiation/negotiation';
import { nextMove } from '../domain/negotiation/nextMove';
import type { AgreementTerms } from '../domain/negotiation/signing/signing';
import { rehearseYes } from '../domain/negotiation/signing/signingProof';
import { costTableOf } from '../domain/offer/costTable';
import contractTermsJson from '../policy/contractTerms.json';
import type { Operation } from '../store/documentStore';
import { chainHash } from '../store/hashChain';
import type { Repositories } from '../store/repositories';
import type { AuditRecord } from '../store/repositories/audit';
import { accountRecord } from './personaRecords';

const contract = contractTermsSchema.parse(contractTermsJson);

const lineSchema = z.strictObject({
  text: z.string().min(1),
  understood: z.boolean().default(true),
  /** What the engine hears; a line without it is no part of a negotiation. */
  turn: z
    .strictObject({
      intent: intentSchema,
      slots: slotsSchema.default({}),
      /** Days from the conversation until a promised payment. */
      payInDays: z.number().int().positive().optional(),
    })
    .optional(),
});

export const sampleTalkSchema = z.strictObject({
  daysAgo: z.number().int().positive(),
  /** When it began, 'HH:MM' by Greenwich. */
  clock: z.string().regex(/^\d{2}:\d{2}$/),
  locale: localeSchema,
  account: z
    .strictObject({
      daysPastDue: z.number().int(),
      principalFen: fenSchema,
      interestFen: fenSchema,
      feesFen: fenSchema,
    })
    .optional(),
  says: z.array(lineSchema).min(1),
  /** What became of the promise that was made. */
  promise: z.enum(['kept', 'broken', 'open']).optional(),
  /** Paid the day after signing, ahead of the first instalment. */
  firstPaymentFen: fenSchema.optional(),
  handover: z
    .strictObject({ kind: caseKindSchema, waitedSeconds: z.number().int().positive(), outcome: outcomeSchema })
    .optional(),
  complaint: z.boolean().default(false),
  /** True where a colleague's message was stopped by the guard. */
  blocked: z.boolean().default(false),
});
export type SampleTalk = z.infer<typeof sampleTalkSchema>;

/** A talk with everything about it that is counted from the seed day. */
export interface PlacedTalk extends SampleTalk {
  /** '01', '02' …: part of every id that it leaves behind. */
  readonly number: string;
  readonly day: CalendarDate;
  readonly conversationId: string;
  readonly customerId: string | null;
}

/** What stands in a log, with its time: the logs are kept in order. */
export interface Logged {
  readonly at: Instant;
  readonly operation: Operation;
}

/** A minute passes between two lines. */
export const momentOf = ({ day, clock }: PlacedTalk, line: number, seconds = 0): Instant =>
  new Date(Date.parse(`${day}T${clock}:00.000Z`) + (line * 60 + seconds) * 1000).toISOString();

export const auditOf = (
  talk: PlacedTalk,
  line: number,
  { audit }: Pick<Repositories, 'audit'>,
  event: Pick<AuditRecord, 'type'> & Partial<Pick<AuditRecord, 'inputs' | 'decision' | 'at'>>,
): Logged => {
  const { conversationId, customerId } = talk;
  const at = event.at ?? momentOf(talk, line, 1);
  const whole = { inputs: {}, decision: {}, ...event, conversationId, customerId, turnNumber: line + 1, at };
  return { at, operation: audit.appendOperation(whole) };
};

export interface Bargain {
  readonly logged: readonly Logged[];
  readonly operations: readonly Operation[];
}

type PromiseMove = Move & { kind: 'promise' };

/** What was paid since: to keep the promise, or ahead of a signed plan's first instalment. */
function paymentOf(talk: PlacedTalk, promise: PromiseMove | null): PaymentRecord | null {
  const { number, day, firstPaymentFen } = talk;
  const payment = { paymentId: `WEEK-${number}`, channel: 'transfer' };
  if (promise !== null && talk.promise === 'kept')
    return { ...payment, paidOn: promise.payDate, amountFen: promise.amountFen };
  return firstPaymentFen === undefined ? null : { ...payment, paidOn: addDays(day, 1), amountFen: firstPaymentFen };
}

/** The account as it is now: with what was paid since. */
function paidSince(account: Account, talk: PlacedTalk, promise: PromiseMove | null): Account {
  const payment = paymentOf(talk, promise);
  if (payment === null) return account;
  const principalFen = account.principalFen - payment.amountFen;
  return { ...account, principalFen, payments: [...account.payments, payment] };
}

function signed(
  talk: PlacedTalk,
  line: number,
  account: Account,
  terms: AgreementTerms,
  repositories: Repositories,
): Bargain {
  const { day, number, customerId, conversationId, locale } = talk;
  const signedAt = momentOf(talk, line, 1);
  const offerHash = chainHash('', { terms, accounts: [account.accountId] });
  const agreementNumber = `AG-WEEK-${number}`;
  const payment = paymentOf(talk, null);
  const costTable = costTableOf({ offer: terms.offer, accounts: [account], contract, today: day });
  if (costTable === null) throw new Error(`${agreementNumber}: the offer takes more than was owed`);
  const struck = newArrangement({
    agreementNumber,
    customerId: customerId ?? '',
    conversationId,
    offer: terms.offer,
    costTable,
    offerHash,
    policyVersion: terms.policyVersion,
    locale,
    signedAt,
    signedOn: day,
    consents: (['terms', 'oneTimeCode', 'noOtherCards'] as const).map((kind) => ({ kind, givenAt: signedAt })),
    balances: [balanceAtSigning(account, day)],
  });
  const { accountId } = account;
  const record =
    payment === null ? struck : replayArrangement(struck, [{ ...payment, accountId }], payment.paidOn).record;
  return {
    logged: [
      auditOf(talk, line, repositories, {
        type: 'signed',
        inputs: { offerHash, terms },
        decision: { agreementNumber },
      }),
    ],
    operations: [repositories.arrangements.putOperation(record, null)],
  };
}

function promised(
  talk: PlacedTalk,
  line: number,
  account: Account,
  move: PromiseMove,
  repositories: Repositories,
): Bargain {
  const promiseId = `PR-WEEK-${talk.number}`;
  const { amountFen, payDate } = move;
  const record = { promiseId, customerId: talk.customerId ?? '', accountIds: [account.accountId], amountFen, payDate };
  const inputs = { amount: amountFen, date: payDate };
  return {
    logged: [auditOf(talk, line, repositories, { type: 'promiseRecorded', inputs, decision: { promiseId } })],
    operations: [
      repositories.promises.putOperation(
        { ...record, madeAt: momentOf(talk, line, 1), status: talk.promise ?? 'open' },
        null,
      ),
    ],
  };
}

/** Takes every line to the engine and keeps what it decides, so that a replay gives the same. */
export function bargain(talk: PlacedTalk, limits: PolicyLimits, repositories: Repositories): Bargain {
  const { number, day, customerId, locale } = talk;
  if (talk.account === undefined || customerId === null) return { logged: [], operations: [] };
  const accountId = `W-A-${number}`;
  const rest = { product: 'standard', payments: [], salaryCreditsFen: [], documentedMonthlyCapacityFen: null };
  const account = accountRecord(
    { ...talk.account, ...rest, accountId, cardTail: `16${number}`, agency: null, flags: [] },
    customerId,
    day,
  );
  const view = negotiableAccount([account], day);
  const found: Bargain[] = [];
  let negotiation: Negotiation = startNegotiation(limits, view, day);
  let promise: PromiseMove | null = null;
  for (const [line, { turn: said }] of talk.says.entries()) {
    if (said === undefined) continue;
    const { intent, slots, payInDays } = said;
    const turn = certainTurn(intent, payInDays === undefined ? slots : { ...slots, payDate: addDays(day, payInDays) });
    const before = negotiation;
    const proof = rehearseYes(before.signing, turn);
    const { move, negotiation: after } = nextMove(before, turn, view, limits, day, proof);
    const consent = proof === null ? null : { kind: proof.kind };
    const inputs = { negotiation: before, turn, account: view, policyVersion: limits.version, today: day, consent };
    found.push({
      logged: [auditOf(talk, line, repositories, { type: 'negotiation.move', inputs, decision: { move } })],
      operations: [],
    });
    negotiation = after;
    if (move.kind === 'agreed') found.push(signed(talk, line, account, move.agreement, repositories));
    if (move.kind === 'promise' && move.recorded) {
      promise = move;
      found.push(promised(talk, line, account, move, repositories));
    }
  }
  const customer = { customerId, idTail: `00${number}`, locale, accountIds: [accountId], phone: `138000016${number}` };
  return {
    logged: found.flatMap(({ logged }) => logged),
    operations: [
      repositories.customers.putOperation({ ...customer, displayName: `Sample ${number}` }, null),
      repositories.accounts.putOperation(paidSince(account, talk, promise), null),
      ...found.flatMap(({ operations }) => operations),
    ],
  };
}
