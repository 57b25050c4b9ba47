// The signature itself: bound to exactly these terms, once; the agreement in writing; collection contact stops (P7, P9).
import { balanceAtSigning, newArrangement } from '../../../data/domain/arrangement/arrangement';
import { endArrangement } from '../../../data/domain/arrangement/arrangementChanges';
import type { AgreementTerms } from '../../../data/domain/negotiation/move';
import { arrangementInForce } from '../../detours/arrangementDialog';
import type { After, Turn } from '../../talk/turn';

/** Binds the signature to exactly these terms; said twice, it gives the same agreement. */
export async function conclude(turn: Turn, terms: AgreementTerms): Promise<After> {
  const { state, services, input, today } = turn;
  const { customerId } = turn;
  if (customerId === null) throw new Error('Only a verified customer signs.');
  const offerHash = services.hashOf({ terms, accounts: state.negotiatedAccountIds });
  const signedBefore = state.signed[offerHash];
  if (signedBefore !== undefined) return sayAlreadySigned(turn, signedBefore);
  const all = await turn.ownAccounts();
  const accounts = all.filter((account) => state.negotiatedAccountIds.includes(account.accountId));
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
    offerHash,
    policyVersion: terms.policyVersion,
    locale: state.locale,
    signedAt: input.now,
    signedOn: today,
    consents: [
      { kind: 'terms', givenAt: input.now },
      { kind: 'oneTimeCode', givenAt: input.now },
      { kind: 'noOtherCards', givenAt: input.now },
    ],
    balances: accounts.map((account) => balanceAtSigning(account, today)),
  });
  state.signed[offerHash] = agreementNumber;
  turn.record({ kind: 'saveArrangement', record });
  turn.audit('signed', { offerHash, terms }, { agreementNumber });
  state.stage = 'open';
  state.code = null;
  state.negotiation = null;
  turn.say('negotiation.agreed', { agreementNumber });
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
