// npm run daily -- [--dry-run] [--day YYYY-MM-DD]: what a day brings without anybody writing, done now or only listed.
import { Command, InvalidArgumentError } from 'commander';
import { calendarDateSchema } from '../../data/domain/calendar/calendar';
import { createRepositories } from '../../data/store/repositories';
import { clockOf } from '../config/clockOf';
import type { Config } from '../config/config';
import { sealedFilesOf } from '../config/dataKeys';
import { readShippedData } from '../config/shippedData';
import { DailyJob, type DayPreview } from '../outreach/daily/dailyJob';
import { dailyPartsOf } from '../outreach/daily/dailyParts';
import { PoliciesInForce } from '../staff/policiesInForce';
import { commandConfig, type OpenedStore, openForChange, openForReading, runCommand } from './parts/openStore';

const eventsShownMax = 50;
const say = (text: string) => process.stdout.write(`${text}\n`);

interface Options {
  readonly dryRun?: true;
  readonly day?: string;
}

function showPreview({ day, steps }: DayPreview): void {
  say(`${day}:`);
  const busy = steps.filter(({ events, removed }) => events.length > 0 || removed > 0);
  if (busy.length === 0) say('  nothing');
  for (const { name, events, removed } of busy) {
    for (const { kind, subject } of events.slice(0, eventsShownMax)) say(`  ${name}: ${kind} ${subject}`);
    if (events.length > eventsShownMax) say(`  ${name}: … and ${events.length - eventsShownMax} more`);
    if (removed > 0) say(`  ${name}: ${removed} removed`);
  }
}

async function jobOver({ store }: OpenedStore, config: Config): Promise<DailyJob> {
  const data = readShippedData();
  const repositories = createRepositories(store);
  const policies = new PoliciesInForce(repositories.policies, data, () => undefined);
  await policies.load();
  const files = sealedFilesOf(config);
  const clock = clockOf(config);
  return new DailyJob(dailyPartsOf({ store, repositories, data, clock, files }, (day) => policies.contactRules(day)));
}

async function daily({ dryRun, day }: Options): Promise<number> {
  const config = commandConfig();
  const opened = dryRun === true ? await openForReading(config) : await openForChange(config);
  try {
    const job = await jobOver(opened, config);
    if (dryRun === true) {
      const { due } = await job.standing(0);
      const days = day === undefined ? due : [day];
      if (days.length === 0) say('Every day up to today is done.');
      if (days.length > 1) say(`${days.length} days are due, from ${days[0]} on. Up to the last of them:`);
      const last = days.at(-1);
      if (last !== undefined) showPreview(await job.preview(last));
      return 0;
    }
    const done = await job.run(new AbortController().signal);
    say(done.length === 0 ? 'Every day up to today is done.' : `Done: ${done.join(', ')}`);
    return 0;
  } finally {
    await opened.close();
  }
}

const dayOf = (text: string): string => {
  if (calendarDateSchema.safeParse(text).success) return text;
  throw new InvalidArgumentError('Write the day like 2026-11-23.');
};

const command = new Command('daily')
  .description(
    'Does what is due on each day since the last one: promises, instalments, rests, offers, what is too old.',
  )
  .option('--dry-run', 'list what would be done, and store nothing')
  .option('--day <day>', 'with --dry-run: another day than those that are due', dayOf)
  .action((options: Options) => {
    if (options.day !== undefined && options.dryRun !== true) command.error('--day goes with --dry-run.');
    runCommand(() => daily(options));
  });
command.parse();
