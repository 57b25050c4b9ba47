// Runs every conversation of this folder through the whole assistant. Each file is one test, named by its path.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Spoken } from '../../dialogs/text/formatMessage';
import { type Expected, parseChat, type Step } from '../support/chatFile';
import { withWords } from '../support/chatWords';
import { type Reply, Talk } from '../support/talk';

const folder = __dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.chat'))
  .sort();

const isNamed = (id: string, pattern: string) =>
  pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;

const matches = (spoken: Spoken, { id, values }: Expected) =>
  isNamed(spoken.id, id) && Object.entries(values).every(([name, value]) => spoken.values[name] === value);

const shown = (all: readonly Spoken[]) =>
  all.map(
    ({ id, values }) =>
      `${id} ${Object.entries(values)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ')}`,
  );

/** Where in the reply each message that is asked for has to be looked for: after the one before it. */
interface Cursor {
  reply: Reply | undefined;
  at: number;
}

function check(step: Step & { kind: 'says' | 'never' | 'taps' }, cursor: Cursor): void {
  const { reply } = cursor;
  const where = `line ${step.line}: ${step.kind} ${step.expected.id}`;
  if (reply === undefined) throw new Error(`${where}: nobody has said anything yet`);
  if (step.kind === 'taps') {
    if (!reply.taps.some((tap) => matches(tap, step.expected)))
      throw new Error(
        `${where} ${JSON.stringify(step.expected.values)}\ncan be tapped:\n${shown(reply.taps).join('\n')}`,
      );
    return;
  }
  const said = reply.said;
  if (step.kind === 'never') {
    if (said.some((spoken) => matches(spoken, step.expected)))
      throw new Error(`${where}\nwas said:\n${shown(said).join('\n')}`);
    return;
  }
  if (step.expected.id === '(silence)') {
    if (reply.activities.length > 0) throw new Error(`${where}\nwas said:\n${reply.text}`);
    return;
  }
  const found = said.findIndex((spoken, index) => index >= cursor.at && matches(spoken, step.expected));
  if (found < 0)
    throw new Error(
      `${where} ${JSON.stringify(step.expected.values)}\nwas said:\n${shown(said).join('\n')}\n${reply.text}`,
    );
  cursor.at = found + 1;
}

async function setting(talk: Talk, name: string, value: string): Promise<void> {
  if (name === 'now') talk.now = new Date(value).toISOString();
  else if (name === 'locale') talk.locale = value;
  else if (name === 'channel') talk.channelId = value;
  else if (name === 'user') talk.userId = value;
  else if (name === 'restart') talk.restart();
  else if (name === 'newConversation') talk.newConversation();
  else throw new Error(`unknown setting "${name}"`);
}

/** What each line of the customer was answered, by its number in the file. */
type Replies = ReadonlyMap<number, string>;

/** A reply as it is seen: its words, and what can be tapped. */
function seen(reply: Reply): string {
  const taps = reply.activities.flatMap((one) => one.suggestedActions?.actions ?? []).map(({ title }) => `[${title}]`);
  return [reply.text, ...(taps.length > 0 ? [taps.join(' ')] : [])].join('\n') || '(silence)';
}

/** A reply that no line speaks of could say anything: every one is mentioned. */
function complainOfUnmentioned(steps: readonly Step[]): void {
  steps.forEach((step, index) => {
    if (step.kind !== 'customer') return;
    const next = steps.slice(index + 1).find((one) => one.kind !== 'setting');
    if (next === undefined || next.kind === 'customer')
      throw new Error(`line ${step.line}: no line says what the reply to "${step.text}" must or must not say`);
  });
}

async function play(steps: readonly Step[]): Promise<Replies> {
  const first = steps.find((step) => step.kind === 'setting' && step.name === 'now');
  const now = first?.kind === 'setting' ? new Date(first.value).toISOString() : '2026-11-23T02:00:00.000Z';
  const talk = await Talk.begin({ now });
  const cursor: Cursor = { reply: undefined, at: 0 };
  const replies = new Map<number, string>();
  for (const step of steps) {
    if (step.kind === 'setting') await setting(talk, step.name, step.value);
    else if (step.kind === 'customer') {
      cursor.reply = await talk.say(step.text);
      cursor.at = 0;
      replies.set(step.line, seen(cursor.reply));
    } else check(step, cursor);
  }
  return replies;
}

test.each(files)('%s', async (name) => {
  const path = join(folder, name);
  const content = readFileSync(path, 'utf8');
  const steps = parseChat(content);
  complainOfUnmentioned(steps);
  const current = withWords(content, await play(steps));
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, current);
  else expect(content).toBe(current);
});

test('there are conversations in both languages', () => {
  expect(files.filter((name) => name.endsWith('.zh.chat')).length).toBeGreaterThan(10);
  expect(files.filter((name) => name.endsWith('.en.chat')).length).toBeGreaterThan(10);
});
