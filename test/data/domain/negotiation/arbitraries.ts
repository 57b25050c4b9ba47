// Random policies, accounts and customer turns for the laws of the engine. Every policy drawn passes the door.
import fc from 'fast-check';
import type { NegotiableAccount } from '../../../../data/domain/account/account';
import {
  type CustomerTurn,
  certainTurn,
  type Intent,
  intents,
  type Slots,
  wishSchema,
} from '../../../../data/domain/customer/customerTurn';
import { type PolicyLimits, readPolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { type ReliefReason, reliefReasonSchema } from '../../../../data/domain/offer/reliefReason';
import { shippedLimits } from './bargaining';

const share = (max = 1) => fc.integer({ min: 0, max: Math.round(max * 100) }).map((hundredths) => hundredths / 100);
const counts = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });
const methods = fc.uniqueArray(fc.constantFrom('annuity' as const, 'equalPrincipal' as const, 'flatFee' as const), {
  minLength: 1,
});

const needs = fc.oneof(
  fc.record({
    kind: fc.constant('evidence' as const),
    reasons: fc.uniqueArray(fc.constantFrom(...reliefReasonSchema.options), { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('downPayment' as const), downPaymentShareMin: share(0.6) }),
  fc.record({ kind: fc.constant('shorterTerm' as const), instalmentCountMax: fc.integer({ min: 1, max: 60 }) }),
);

const drawn = fc
  .record({
    counts: fc.tuple(counts, counts),
    methods,
    rate: fc.integer({ min: 0, max: 180 }).map((n) => n / 10_000),
    downMin: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: share(0.3) }),
    downMax: share(0.6).map((extra) => 0.3 + extra),
    downs: fc.uniqueArray(share(0.9), { minLength: 1, maxLength: 6 }),
    instalmentFenMin: fc.integer({ min: 0, max: 50_000 }),
    deferMonthsMax: fc.integer({ min: 0, max: 12 }),
    needs: fc.tuple(needs, needs),
    waivers: fc.tuple(share(), share(0.3)),
    reliefToClose: fc.boolean(),
    roundsMax: fc.integer({ min: 1, max: 10 }),
    dueDayMax: fc.integer({ min: 15, max: 31 }),
    evidence: fc.record({
      statedShareMax: share().map((s) => 0.3 + 0.7 * s),
      documentedShareMax: share().map((s) => 0.3 + 0.7 * s),
    }),
  })
  .map((d): unknown => {
    const [first, second] = shippedLimits.segments;
    const shares = d.downs.filter((one) => one >= d.downMin && one <= d.downMax);
    const segment = {
      methods: d.methods,
      instalmentFenMin: d.instalmentFenMin,
      monthlyRateList: d.rate,
      monthlyRateFloor: 0,
      downPaymentShareMin: d.downMin,
      downPaymentShareMax: d.downMax,
      downPaymentShares: shares.length > 0 ? shares : [d.downMin],
      deferMonthsMax: d.deferMonthsMax,
    };
    const rule = (index: 0 | 1, feeWaiverShare: number) => ({
      reliefRuleId: `rule${index}`,
      title: { en: 'rule', zh: '规则' },
      needs: d.needs[index],
      feeWaiverShare,
      interestWaiverShare: d.waivers[1],
      monthlyRate: index === 0 ? d.rate / 2 : null,
    });
    const authority = { ...shippedLimits.authority.assistant, monthlyRateMin: 0 };
    return {
      ...shippedLimits,
      roundsMax: d.roundsMax,
      dueDayMax: d.dueDayMax,
      reliefToClose: d.reliefToClose,
      evidence: { ...shippedLimits.evidence, ...d.evidence },
      authority: { ...shippedLimits.authority, assistant: authority },
      reliefRules: [rule(0, 0.1), rule(1, Math.max(0.01, d.waivers[0]))],
      segments: [
        { ...first, ...segment, instalmentCounts: d.counts[0], reliefRuleIds: ['rule0', 'rule1'] },
        { ...second, ...segment, instalmentCounts: d.counts[1], reliefRuleIds: ['rule1'] },
      ],
    };
  });

