// Numbers that help at once are called at a tap, in every channel that can, and the guard lets out no other number so.
import { ActionTypes } from 'botbuilder';
import { channelTable } from '../../../../../bot/channels/channelTable';
import { Talk } from '../../../../support/talk';

const callsOf = (reply: Awaited<ReturnType<Talk['say']>>) =>
  reply.activities
    .flatMap((one) => one.suggestedActions?.actions ?? [])
    .filter(({ type }) => type === ActionTypes.Call)
    .map(({ title, value }) => [title, value]);

test.each([
  ['zh-CN', '我刚把一整瓶安眠药吞了', [['拨打 120', 'tel:120']]],
  ['en-US', 'my husband hits me when letters come', [['Call 110', 'tel:110']]],
  [
    'zh-CN',
    '我真的不想活了',
    [
      ['拨打 120', 'tel:120'],
      ['拨打 110', 'tel:110'],
      ['拨打 12356', 'tel:12356'],
    ],
  ],
] as const)('in %s "%s" shows them', async (locale, words, expected) => {
  const talk = await Talk.begin({ locale });
  expect(callsOf(await talk.say(words))).toEqual(expected);
});

test.each(Object.entries(channelTable))('%s shows them only where a button can call', async (channelId, { calls }) => {
  const talk = await Talk.begin({ channelId });
  const reply = await talk.say('我站在楼顶上');
  expect(callsOf(reply).length > 0).toBe(calls);
  expect(reply.text).toContain('120');
});
