// The signature itself: bound to exactly these terms, once; the agreement in writing; collection contact stops (P7, P9).
import { balanceAtSigning, newArrangement } from '../../../data/domain/arrangement/arrangement';
import { endArrangement } from '../../../data/domain/arrangement/arrangementChanges';
import type { CustomerProof } from '../../../data/domain/negotiation/signing/signingProof';
import { arrangementInForce } from '../../detours/money/arrangementLines';
import type { After, Turn } from '../../talk/turn';
import { cardList } from '../negotiate/cardLines';
import { accountsInPlan, costTableNow } from './costTable';
import { countCodeUse } from './oneTimeCode';

/** Binds the signature to exactly the terms that its proof says were read; said twice, it gives the same agreement. */
export async function conclude(turn: Turn, proof: CustomerProof): Promise<After> {
  const { state, services, input, today } = turn;
  const { customerId } = turn;
  if (customerId === null) throw new Error('Only a verified customer signs.');
  const { terms, termsHash: offerHash, codeAcceptedAt, consentedAt } = proof;
  const signedBefore = state.signed[offerHash];
  if (signedBefore !== undefined) return sayAlreadySigned(turn, signedBefore);
  // Changes a record of the customer's own: of two signatures at the same instant the second runs again, and finds the first.
  await countCodeUse(turn);
  const accounts = await accountsInPlan(turn);
  const costTable = await costTableNow(turn, terms.offer);
  if (costTable === null) throw new Error('Terms that could be read can be signed: their hash holds the same table.');
  const replaced = await arrangementInForce(turn);
  // Two conversations at once: the second finds what the first has signed, and signs nothing.
  if (replaced !== undefined && replaced.missed === 0) return sayAlreadySigned(turn, replaced.record.agreementNumber);
  turn.record({ kind: 'dropQuote', customerId });
  if (replaced !== undefined) turn.record({ kind: 'saveArrangement', record: endArrangement(replaced.record, today) });
  const agreementNumber = services.newNumber('AG');
  const record = newArrangement({
    agreementNumber,
    customerId,
    conversationId: input.conversationId,
    offer: terms.offer,
    costTable,
    offerHash,
    policyVersion: terms.policyVersion,
    locale: state.locale,
    signedAt: input.now,
    signedOn: today,
    consents: [
      { kind: 'terms', givenAt: consentedAt },
      { kind: 'oneTimeCode', givenAt: codeAcceptedAt },
      { kind: 'noOtherCards', givenAt: consentedAt },
    ],
    balances: accounts.map((account) => balanceAtSigning(account, today)),
  });
  state.signed[offerHash] = agreementNumber;
  turn.record({ kind: 'saveArrangement', record });
  const { readAt, codeId, words } = proof;
  turn.audit('signed', { offerHash, terms }, { agreementNumber, readAt, codeId, codeAcceptedAt, words, consentedAt });
  state.stage = 'open';
  state.negotiation = null;
  turn.say('negotiation.agreed', { agreementNumber });
  const list = cardList(turn, accounts);
  if (list !== null) turn.say('agreement.cards', { list });
  turn.say('agreement.document', { link: services.documentLink(agreementNumber, state.locale, input.now) });
  const placed = accounts.some((account) => account.agencyId !== null);
  turn.say(placed ? 'agreement.agencyStops' : 'agreement.collectionStops', {});
  turn.tap('button.arrangement', {}, 'account.arrangement').tap('button.human', {}, 'human');
  return 'stay';
}

export function sayAlreadySigned(turn: Turn, agreementNumber: string): After {
  turn.state.stage = 'open';
  turn.say('agreement.already', { agreementNumber });
  turn.say('agreement.document', {
    link: turn.services.documentLink(agreementNumber, turn.state.locale, turn.input.now),
  });
  turn.tap('button.arrangement', {}, 'account.arrangement').tap('button.human', {}, 'human');
  return 'stay';
}
