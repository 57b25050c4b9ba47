// The one table of channels: every row is whole, an unknown channel is given the least, and lines stay lines.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Channel, channelOf, channelTable, inChannelForm, inMessages } from '../../../bot/channels/channelTable';
import { people, saying } from '../../dialogs/saying';
import { Talk } from '../../support/talk';

test.each(['unknown', '', 'constructor', '__proto__', 'toString'])(
  'a channel named "%s" is given plain text',
  (name) => {
    expect(channelOf(name)).toMatchObject({ cardVersion: null, buttonsMax: 0, markdown: false, retries: false });
  },
);

test.each(Object.entries(channelTable))(
  '%s takes texts of a length in which an offer is whole',
  (_name, { textMax }) => {
    expect(textMax).toBeGreaterThanOrEqual(1000);
  },
);

const offersOn = async (channelId: string) =>
  saying(await Talk.begin({ channelId }), '能分期吗', people.canonical, '每个月最多还800');

/** What a card of these offers shows. */
const figures = offersOn('webchat').then(({ taps }) =>
  taps.filter(({ id }) => id.startsWith('card.')).flatMap(({ values }) => Object.values(values)),
);

test.each([...Object.keys(channelTable), 'aChannelOfTomorrow'])(
  'on %s every figure of every offer is in the words, and every choice is a button or a numbered line',
  async (channelId) => {
    const reply = await offersOn(channelId);
    const words = reply.activities.map(({ text }) => text ?? '').join('\n');
    for (const figure of await figures) expect(words).toContain(figure);
    const buttons = (reply.activities.at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title);
    const lines = words.split('\n').filter((line) => /^\d+\. /.test(line));
    expect(buttons.length === 0 || lines.length === 0).toBe(true);
    expect(buttons.length + lines.length).toBe(
      new Set(reply.taps.filter(({ id }) => id.startsWith('button.')).map(({ text }) => text)).size,
    );
    expect(buttons.length).toBeLessThanOrEqual(channelOf(channelId).buttonsMax);
  },
);

test('an address is a link under the name of its document where text is Markdown, and stands alone elsewhere', () => {
  const url = 'https://bank.example/documents/AG-7F3K-20K1?until=1764&by=a_b_c-d';
  const reply = { text: `合同：${url}。` };
  expect(inChannelForm(reply, 'msteams').text).toBe(`合同：[AG-7F3K-20K1.pdf](${url})。`);
  expect(inChannelForm(reply, 'sms').text).toBe(reply.text);
});

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

function toTap({ buttonsMax, buttonsBesideCard }: Channel): string {
  if (buttonsMax === 0) return 'by number';
  const beside = buttonsBesideCard ? '' : ', beside a card by number';
  return `${buttonsMax >= 100 ? 'buttons' : `up to ${buttonsMax} buttons, more by number`}${beside}`;
}

/** The table as README shows it to people who connect a channel. */
function tableInMarkdown(): string {
  const head =
    '| channel | card of the offers | to tap | typing sign | longest text | files to the assistant | links |\n|---|---|---|---|---|---|---|';
  const rows = [...Object.entries(channelTable).filter(([id]) => id !== 'test'), ['', channelOf('')] as const].map(
    ([id, channel]) =>
      [
        id === '' ? channel.name : `${channel.name} (\`${id}\`)`,
        channel.cardVersion === null
          ? 'in words alone'
          : id === 'wechat'
            ? 'an article'
            : `Adaptive Card ${channel.cardVersion}`,
        toTap(channel),
        yesOrNo(channel.typing),
        channel.bytesMax === null ? `${channel.textMax} characters` : `${channel.bytesMax} bytes`,
        channel.takesFiles ? 'kept' : channel.uploads ? 'told where to send them' : 'no',
        channel.markdown ? 'under their names' : 'written out',
      ].join(' | '),
  );
  return [head, ...rows.map((row) => `| ${row} |`)].join('\n');
}

const shownTable = /(<!-- the table of channels -->\n)([\s\S]*?)(\n<!-- its end -->)/;

test('README shows the table as it is', () => {
  const path = join(__dirname, '../../../README.md');
  const readme = readFileSync(path, 'utf8');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, readme.replace(shownTable, `$1${tableInMarkdown()}$3`));
  else expect(shownTable.exec(readme)?.[2]).toBe(tableInMarkdown());
});

test('lines stay lines where text is read as Markdown, and text is left alone elsewhere', () => {
  expect(inChannelForm({ text: 'one\ntwo\n\nthree' }, 'msteams').text).toBe('one\n\ntwo\n\nthree');
  expect(inChannelForm({ text: 'one\ntwo' }, 'directline').text).toBe('one\ntwo');
});

test('a reply that is too long in bytes goes as several messages, and what can be tapped stands below the last', () => {
  const reply = {
    text: Array.from({ length: 100 }, (_, n) => `第${n + 1}期　1,234.56 元`).join('\n'),
    attachments: [{ contentType: 'image/png' }],
  };
  const messages = inMessages(reply, 'wechat');
  expect(messages.length).toBeGreaterThan(1);
  expect(messages.every(({ text = '' }) => Buffer.byteLength(text) <= 2048)).toBe(true);
  expect(messages.map(({ text }) => text).join('\n')).toBe(reply.text);
  expect(messages.map(({ attachments }) => attachments !== undefined)).toEqual(
    messages.map((_, index) => index === messages.length - 1),
  );
  expect(inMessages(reply, 'directline')).toEqual([reply]);
});
