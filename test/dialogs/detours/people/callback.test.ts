// A call back: its day and its hour may come in two messages, and what is booked may be moved.
import { Talk } from '../../../support/talk';
import { ids, saying, valuesOf } from '../../saying';

type Locale = 'zh-CN' | 'en-US';

test.each<[Locale, string[], { date: string; from: string }]>([
  ['zh-CN', ['约个时间让你们同事打我 后天上午', '十点半'], { date: '2026-11-25', from: '10:30' }],
  ['zh-CN', ['人工', '我这会儿不方便 明儿后半晌三点再给我拨吧'], { date: '2026-11-24', from: '15:00' }],
  ['en-US', ['get someone to call me on thursday', 'half past ten'], { date: '2026-11-26', from: '10:30' }],
  [
    'en-US',
    [
      'Can a colleague ring me on Thursday at half past ten in the morning?',
      "morning doesn't work after all, make it 4pm the same day",
    ],
    { date: '2026-11-26', from: '16:00' },
  ],
])('in %s, %j books the call at the hour that was said last', async (locale, said, { date, from }) => {
  const talk = await Talk.begin({ locale });
  const booked = valuesOf(await saying(talk, ...said), 'handoff.callback');
  expect(booked.date).toBe(date);
  expect(booked.from).toBe(from);
});

test.each<[Locale, string]>([
  ['zh-CN', '后天让同事给我回个电话'],
  ['en-US', 'could someone call me on friday'],
])('in %s, "%s" names no hour: it is asked for, and nobody is put into the queue', async (locale, words) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(words))).toContain('queue.whatTime');
  expect(await talk.repositories.deskConversations.get(talk.conversationId)).toBeUndefined();
});

test('a refusal of calls with an hour in it is no call-back', async () => {
  const talk = await Talk.begin();
  const reply = await talk.say('明天三点前别给我打电话');
  expect(ids(reply)).toContain('contact.noted');
});

test('a call is moved to the time that is not the booked one, whichever of them is named last', async () => {
  const talk = await Talk.begin();
  await saying(talk, '你们人工几点到几点', '那下午三点半打给我吧');
  expect(valuesOf(await talk.say('改四点半 三点半要接娃'), 'handoff.callback')).toMatchObject({ from: '16:30' });
});

test('a call is asked for at another time in the words of one that collectors may make', async () => {
  const talk = await Talk.begin({ locale: 'en-US' });
  const reply = await saying(
    talk,
    'person please',
    'how long',
    'im only on break ten min. can they ring at half three instead',
  );
  expect(valuesOf(reply, 'handoff.callback')).toMatchObject({ from: '15:30' });
});
