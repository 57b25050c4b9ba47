// A signature can be proved again from the audit log: what was read, the code, the word and the time, and the same agreement.
import { negotiableAccountSchema } from '../../../../data/domain/account/account';
import { customerTurnSchema } from '../../../../data/domain/customer/customerTurn';
import { readPolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { negotiationSchema } from '../../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../../data/domain/negotiation/nextMove';
import { type Consent, proveSigning } from '../../../../data/domain/negotiation/signing/signingProof';
import shipped from '../../../../data/policy/offerLimits.json';
import { audited, readyToSign, saying } from '../../saying';
import { agreementsOf } from './signed';

async function signedMove() {
  const talk = await readyToSign();
  await saying(talk, '{code}', '利息怎么算的', '确认');
  const event = (await audited(talk, 'negotiation.move')).at(-1);
  const reading = readPolicyLimits(shipped);
  if (event === undefined || reading.kind === 'refused') throw new Error('a signed conversation under shipped limits');
  const negotiation = negotiationSchema.parse(event.inputs.negotiation);
  const consent = event.inputs.consent as Consent;
  const again = (changes: Partial<Consent> = {}) => {
    const proving = proveSigning(negotiation.signing, { ...consent, ...changes });
    const turn = customerTurnSchema.parse(event.inputs.turn);
    const account = negotiableAccountSchema.parse(event.inputs.account);
    const proof = proving.kind === 'proved' ? proving.proof : null;
    return nextMove(negotiation, turn, account, reading.limits, String(event.inputs.today), proof).move;
  };
  return { talk, event, again };
}

test('the recorded consent proves the recorded agreement once more', async () => {
  const { talk, event, again } = await signedMove();
  expect(JSON.parse(JSON.stringify(again()))).toEqual(event.decision.move);
  const [record] = await agreementsOf(talk);
  expect(record?.offerHash).toBe((event.inputs.consent as Consent).termsHash);
});

test.each<readonly [string, Partial<Consent>]>([
  ['another hash', { termsHash: 'another' }],
  ['no word', { words: '' }],
  ['a time after the code ran out', { now: '2026-11-23T03:00:00.000Z' }],
  ['a reading time that was not over', { readingSeconds: 600 }],
])('with %s it proves nothing: the terms are read back instead', async (_, changes) => {
  const { again } = await signedMove();
  expect(again(changes).kind).toBe('readBack');
});
