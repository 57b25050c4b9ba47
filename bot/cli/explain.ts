// npm run explain -- CONVERSATION [TURN]: why the engine decided as it did, for a supervisor, in both languages.

import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { createRepositories } from '../../data/store/repositories';
import type { AuditRecord } from '../../data/store/repositories/audit';
import { explainReasons } from '../staff/explainReasons';
import { entriesOf, sayRecent } from './conversation/conversationAudit';
import { commandConfig, openForReading, runCommand } from './parts/openStore';

const say = (text: string) => process.stdout.write(`${text}\n`);

const factSchema = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const reasonSchema = z
  .object({
    rule: z.string(),
    facts: z.record(z.string(), factSchema),
    removed: z.number().optional(),
    wouldChangeIf: z.string().optional(),
  })
  // An absent field and one that is undefined are two things to the type of a reason.
  .transform(({ rule, facts, removed, wouldChangeIf }) => ({
    rule,
    facts,
    ...(removed === undefined ? {} : { removed }),
    ...(wouldChangeIf === undefined ? {} : { wouldChangeIf }),
  }));
const moveSchema = z.looseObject({ kind: z.string(), messageId: z.string(), reasons: z.array(reasonSchema) });

function explainMove({ turnNumber, at, inputs, decision }: AuditRecord): void {
  const move = moveSchema.safeParse(decision.move);
  if (!move.success) {
    say(`turn ${turnNumber}: the recorded move cannot be read`);
    return;
  }
  const { kind, messageId, reasons } = move.data;
  say(`turn ${turnNumber}  ${at}  ${kind} (${messageId}), policy ${String(inputs.policyVersion)}`);
  const [chinese, english] = [explainReasons(reasons, 'zh-CN'), explainReasons(reasons, 'en-US')];
  reasons.forEach(({ rule }, index) => {
    say(`  ${rule}\n    ${chinese[index] ?? ''}\n    ${english[index] ?? ''}`);
  });
  if (reasons.length === 0) say('  no reasons were recorded');
}

async function explain(conversationId: string | undefined, turn: number | undefined): Promise<number> {
  const opened = await openForReading(commandConfig());
  try {
    const repositories = createRepositories(opened.store);
    if (conversationId === undefined) {
      await sayRecent(repositories, opened.store);
      return 0;
    }
    const moves = (await entriesOf(repositories, conversationId))
      .map(({ event }) => event)
      .filter((event) => event.type === 'negotiation.move');
    const wanted = moves.filter((event) => turn === undefined || event.turnNumber === turn);
    for (const event of wanted) explainMove(event);
    if (wanted.length > 0) return 0;
    const turns = moves.map((event) => event.turnNumber).join(', ');
    say(turns === '' ? `The engine decided nothing in ${conversationId}.` : `It decided in turns ${turns}.`);
    return 1;
  } finally {
    await opened.close();
  }
}

const turnOf = (text: string): number => {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A turn is a number.');
};

new Command('explain')
  .description('Says why the engine made its moves in a conversation, in Chinese and English.')
  .argument('[conversation]', 'its id; without it, the newest ones are listed')
  .argument('[turn]', 'the number of the customer’s message; all of them unless told', turnOf)
  .action((conversationId?: string, turn?: number) => runCommand(() => explain(conversationId, turn)))
  .parse();
