// Runs every conversation of this folder through the whole assistant. Each file is one test, named by its path.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseChat, type Step, startOf } from '../../bot/cli/parts/chat/chatFile';
import { withWords } from '../../bot/cli/parts/chat/chatWords';
import { type ChatPartner, playChat, unmentioned } from '../../bot/cli/parts/chat/playChat';
import { Talk } from '../support/talk';

const folder = __dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.chat'))
  .sort();

function setting(talk: Talk, name: string, value: string): void {
  if (name === 'now') talk.now = new Date(value).toISOString();
  else if (name === 'locale') talk.locale = value;
  else if (name === 'channel') talk.channelId = value;
  else if (name === 'user') talk.userId = value;
  else if (name === 'restart') talk.restart();
  else if (name === 'newConversation') talk.newConversation();
  else throw new Error(`unknown setting "${name}"`);
}

async function partnerFor(steps: readonly Step[]): Promise<ChatPartner> {
  const talk = await Talk.begin({ now: startOf(steps) });
  return {
    set: (name, value) => setting(talk, name, value),
    async say(text) {
      const { said, taps, text: words, activities } = await talk.say(text);
      const titles = activities.flatMap((one) => one.suggestedActions?.actions ?? []).map(({ title }) => `[${title}]`);
      const shown = [words, ...(titles.length > 0 ? [titles.join(' ')] : [])].join('\n') || '(silence)';
      return { said, taps, isSilent: activities.length === 0, words: shown };
    },
  };
}

test.each(files)('%s', async (name) => {
  const path = join(folder, name);
  const content = readFileSync(path, 'utf8');
  const steps = parseChat(content);
  expect(unmentioned(steps)).toEqual([]);
  const { replies, faults } = await playChat(steps, await partnerFor(steps));
  expect(faults.map(({ line, why }) => `line ${line}: ${why}`)).toEqual([]);
  const current = withWords(content, new Map([...replies].map(([line, { words }]) => [line, words])));
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, current);
  else expect(content).toBe(current);
});

test('there are conversations in both languages', () => {
  expect(files.filter((name) => name.endsWith('.zh.chat')).length).toBeGreaterThan(10);
  expect(files.filter((name) => name.endsWith('.en.chat')).length).toBeGreaterThan(10);
});
