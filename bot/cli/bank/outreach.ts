// npm run outreach -- --dry-run [--day D] | queue | pause | resume: who would get a message of ours and who not, and why.
import { Command } from 'commander';
import { type CalendarDate, calendarDateSchema, localTime } from '../../../data/domain/calendar/calendar';
import type { OutreachRecord } from '../../../data/domain/outreach/outreachRecord';
import { createRepositories, type Repositories } from '../../../data/store/repositories';
import { clockOf } from '../../config/clockOf';
import type { Config } from '../../config/config';
import { readShippedData, type ShippedData } from '../../config/shippedData';
import { ContactGate } from '../../outreach/contactGate';
import { chatWay } from '../../outreach/queue/chatWay';
import { type PreviewLine, type PreviewParts, previewOn } from '../../outreach/queue/preview';
import { reachByPhone } from '../../outreach/queue/textWay';
import { PoliciesInForce } from '../../staff/policiesInForce';
import { commandConfig, type OpenedStore, openForChange, openForReading, runCommand } from '../parts/openStore';
import { choiceOf } from '../parts/typedMessage';

interface Options {
  readonly dryRun?: true;
  readonly day?: CalendarDate;
  readonly json?: true;
}

const say = (text: string) => process.stdout.write(`${text}\n`);

const told = (line: PreviewLine): string => {
  const fate = line.goes
    ? `by ${line.way}${line.notBefore === null ? '' : `, not before ${line.notBefore}`}`
    : `no: ${line.why}${line.nextAllowed === null ? '' : `, not before ${line.nextAllowed}`}`;
  return `  ${line.customerId.padEnd(18)} ${line.kind.padEnd(17)} about ${line.aboutOn}  ${fate}`;
};

async function partsOf({ store }: OpenedStore, config: Config, data: ShippedData): Promise<PreviewParts> {
  const repositories = createRepositories(store);
  const policies = new PoliciesInForce(repositories.policies, data, () => undefined);
  await policies.load();
  const { timeZone } = data.bank;
  const clock = clockOf(config);
  const rulesOn = (day: CalendarDate) => policies.contactRules(day);
  // Nothing leaves from here: only who could be reached is asked.
  const chat = chatWay({ repositories, clock, prepare: () => Promise.reject(new Error('a preview sends nothing')) });
  return {
    repositories,
    gate: new ContactGate({ repositories, timeZone, rulesOn }),
    terms: { rules: data.outreach, timeZone, contract: data.contract },
    ways: [chat, { way: 'text', reach: reachByPhone }],
    rulesOn,
    clock,
  };
}

async function dryRun({ day, json }: Options): Promise<number> {
  const config = commandConfig();
  const opened = await openForReading(config);
  try {
    const parts = await partsOf(opened, config, readShippedData());
    const on = day ?? localTime(parts.clock(), parts.terms.timeZone).date;
    const { paused } = await parts.repositories.outreachPauses.now();
    let [goes, doesNot] = [0, 0];
    if (json !== true) say(`${on}:`);
    for await (const line of previewOn(on, parts)) {
      if (line.goes) goes += 1;
      else doesNot += 1;
      say(json === true ? JSON.stringify(line) : told(line));
    }
    if (json !== true) {
      if (paused !== null) say(`  Paused since ${paused.at} by ${paused.by} (${paused.why}): nothing leaves.`);
      say(`${goes} would go, ${doesNot} would not. Nothing was sent.`);
    }
    return 0;
  } finally {
    await opened.close();
  }
}

const queueLine = ({ customerId, kind, status, why, way, nextAt, receipt }: OutreachRecord): string =>
  `  ${customerId.padEnd(18)} ${kind.padEnd(17)} ${status.padEnd(8)} ${way ?? ''} ${why ?? ''} ${receipt ?? ''} ${
    status === 'waiting' ? `next ${nextAt}` : ''
  }`.trimEnd();

/** What waits, and what could not go: staff look at the latter. */
async function queue({ json }: Options): Promise<number> {
  const opened = await openForReading(commandConfig());
  try {
    const { outreach } = createRepositories(opened.store);
    for (const status of ['waiting', 'leaving', 'dead'] as const)
      for await (const { record } of outreach.allWithStatus(status))
        say(json === true ? JSON.stringify(record) : queueLine(record));
    return 0;
  } finally {
    await opened.close();
  }
}

async function setPause(isPaused: boolean): Promise<number> {
  const config = commandConfig();
  const opened = await openForChange(config);
  try {
    const repositories: Repositories = createRepositories(opened.store);
    const at = clockOf(config)();
    const { resumedAt } = await repositories.outreachPauses.now();
    const next = isPaused
      ? { paused: { by: 'command', at, why: 'byHand' as const }, resumedAt }
      : { paused: null, resumedAt: at };
    await opened.store.transaction([
      repositories.outreachPauses.setOperation(next),
      repositories.audit.appendOperation({
        type: isPaused ? 'outreach.paused' : 'outreach.resumed',
        conversationId: '',
        turnNumber: -1,
        at,
        customerId: null,
        inputs: {},
        decision: { by: 'command' },
      }),
    ]);
    say(isPaused ? 'Paused: nothing that we begin leaves.' : 'Messages that we begin leave again.');
    return 0;
  } finally {
    await opened.close();
  }
}

const program = new Command('outreach')
  .description('Messages that the assistant begins: who would get one on a day, who would not, and why.')
  .option('--dry-run', 'list a day’s messages; nothing is stored and nothing leaves')
  .option('--day <day>', 'another day than today', choiceOf(calendarDateSchema, 'Write the day like 2026-12-10.'))
  .option('--json', 'one line of JSON for each')
  .action((options: Options) => {
    if (options.dryRun !== true) program.error('Say --dry-run: sending is the running assistant’s work.');
    runCommand(() => dryRun(options));
  });
program
  .command('queue')
  .description('what waits, and what could not go, with the reason')
  .option('--json', 'one line of JSON for each')
  .action((options: Options) => runCommand(() => queue(options)));
program
  .command('pause')
  .description('nothing leaves until resumed; with the assistant stopped')
  .action(() => runCommand(() => setPause(true)));
program
  .command('resume')
  .description('messages leave again; what led to the pause counts no more')
  .action(() => runCommand(() => setPause(false)));
program.parse();
