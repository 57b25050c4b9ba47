// npm run policy -- export KIND | check FILE | import FILE: policies as files, for a bank's own version control.
import { readFileSync, writeFileSync } from 'node:fs';
import { Argument, Command } from 'commander';
import { separatedRoles } from '../../../data/domain/bank/staff';
import { localTime } from '../../../data/domain/calendar/calendar';
import { createRepositories } from '../../../data/store/repositories';
import { type PolicyKind, policyKindSchema } from '../../../data/store/repositories/policies';
import { clockOf } from '../../config/clockOf';
import { DataFileError, readShippedData } from '../../config/shippedData';
import { newLog } from '../../ops/log';
import type { ProblemDetail } from '../../staff/contract/common';
import { type PolicyFile, policyFileSchema } from '../../staff/contract/policies';
import { problemsOf } from '../../staff/policies/check';
import { differencesOf } from '../../staff/policies/compare';
import { LifeCycle } from '../../staff/policies/lifeCycle';
import { Versions } from '../../staff/policies/versions';
import { PoliciesInForce } from '../../staff/policiesInForce';
import { commandConfig, type OpenedStore, openForChange, openForReading, runCommand } from '../parts/openStore';

const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

function readFile(path: string): PolicyFile {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new DataFileError(`${path} is not JSON: ${error.message}`);
    throw error;
  }
  const file = policyFileSchema.safeParse(value);
  if (file.success) return file.data;
  const fields = file.error.issues.map((issue) => issue.path.join('.') || 'file').join(', ');
  throw new DataFileError(`${path} is not a policy file as "export" writes it (see ${fields}).`);
}

function showProblems(problems: readonly ProblemDetail[]): number {
  for (const { path, message } of problems)
    complain(`  ${path || 'file'}: ${message['en-US']}\n    ${message['zh-CN']}`);
  return problems.length === 0 ? 0 : 1;
}

function at({ store }: OpenedStore, kind: PolicyKind) {
  const repositories = createRepositories(store);
  const data = readShippedData();
  const now = clockOf(commandConfig())();
  const today = localTime(now, data.bank.timeZone).date;
  const policies = new PoliciesInForce(repositories.policies, data);
  const parts = { store, repositories, data, policies, log: newLog('silent'), clock: () => now };
  return { parts, now, today, versions: new Versions(parts, kind, today) };
}

async function exportKind(kind: PolicyKind, options: { version?: string; out?: string }): Promise<number> {
  const opened = await openForReading(commandConfig());
  try {
    const { versions } = at(opened, kind);
    const version = options.version ?? (await versions.inForce());
    const summary = await versions.summary(version, { username: '', roles: [] });
    if (summary === undefined) {
      complain(`There is no version "${version}" of ${kind}.`);
      return 1;
    }
    const { effectiveFrom, reason } = summary;
    const file: PolicyFile = { kind, version, effectiveFrom, reason, value: await versions.content(version) };
    const text = `${JSON.stringify(file, null, 2)}\n`;
    if (options.out === undefined) process.stdout.write(text);
    else writeFileSync(options.out, text);
    return 0;
  } finally {
    await opened.close();
  }
}

async function checkFile(path: string): Promise<number> {
  const { kind, value } = readFile(path);
  const code = showProblems(await problemsOf(kind, value, readShippedData().utteranceRules));
  say(code === 0 ? `${path}: in order (${kind}).` : `${path} cannot be used.`);
  return code;
}

async function importFile(path: string, options: { by: string; reason?: string }): Promise<number> {
  const { kind, value, reason } = readFile(path);
  const problems = await problemsOf(kind, value, readShippedData().utteranceRules);
  if (problems.length > 0) {
    showProblems(problems);
    complain('Nothing was imported.');
    return 1;
  }
  const opened = await openForChange(commandConfig());
  try {
    const { parts, versions, now, today } = at(opened, kind);
    const person = await parts.repositories.staff.get(options.by);
    if (person === undefined || !separatedRoles(person.roles).includes('maker')) {
      complain(`"${options.by}" is not a maker: a draft needs somebody who answers for it.`);
      return 1;
    }
    const basedOn = await versions.inForce();
    if (differencesOf(kind, await versions.content(basedOn), value).length === 0) {
      say(`The same as ${basedOn}, which is in force: nothing to import.`);
      return 0;
    }
    const lifeCycle = new LifeCycle(parts, versions, { username: person.username, person, now, today });
    const why = options.reason ?? (reason.trim() || 'import');
    const { summary } = await lifeCycle.draft({ basedOn, value, reason: why });
    say(`Draft ${summary.version}, based on ${basedOn}. Submit it in the console; a checker then decides.`);
    return 0;
  } finally {
    await opened.close();
  }
}

const program = new Command('policy').description('Policies as files: what is in force, or a new draft.');
program
  .command('export')
  .description('writes a version as JSON')
  .addArgument(new Argument('<kind>').choices(policyKindSchema.options))
  .option('--version <name>', 'another version than the one in force')
  .option('--out <file>', 'a file instead of standard output')
  .action((kind: PolicyKind, options: { version?: string; out?: string }) =>
    runCommand(() => exportKind(kind, options)),
  );
program
  .command('check')
  .description('says what is wrong with a file: shape, contradictions, legal ceilings')
  .argument('<file>')
  .action((file: string) => runCommand(() => checkFile(file)));
program
  .command('import')
  .description('makes a draft of a file')
  .argument('<file>')
  .requiredOption('--by <username>', 'the maker who answers for the draft')
  .option('--reason <words>', 'why, instead of the file’s own reason')
  .action((file: string, options: { by: string; reason?: string }) => runCommand(() => importFile(file, options)));
program.parse();
