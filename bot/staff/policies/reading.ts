// What a version says, in plain sentences in both languages: what a checker reads before the form.
import { type ContactRules, contactRulesSchema } from '../../../data/domain/conduct/contactRules';
import { type UtteranceRules, utteranceRulesSchema } from '../../../data/domain/conduct/utteranceRules';
import { type PolicyFields, policyFieldsSchema, type ReliefRule } from '../../../data/domain/limits/policyFields';
import { fenToYuanText } from '../../../data/domain/money/money';
import { type Answer, knowledgeSchema } from '../../../data/knowledge/answer';
import type { PolicyKind } from '../../../data/store/repositories/policies';
import type { Bilingual } from '../contract';
import { staffText, type TextName, type Values } from '../text/staffText';

const line = (name: TextName<'reading'>, values: Values = {}): Bilingual => staffText('reading', name, values);

const yuan = (fen: number): string => fenToYuanText(fen).replace(/\.00$/, '');
const hundredths = (share: number): string => String(Number((share * 100).toFixed(3)));
const percent = (share: number): string => `${hundredths(share)}%`;
const percentRange = (low: number, high: number): string =>
  low === high ? percent(low) : `${hundredths(low)}–${percent(high)}`;
const separator = line('listSeparator');
const list = (parts: readonly Bilingual[]): Bilingual => ({
  'zh-CN': parts.map((part) => part['zh-CN']).join(separator['zh-CN']),
  'en-US': parts.map((part) => part['en-US']).join(separator['en-US']),
});
const same = (text: string): Bilingual => ({ 'zh-CN': text, 'en-US': text });

function needsOf({ needs }: ReliefRule): Bilingual {
  switch (needs.kind) {
    case 'evidence':
      return line('offers.needs.evidence', { reasons: list(needs.reasons.map((reason) => line(`reason.${reason}`))) });
    case 'downPayment':
      return line('offers.needs.downPayment', { share: percent(needs.downPaymentShareMin) });
    case 'shorterTerm':
      return line('offers.needs.shorterTerm', { count: needs.instalmentCountMax });
  }
}

const reliefLine = (rule: ReliefRule): Bilingual =>
  line('offers.relief', {
    title: { 'zh-CN': rule.title.zh, 'en-US': rule.title.en },
    needs: needsOf(rule),
    fees: percent(rule.feeWaiverShare),
    interest: percent(rule.interestWaiverShare),
    rate:
      rule.monthlyRate === null
        ? line('offers.reliefNoRate')
        : line('offers.reliefRate', { rate: percent(rule.monthlyRate) }),
  });

/** As many days as no account reaches: the segment has no upper end. */
const daysUnlimited = 36_500;

const segmentLine = (segment: PolicyFields['segments'][number]): Bilingual =>
  line('offers.segment', {
    segment: segment.segmentId,
    days: line(segment.daysPastDueMax >= daysUnlimited ? 'offers.daysFrom' : 'offers.daysBetween', {
      min: segment.daysPastDueMin,
      max: segment.daysPastDueMax,
    }),
    balanceMin: yuan(segment.balanceFenMin),
    balanceMax: yuan(segment.balanceFenMax),
    count: Math.max(...segment.instalmentCounts),
    rate: percentRange(segment.monthlyRateFloor, segment.monthlyRateList),
    down: percentRange(segment.downPaymentShareMin, segment.downPaymentShareMax),
    instalment: yuan(segment.instalmentFenMin),
    defer: segment.deferMonthsMax,
  });

const authorityLine = (limits: PolicyFields, who: 'assistant' | 'supervisor'): Bilingual => {
  const tier = limits.authority[who];
  return line('offers.authority', {
    who: line(`offers.${who}`),
    count: tier.instalmentCountMax,
    balance: yuan(tier.balanceFenMax),
    fees: percent(tier.feeWaiverShareMax),
    interest: percent(tier.interestWaiverShareMax),
    rate: percent(tier.monthlyRateMin),
  });
};

function offerLines(limits: PolicyFields): Bilingual[] {
  const excluded =
    limits.excludedProducts.length === 0
      ? line('offers.noneExcluded')
      : line('offers.excluded', { products: list(limits.excludedProducts.map(same)) });
  const { promise, evidence } = limits;
  return [
    ...limits.segments.map(segmentLine),
    ...limits.reliefRules.map(reliefLine),
    line('offers.range', {
      balanceMin: yuan(limits.balanceFenMin),
      balanceMax: yuan(limits.balanceFenMax),
      daysMin: limits.daysPastDueMin,
      excluded,
    }),
    line('offers.quote', {
      days: limits.quoteValidDays,
      rounds: limits.roundsMax,
      broken: limits.brokenArrangementsMax,
    }),
    line('offers.promise', { days: promise.daysMax, share: percent(promise.shareMin) }),
    line('offers.evidence', {
      stated: percent(evidence.statedShareMax),
      documented: percent(evidence.documentedShareMax),
      salary: percent(evidence.salaryShare),
    }),
    line('offers.cost', {
      bearing:
        limits.interestBearing.length === 0
          ? line('offers.bearing.none')
          : list(limits.interestBearing.map((part) => line(`offers.bearing.${part}`))),
      seconds: limits.readingSeconds,
    }),
    authorityLine(limits, 'assistant'),
    authorityLine(limits, 'supervisor'),
  ];
}

const contactLines = ({ hours, caps, answerWithinMinutes, keepYears }: ContactRules): Bilingual[] => [
  line('contact.hours', { from: hours.from, until: hours.until, source: hours.source, asOf: hours.asOf }),
  ...caps.map((cap) =>
    line('contact.cap', {
      capId: cap.capId,
      channels: list(cap.channels.map((channel) => line(`channel.${channel}`))),
      days: cap.days,
      count: cap.countMax,
    }),
  ),
  line('contact.answer', { minutes: answerWithinMinutes }),
  line('contact.keep', { years: keepYears }),
];

const ruleLines = ({ rules }: UtteranceRules): Bilingual[] =>
  rules.map(({ id, action, reason }) => line('utterance.rule', { id, action: line(`utterance.${action}`), reason }));

/** Facts of the bank, which are filled in when an answer is told, stand by their names. */
const inOneLine = (text: string): string => text.replaceAll('\n', ' ').replace(/\{(\w+)\}/g, '[$1]');

const answerLines = (answers: readonly Answer[]): Bilingual[] =>
  answers.map(({ id, intent, asOf, endsOn, short }) =>
    line('answers.answer', {
      id,
      intent,
      asOf,
      ends: endsOn === null ? '' : line('answers.ends', { day: endsOn }),
      text: { 'zh-CN': inOneLine(short['zh-CN']), 'en-US': inOneLine(short['en-US']) },
    }),
  );

/** Empty for a draft that cannot be read yet. */
export function readingOf(kind: PolicyKind, value: unknown): readonly Bilingual[] {
  switch (kind) {
    case 'offerLimits': {
      const read = policyFieldsSchema.safeParse(value);
      return read.success ? offerLines(read.data) : [];
    }
    case 'contactRules': {
      const read = contactRulesSchema.safeParse(value);
      return read.success ? contactLines(read.data) : [];
    }
    case 'utteranceRules': {
      const read = utteranceRulesSchema.safeParse(value);
      return read.success ? ruleLines(read.data) : [];
    }
    case 'answers': {
      const read = knowledgeSchema.safeParse(value);
      return read.success ? answerLines(read.data) : [];
    }
  }
}
