// Every decision is on record and comes out the same again; nothing failed, nothing was blocked, nothing private is kept (P10, P12).
import { isDeepStrictEqual } from 'node:util';
import { retakeDecision } from '../../../bot/cli/conversation/retakeDecision';
import { secrets } from '../sayings';
import type { World } from '../world';
import { type Law, unless } from './law';

const noFailure: Law = (_, { entries, reply }) => [
  ...entries
    // What a colleague was kept from saying did not go out.
    .filter(
      ({ event }) => event.type === 'turnFailed' || (event.type === 'guardBlocked' && event.inputs.from !== 'agent'),
    )
    .map(({ event }) => `P3: ${event.type}: ${JSON.stringify(event.decision)}`),
  ...unless(!reply.said.some(({ id }) => id === 'input.failed' || id === 'guard.safe'), 'P11: the turn failed'),
];

const takenAgain: Law = async (world, { entries }) => {
  const records = {
    repositories: world.rehearsal.repositories,
    limitsOf: (version: string) => world.policies.find(({ limits }) => limits.version === version)?.limits,
  };
  const verdicts = await Promise.all(entries.map((entry) => retakeDecision(entry, records)));
  return verdicts.flatMap((one) =>
    one.kind === 'differs' ? [`P10: a decision comes out otherwise: ${one.where}`] : [],
  );
};

const nothingPrivate: Law = (_, { entries }) => {
  const written = JSON.stringify(entries);
  return unless(
    !secrets.some((secret) => written.includes(secret)),
    'P12: a number stands in the audit log in the clear',
  );
};

export const recordLaws: readonly Law[] = [noFailure, takenAgain, nothingPrivate];

/** At the end of a talk: the chain is whole, and what was signed still reads as it was signed. */
export async function recordsAtTheEnd(world: World): Promise<readonly string[]> {
  const chain = await world.rehearsal.repositories.audit.verifyChain();
  const transcript = JSON.stringify(await world.rehearsal.store.readLog('transcripts', { from: 1, limit: 5000 }));
  const now = await world.agreementsNow();
  const changed = [...world.agreements.values()].filter((signed) => {
    const found = now.find(({ agreementNumber }) => agreementNumber === signed.agreementNumber);
    const terms = ({ offer, offerHash, consents, balances, costTable }: typeof signed) => ({
      offer,
      offerHash,
      consents,
      balances,
      costTable,
    });
    return found === undefined || !isDeepStrictEqual(terms(found), terms(signed));
  });
  return [
    ...unless(chain.kind === 'whole', 'P10: the audit chain is broken'),
    ...unless(
      !secrets.some((secret) => transcript.includes(secret)),
      'P12: a number stands in the transcript in the clear',
    ),
    ...unless(changed.length === 0, 'P7: an agreement was changed after it was signed'),
  ];
}
