// An agreement exists only after exactly its terms were read, the code typed, the time taken, and the word said (P7).
import { fenToYuanText } from '../../../data/domain/money/money';
import type { Exchange } from '../world';
import { idsOf, type Law, unless } from './law';

const explicit: readonly Exchange['act'][] = ['confirm', 'codeConfirm'];

const onlyReadAndSaid: Law = (world, { signed, before, act, words, hadCode }) =>
  signed.flatMap(({ agreementNumber, offer, policyVersion, consents }) => {
    const { reading } = before;
    if (reading === null) return [`P7: ${agreementNumber} was signed on "${words}", and nothing had been read`];
    const { instalment, count, total, firstDueDate, lastDueDate } = reading.values;
    const readTerms = [instalment, count, total, firstDueDate, lastDueDate].join(' ');
    const { instalmentFen, instalmentCount, totalFen } = offer;
    const terms = [
      fenToYuanText(instalmentFen),
      instalmentCount,
      fenToYuanText(totalFen),
      offer.firstDueDate,
      offer.lastDueDate,
    ].join(' ');
    const seconds = (Date.parse(world.rehearsal.now) - Date.parse(reading.at)) / 1000;
    const rules = world.policies.find(({ limits }) => limits.version === policyVersion);
    const kinds = consents.map(({ kind }) => kind);
    return [
      ...unless(readTerms === terms, `P7: read were ${readTerms}, signed are ${terms}`),
      ...unless(explicit.includes(act), `P7: "${words}" signed`),
      ...unless(!reading.unsettled, `P7: "${words}" signed what had been refused or put off since it was read`),
      ...unless(hadCode || reading.codeTyped, 'P7: signed without the code'),
      ...unless(
        seconds >= (rules?.limits.readingSeconds ?? 0),
        `P7: signed ${seconds} seconds after the terms were read`,
      ),
      ...unless(
        ['terms', 'oneTimeCode', 'noOtherCards'].every((kind) => kinds.some((one) => one === kind)),
        `P7: consents: ${kinds.join(' ')}`,
      ),
    ];
  });

const onePlanForOneCard: Law = async (world, exchange) => {
  if (exchange.signed.length === 0) {
    // What was said before is said again as what was said before.
    const claimed = idsOf(exchange).includes('negotiation.agreed') && !idsOf(exchange).includes('chat.repeat');
    return unless(!claimed, 'P7: "signed" was said, and there is no agreement');
  }
  const active = (await world.agreementsNow()).filter(({ status }) => status === 'active');
  const cards = active.flatMap(({ accountIds }) => accountIds);
  return [
    ...unless(new Set(cards).size === cards.length, 'P7: two agreements stand for one card'),
    ...unless(idsOf(exchange).includes('agreement.document'), 'P7: no written copy was delivered'),
  ];
};

export const signingLaws: readonly Law[] = [onlyReadAndSaid, onePlanForOneCard];
