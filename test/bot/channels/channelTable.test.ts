// The one table of channels: every row is whole, an unknown channel is given the least, and lines stay lines.
import { channelOf, channelTable, inChannelForm } from '../../../bot/channels/channelTable';

test.each(['unknown', '', 'constructor', '__proto__', 'toString'])(
  'a channel named "%s" is given plain text',
  (name) => {
    expect(channelOf(name)).toMatchObject({ cards: false, taps: 'words', markdown: false, retries: false });
  },
);

test.each(Object.entries(channelTable))('%s can show what its row says', (_name, channel) => {
  expect(channel.textMax).toBeGreaterThanOrEqual(1000);
  // Who is shown a card can also tap below it, so that no choice is on the card alone.
  expect(channel.taps === 'buttons' || !channel.cards).toBe(true);
});

test('lines stay lines where text is read as Markdown, and text is left alone elsewhere', () => {
  expect(inChannelForm({ text: 'one\ntwo\n\nthree' }, 'msteams').text).toBe('one  \ntwo\n\nthree');
  expect(inChannelForm({ text: 'one\ntwo' }, 'directline').text).toBe('one\ntwo');
});
