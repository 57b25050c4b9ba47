// npm run privacy -- export|erase|hold|release|rotate: what is kept about a customer, handed out, erased or held; and new keys.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { localTime } from '../../../data/domain/calendar/calendar';
import type { Operation } from '../../../data/store/documentStore';
import { StoreInUse } from '../../../data/store/documentStore';
import { createRepositories, type Repositories } from '../../../data/store/repositories';
import { clockOf } from '../../config/clockOf';
import type { Config } from '../../config/config';
import { sealedFilesOf } from '../../config/dataKeys';
import { readShippedData } from '../../config/shippedData';
import { type ErasureLine, planErasure } from '../../documents/privacy/erase';
import { exportPage } from '../../documents/privacy/exportPage';
import { memoryKeysOf, type PersonalData, personalDataOf } from '../../documents/privacy/personalData';
import words from '../../documents/privacy/words.json';
import { channelsOf, sayingsOf } from '../../staff/desk/transcript';
import { PoliciesInForce } from '../../staff/policiesInForce';
import { conversationKey } from '../../turn/conversationKey';
import { commandConfig, type OpenedStore, openForChange, openForReading, runCommand } from '../parts/openStore';

const say = (text: string) => process.stdout.write(`${text}\n`);
const ownerOnly = 0o600;
const daysOfYear = 366;

interface Desk {
  readonly config: Config;
  readonly opened: OpenedStore;
  readonly repositories: Repositories;
  readonly now: string;
  /** False where the assistant is running and this is a copy. */
  readonly mayWrite: boolean;
}

async function atDesk(
  open: () => Promise<{ opened: OpenedStore; mayWrite: boolean }>,
  work: (desk: Desk) => Promise<number>,
): Promise<number> {
  const config = commandConfig();
  const { opened, mayWrite } = await open();
  const now = clockOf(config)();
  try {
    return await work({ config, opened, repositories: createRepositories(opened.store), now, mayWrite });
  } finally {
    await opened.close();
  }
}

const toChange = async () => ({ opened: await openForChange(commandConfig()), mayWrite: true });

/** Looking needs no stop of the assistant, but then it cannot be noted in the audit log from here. */
async function toLook() {
  try {
    return await toChange();
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    return { opened: await openForReading(commandConfig()), mayWrite: false };
  }
}

const auditOf = (
  { repositories, now }: Desk,
  type: string,
  customerId: string,
  decision: Record<string, unknown>,
): Operation =>
  repositories.audit.appendOperation({
    type,
    conversationId: '',
    turnNumber: -1,
    at: now,
    customerId,
    inputs: {},
    decision,
  });

async function found(desk: Desk, customerId: string): Promise<PersonalData | undefined> {
  const data = await personalDataOf({ store: desk.opened.store, repositories: desk.repositories }, customerId);
  if (data === undefined) process.stderr.write(`Nothing is kept about ${customerId}.\n`);
  return data;
}

async function exported(desk: Desk, customerId: string, out: string | undefined): Promise<number> {
  const data = await found(desk, customerId);
  if (data === undefined) return 1;
  const { store } = desk.opened;
  const conversations = await Promise.all(
    data.conversationIds.map(async (conversationId) => ({
      conversationId,
      said: await sayingsOf({ store, repositories: desk.repositories }, conversationId),
    })),
  );
  const bankName = readShippedData().bank.name;
  const path = resolve(out ?? `personal-data-${customerId.replace(/[^\w-]/g, '')}.html`);
  const page = exportPage({ customerId, bankName, madeAt: desk.now, data, conversations });
  writeFileSync(path, page, { mode: ownerOnly });
  if (desk.mayWrite) await store.transaction([auditOf(desk, 'privacy.exported', customerId, {})]);
  else process.stderr.write('The assistant is running: this export is not in its audit log. Note it yourself.\n');
  say(path);
  return 0;
}

const sections: Readonly<Record<string, string>> = words.sections;

function sayLine({ what, erased, kept, keeping }: ErasureLine): void {
  if (erased + kept === 0) return;
  const why =
    keeping === null ? '' : ` — ${words.grounds[keeping.ground]}${keeping.until === null ? '' : ` (${keeping.until})`}`;
  say(`  ${sections[what] ?? what}: ${erased} ${words.erased}, ${kept} ${words.kept}${why}`);
}

