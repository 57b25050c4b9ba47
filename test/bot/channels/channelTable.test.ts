// The one table of channels: every row is whole, an unknown channel is given the least, and lines stay lines.
import { channelOf, channelTable, inChannelForm, inMessages } from '../../../bot/channels/channelTable';

test.each(['unknown', '', 'constructor', '__proto__', 'toString'])(
  'a channel named "%s" is given plain text',
  (name) => {
    expect(channelOf(name)).toMatchObject({ cards: false, taps: 'words', markdown: false, retries: false });
  },
);

test.each(Object.entries(channelTable))('%s can show what its row says', (_name, channel) => {
  expect(channel.textMax).toBeGreaterThanOrEqual(1000);
  // Who is shown a card can also tap below it, so that no choice is on the card alone.
  expect(channel.taps !== 'words' || !channel.cards).toBe(true);
});

test('lines stay lines where text is read as Markdown, and text is left alone elsewhere', () => {
  expect(inChannelForm({ text: 'one\ntwo\n\nthree' }, 'msteams').text).toBe('one  \ntwo\n\nthree');
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
