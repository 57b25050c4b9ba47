// npm run replay -- CONVERSATION: takes each recorded decision again on its recorded inputs, and says where it differs.

import { Command } from 'commander';
import { createRepositories } from '../../data/store/repositories';
import { readShippedData } from '../config/shippedData';
import { PoliciesInForce } from '../staff/policiesInForce';
import { entriesOf, sayRecent } from './conversation/conversationAudit';
import { retakeDecision } from './conversation/retakeDecision';
import { commandConfig, openForReading, runCommand } from './parts/openStore';

const say = (text: string) => process.stdout.write(`${text}\n`);
const marks = { same: 'same    ', recorded: 'recorded', differs: 'DIFFERS ' } as const;

async function replay(conversationId: string | undefined): Promise<number> {
  const config = commandConfig();
  const opened = await openForReading(config);
  try {
    const repositories = createRepositories(opened.store);
    const entries = conversationId === undefined ? [] : await entriesOf(repositories, conversationId);
    if (entries.length === 0) {
      if (conversationId !== undefined) say(`No decisions are recorded for ${conversationId}.`);
      await sayRecent(repositories, opened.store);
      return conversationId === undefined ? 0 : 1;
    }
    const chain = await repositories.audit.verifyChain();
    if (chain.kind === 'broken') say(`The audit log is not whole: entry ${chain.sequence} is ${chain.reason}.`);
    const policies = new PoliciesInForce(repositories.policies, readShippedData());
    await policies.load();
    const records = { repositories, limitsOf: (version: string) => policies.offerLimitsOf(version) };
    const counts = { same: 0, recorded: 0, differs: 0 };
    for (const entry of entries) {
      const verdict = await retakeDecision(entry, records);
      counts[verdict.kind] += 1;
      say(
        `${marks[verdict.kind]}  turn ${entry.event.turnNumber}  ${entry.event.at}  ${entry.event.type}${verdict.kind === 'differs' ? `\n          ${verdict.where}` : ''}`,
      );
    }
    say(
      `${counts.same} decisions taken again with the same result, ${counts.differs} differ, ${counts.recorded} only recorded; audit chain ${chain.kind}.`,
    );
    return counts.differs > 0 || chain.kind === 'broken' ? 1 : 0;
  } finally {
    await opened.close();
  }
}

new Command('replay')
  .description('Reproduces the decisions of a conversation from the audit log.')
  .argument('[conversation]', 'its id; without it, the newest ones are listed')
  .action((conversationId: string | undefined) => runCommand(() => replay(conversationId)))
  .parse();
