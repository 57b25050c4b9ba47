// Stop, other times, another channel: honoured at once, before the check for the address, afterwards for the customer (P9).
import { Talk } from '../../../support/talk';
import { audited, ids, people, verified } from '../../saying';

test.each(['别再打电话了', '白天晚上都别打了', '永远不要联系我'])('"%s" stops all contact', async (words) => {
  const talk = await verified(people.late20);
  expect(ids(await talk.say(words))).toContain('contact.stopped');
  const [event] = await audited(talk, 'contactPreference');
  expect(await talk.repositories.contactPreferences.get(event?.customerId ?? '')).toMatchObject({
    ceased: true,
    reason: 'asked',
  });
});

test.each([
  ['en-US', 'only text me after 6'],
  ['en-US', 'call me on sundays only'],
  ['zh-CN', '晚上七点以后再打电话'],
] as const)('in %s, "%s" is a wish about when or how, and stops nothing', async (locale, words) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(words))[0]).toBe('contact.noted');
  const [event] = await audited(talk, 'contactPreference');
  expect(event?.decision).toEqual({ ceased: false });
});

test('before the check the wish holds for this address and says nothing of any account', async () => {
  const talk = await Talk.begin();
  await talk.say('别再打电话了');
  expect(await talk.repositories.contactPreferences.get('address:test:customer')).toMatchObject({ ceased: true });
});

test('a wish about times, said after contact was stopped, leaves it stopped, and the customer is told so', async () => {
  const talk = await verified(people.late20);
  await talk.say('别再打电话了');
  expect(ids(await talk.say('晚上七点以后再打电话'))).toEqual(
    expect.arrayContaining(['contact.noted', 'contact.hours', 'contact.stillStopped']),
  );
  const [event] = await audited(talk, 'contactPreference');
  expect(await talk.repositories.contactPreferences.get(event?.customerId ?? '')).toMatchObject({
    ceased: true,
    reason: 'asked',
    until: null,
  });
});

test('a dispute and a stop in one message are both honoured, and the stop asked for stays', async () => {
  const talk = await verified(people.late20);
  await talk.say('别再打电话了');
  await talk.say('这笔消费不是我刷的，别再打给我了');
  const [event] = await audited(talk, 'contactPreference');
  expect(await talk.repositories.contactPreferences.get(event?.customerId ?? '')).toMatchObject({
    ceased: true,
    until: null,
  });
});

test.each(['我失业了', '恒通真的是你们的吗'])(
  'a stop heard beside a story is honoured in the middle of "%s"',
  async (opening) => {
    const talk = await verified(people.late20);
    await talk.say(opening);
    await talk.say('别再打电话了，家里现在一团糟，我也不知道怎么办');
    const stops = (await audited(talk, 'contactPreference')).filter(({ decision }) => decision.ceased === true);
    expect(stops).toHaveLength(1);
  },
);

test.each([
  ['en-US', "you can start texting again, I've changed my mind. calls still no"],
  ['en-US', 'texts are ok again but no phone calls'],
  ['zh-CN', '短信可以发了，电话还是别打'],
] as const)('a stop taken back in part lets no more in than was said (%s, %s)', async (locale, said) => {
  const talk = await verified('5602 1071', locale);
  const reply = ids(await talk.say(said));
  expect(reply).toContain('contact.onlyBy');
});

test('a number to be called on is heard while a number of the caller was asked for', async () => {
  const talk = await verified('7501 6635', 'en-US');
  await talk.say('your people called my dad in law. leave my relatives out of it');
  expect(ids(await talk.say('new number for me is 139 0000 0012, use that one'))).toContain('contact.noted');
});