async function erased(desk: Desk, customerId: string, dryRun: boolean): Promise<number> {
  const data = await found(desk, customerId);
  if (data === undefined) return 1;
  const { store } = desk.opened;
  const shipped = readShippedData();
  const { timeZone } = shipped.bank;
  const policies = new PoliciesInForce(desk.repositories.policies, shipped, () => undefined);
  await policies.load();
  const today = localTime(desk.now, timeZone).date;
  const channels = await channelsOf(store);
  const memoryKeys = await memoryKeysOf({ store, repositories: desk.repositories }, data.conversationIds, channels);
  const logNamesOf = (id: string) => [id, ...channels.map((channel) => conversationKey(channel, id))];
  const contactDays = policies.contactRules(today).keepYears * daysOfYear;
  const plan = planErasure({ data, today, timeZone, rules: shipped.retention, contactDays, memoryKeys, logNamesOf });
  for (const line of plan.lines) sayLine(line);
  say(`  ${words.sections.decisions}: ${data.decisions.length} ${words.kept} — ${words.grounds.auditChain}`);
  if (dryRun) return 0;
  const counts = Object.fromEntries(plan.lines.map((line) => [line.what, { erased: line.erased, kept: line.kept }]));
  await store.transaction([...plan.operations, auditOf(desk, 'privacy.erased', customerId, counts)]);
  const files = sealedFilesOf(desk.config);
  for (const fileId of plan.fileIds) await files.remove(fileId);
  return 0;
}

async function hold(desk: Desk, customerId: string, reason: string): Promise<number> {
  if ((await found(desk, customerId)) === undefined) return 1;
  await desk.opened.store.transaction([
    desk.repositories.legalHolds.putOperation({ customerId, reason, placedAt: desk.now }),
    auditOf(desk, 'privacy.held', customerId, { reason }),
  ]);
  say(`${customerId}: nothing is removed until it is released.`);
  return 0;
}

async function release(desk: Desk, customerId: string): Promise<number> {
  if ((await desk.repositories.legalHolds.get(customerId)) === undefined) {
    process.stderr.write(`${customerId} is not held.\n`);
    return 1;
  }
  await desk.opened.store.transaction([
    desk.repositories.legalHolds.removeOperation(customerId),
    auditOf(desk, 'privacy.released', customerId, {}),
  ]);
  say(`${customerId}: the usual times of keeping apply again.`);
  return 0;
}

async function rotate({ config, opened }: Desk): Promise<number> {
  const documents = await opened.store.renew();
  const files = sealedFilesOf(config);
  const all = await files.list();
  let renewed = 0;
  for (const { id } of all) if (await files.renew(id)) renewed += 1;
  say(
    `${renewed} of ${all.length} papers and ${documents} documents sealed anew. Keys that sealed nothing any more can be taken away.`,
  );
  return 0;
}

const command = new Command('privacy').description(
  'What is kept about a customer: handed out, erased, or held for a court.',
);
command
  .command('export')
  .description('Writes one page with everything that is kept about a customer, in both languages.')
  .argument('<customer>', 'customer number')
  .option('--out <file>', 'where to write it')
  .action((customerId: string, { out }: { out?: string }) =>
    runCommand(() => atDesk(toLook, (desk) => exported(desk, customerId, out))),
  );
command
  .command('erase')
  .description('Erases what nothing keeps, and says what stays, why and until when. The assistant must be stopped.')
  .argument('<customer>', 'customer number')
  .option('--dry-run', 'only say what would go and what would stay')
  .action((customerId: string, { dryRun }: { dryRun?: true }) =>
    runCommand(() => atDesk(dryRun === true ? toLook : toChange, (desk) => erased(desk, customerId, dryRun === true))),
  );
command
  .command('hold')
  .description('Keeps everything about a customer, whatever its age, such as for a lawsuit.')
  .argument('<customer>', 'customer number')
  .requiredOption('--reason <reason>', 'such as the number of the lawsuit')
  .action((customerId: string, { reason }: { reason: string }) =>
    runCommand(() => atDesk(toChange, (desk) => hold(desk, customerId, reason))),
  );
command
  .command('release')
  .description('Ends a hold.')
  .argument('<customer>', 'customer number')
  .action((customerId: string) => runCommand(() => atDesk(toChange, (desk) => release(desk, customerId))));
command
  .command('rotate')
  .description('Seals every paper anew with the key that DATA_KEY names now; the earlier ones must still be given.')
  .action(() => runCommand(() => atDesk(toChange, rotate)));
command.parse();
