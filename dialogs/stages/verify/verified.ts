// Shown to be the cardholder: what is remembered of it, and the wish that had waited for it.
import { strictestContact } from '../../../data/domain/conduct/contactPreference';
import { type ContactPreference, chatAddressKey, noLimits } from '../../../data/domain/conduct/contactRecords';
import { certainTurn } from '../../../data/domain/customer/customerTurn';
import type { Tryer } from '../../../data/domain/customer/identityTries';
import type { Verification } from '../../../data/domain/customer/verification';
import { wakeTalk } from '../../talk/conversationState';
import { changeCase, openOfKind } from '../../talk/matters';
import type { After, Turn } from '../../talk/turn';

/** Who tries, for the counts: the same person in ten conversations is one user, one machine with ten names one address. */
export const tryerOf = ({ input }: Turn): Tryer => ({
  conversation: `${input.channelId}/${input.conversationId}`,
  user: `${input.channelId}/${input.userId}`,
  address: input.address,
});

function remember(turn: Turn, customerId: string, method: Verification['method']): void {
  const { state, input } = turn;
  state.verified = { customerId, method, since: input.now, lastHeardAt: input.now };
  state.secondFactor = null;
  state.lockedUntil = null;
  state.stage = 'open';
  wakeTalk(state, customerId);
  turn.audit('verified', { method }, { customerId });
}

/** From now on this person is the cardholder; what was wished for before, or was under way, goes on. */
export async function verifiedAs(turn: Turn, customerId: string, method: Verification['method']): Promise<After> {
  const { waitingTurn } = turn.state;
  turn.state.waitingTurn = null;
  remember(turn, customerId, method);
  await keepContactWish(turn, customerId);
  await keepCare(turn, customerId);
  return { takeUp: waitingTurn ?? certainTurn('account.balance'), justVerified: true };
}

/** The wish about contact that this very message says, taken out of what is kept for the address. */
function saidNow({ effects }: Turn, address: string): ContactPreference | undefined {
  const at = effects.findIndex((one) => one.kind === 'saveContactPreference' && one.record.customerId === address);
  const [effect] = at < 0 ? [] : effects.splice(at, 1);
  return effect?.kind === 'saveContactPreference' ? effect.record : undefined;
}

const saysNothing = ({ ceased, limits }: ContactPreference): boolean =>
  !ceased && (limits === undefined || JSON.stringify(limits) === JSON.stringify(noLimits));

/** What was wished of contact before the check was kept for this address; from now on it holds for the customer (P9). */
async function keepContactWish(turn: Turn, customerId: string): Promise<void> {
  const { contactPreferenceOf } = turn.services;
  const address = chatAddressKey(turn.input);
  const [stored, now] = [await contactPreferenceOf(address), saidNow(turn, address)];
  const isWish = stored !== undefined && (stored.reason === 'asked' || stored.reason === 'preference');
  const isCare = stored?.reason === 'vulnerable' || stored?.phoneUnsafe !== undefined;
  const before = isCare || (isWish && !saysNothing(stored)) ? stored : undefined;
  const said = now === undefined ? before : strictestContact(before, now);
  if (said === undefined) return;
  turn.record({
    kind: 'saveContactPreference',
    record: { ...strictestContact(await contactPreferenceOf(customerId), said), customerId },
  });
  // Whoever was in danger is spared here too, whoever they turn out to be.
  if (before !== undefined && !isCare)
    turn.record(
      before.ceased
        ? { kind: 'endRest', customerId: address, reasons: ['asked'], limits: noLimits }
        : { kind: 'dropContactLimits', customerId: address },
    );
  turn.audit('contactPreference', { verified: true, saidBefore: true }, { ceased: said.ceased });
}

/** A colleague who was asked to come to somebody unknown comes to this customer, and nobody collects from them meanwhile. */
async function keepCare(turn: Turn, customerId: string): Promise<void> {
  const open = await openOfKind(turn, 'vulnerable');
  for (const care of open.filter((one) => one.customerId === null)) changeCase(turn, care.caseNumber, { customerId });
}

/** A channel that has signed the customer in itself is believed, where the bank's rules say so. */
export async function verifiedByChannel(turn: Turn): Promise<void> {
  const { services, input, state } = turn;
  if (state.verified !== null || services.verification.signedInByChannel !== 'believed') return;
  const customerId = input.signedInAs ?? (await services.boundCustomer(input.channelId, input.userId));
  if (customerId === null) return;
  const { stage } = state;
  remember(turn, customerId, 'channel');
  if (state.stage === 'open' && stage !== 'verifying') state.stage = stage;
}
