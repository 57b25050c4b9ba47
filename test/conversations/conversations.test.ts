// Runs every conversation of this folder through the whole assistant. Each file is one test, named by its path.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Spoken } from '../../dialogs/text/formatMessage';
import { type Expected, parseChat, type Step } from '../support/chatFile';
import { type Reply, Talk } from '../support/talk';

const folder = __dirname;
const written = join(folder, '..', '..', 'test-output', 'conversations');
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

async function play(steps: readonly Step[]): Promise<string> {
  const first = steps.find((step) => step.kind === 'setting' && step.name === 'now');
  const now = first?.kind === 'setting' ? new Date(first.value).toISOString() : '2026-11-23T02:00:00.000Z';
  const talk = await Talk.begin({ now });
  const cursor: Cursor = { reply: undefined, at: 0 };
  const transcript: string[] = [];
  for (const step of steps) {
    if (step.kind === 'setting') await setting(talk, step.name, step.value);
    else if (step.kind === 'customer') {
      cursor.reply = await talk.say(step.text);
      cursor.at = 0;
      const taps = cursor.reply.activities
        .flatMap((one) => one.suggestedActions?.actions ?? [])
        .map((tap) => `[${tap.title}]`);
      transcript.push(`> ${step.text}`, cursor.reply.text, taps.join(' '), '');
    } else check(step, cursor);
  }
  return transcript.join('\n');
}

test.each(files)('%s', async (name) => {
  const transcript = await play(parseChat(readFileSync(join(folder, name), 'utf8')));
  // The words as they were said, for reading aloud; nothing depends on them.
  const target = join(written, relative(folder, join(folder, name)).replace(/\.chat$/, '.txt'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, transcript);
});

test('there are conversations in both languages', () => {
  expect(files.filter((name) => name.endsWith('.zh.chat')).length).toBeGreaterThan(10);
  expect(files.filter((name) => name.endsWith('.en.chat')).length).toBeGreaterThan(10);
});