/** A door that refuses everything ends the search, which would otherwise go on for ever. */
let refusedInARow = 0;

export const arbitraryLimits: fc.Arbitrary<PolicyLimits> = drawn
  .map(readPolicyLimits)
  .filter((reading) => {
    refusedInARow = reading.kind === 'ok' ? 0 : refusedInARow + 1;
    if (refusedInARow > 1000) throw new Error('the door refuses every policy that is drawn');
    return reading.kind === 'ok';
  })
  .map((reading) => {
    if (reading.kind !== 'ok') throw new Error('filtered above');
    return reading.limits;
  });

const rarely = <T>(seldom: T, mostly: T) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(mostly) }, { weight: 1, arbitrary: fc.constant(seldom) });

export const arbitraryAccount: fc.Arbitrary<NegotiableAccount> = fc
  .record({
    principalFen: fc.integer({ min: 0, max: 20_000_000 }),
    interestFen: fc.integer({ min: 0, max: 5_000_000 }),
    feesFen: fc.integer({ min: 0, max: 500_000 }),
    daysPastDue: fc.integer({ min: 0, max: 12_000 }),
    product: rarely('corporate', 'standard'),
    documentedMonthlyCapacityFen: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { freq: 1 }),
    salaryCreditsFen: fc.array(fc.integer({ min: 0, max: 3_000_000 }), { maxLength: 6 }),
    brokenArrangements: rarely(3, 0),
    documentedReasons: fc.oneof(
      { weight: 3, arbitrary: fc.constant<ReliefReason[]>([]) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...reliefReasonSchema.options)) },
    ),
  })
  .map((account) => ({ ...account, balanceFen: account.principalFen + account.interestFen + account.feesFen }));

const yuan = fc.oneof(fc.integer({ min: 100, max: 5000 }), fc.integer({ min: 1, max: 30_000 }));
const range = fc.oneof(
  yuan.map((max) => ({ max })),
  yuan.map((both) => ({ min: both, max: both })),
  fc.tuple(yuan, yuan).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
);
const day = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const));
const monthSpan = fc.integer({ min: 1, max: 90 }).map((n) => ({ min: n, max: n }));

export const arbitrarySlots: fc.Arbitrary<Slots> = fc.record(
  {
    monthlyAmount: range,
    lumpSum: range,
    lumpSumShare: share().filter((one) => one > 0),
    instalmentCount: monthSpan,
    payDate: fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(Date.UTC(2026, 10, 1 + days)).toISOString().slice(0, 10)),
    payday: day,
    dueDay: day,
    deferMonths: fc.integer({ min: 1, max: 20 }),
    offerNumber: fc.integer({ min: 1, max: 9 }),
    amount: range,
    startDate: fc
      .integer({ min: 0, max: 700 })
      .map((days) => new Date(Date.UTC(2026, 10, 1 + days)).toISOString().slice(0, 10)),
    wish: fc.constantFrom(...wishSchema.options),
  },
  { requiredKeys: [] },
);

const bargaining: readonly Intent[] = [
  'negotiate.start',
  'negotiate.terms',
  'negotiate.terms',
  'negotiate.accept',
  'negotiate.reject',
  'negotiate.priceRelief',
  'affirm',
  'deny',
  'promiseToPay',
];
const intent = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...bargaining) },
  { weight: 1, arbitrary: fc.constantFrom(...intents) },
);

export const arbitraryTurn: fc.Arbitrary<CustomerTurn> = fc
  .tuple(
    intent,
    arbitrarySlots,
    fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  )
  .map(([said, slots, hardship]) => ({ ...certainTurn(said, slots), signals: hardship ? ['hardship'] : [] }));

export const arbitraryTurns = fc.array(arbitraryTurn, { minLength: 1, maxLength: 12 });
