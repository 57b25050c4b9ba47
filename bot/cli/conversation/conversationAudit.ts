// The recorded decisions of one conversation, for commands that look at them.
import type { DocumentStore } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import type { AuditEntry } from '../../../data/store/repositories/audit';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** All entries of a conversation, oldest first. */
export async function entriesOf(repositories: Repositories, conversationId: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let after: string | undefined;
  do {
    const page = await repositories.audit.ofConversation(conversationId, { limit: 500, after });
    entries.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return entries;
}

/** What to ask for, when nothing or something unknown was asked for. */
export async function sayRecent(repositories: Repositories, store: DocumentStore): Promise<void> {
  const last = await store.lastSequence('audit');
  const recent = await repositories.audit.read(Math.max(1, last - 500), 501);
  const counts = new Map<string, number>();
  for (const { event } of recent)
    if (event.conversationId !== '') counts.set(event.conversationId, (counts.get(event.conversationId) ?? 0) + 1);
  say(counts.size === 0 ? 'There are no decisions yet.' : 'Conversations with decisions, newest last:');
  for (const [conversationId, count] of [...counts].slice(-20)) say(`  ${conversationId}  (${count})`);
}
