// What was wished of contact goes with the person: said before the check it holds for the customer after it; what is told, asked
// or noted of it is heard as that, and never as more.
import { Talk } from '../../../support/talk';
import { ids, people, saying, verified } from '../../saying';

const keptOf = (talk: Talk, customerId: string) => talk.repositories.contactPreferences.get(customerId);

test.each([
  ['zh-CN', '停。别再发短信，也别打电话'],
  ['en-US', 'STOP. no more texts no more calls i mean it'],
] as const)(
  'a stop said before the check holds for the customer after it, and is said so (%s)',
  async (locale, stop) => {
    const talk = await Talk.begin({ locale });
    expect(ids(await talk.say(stop))).toContain('contact.stopped');
    await talk.say(people.late20);
    expect(await keptOf(talk, 'C-1004')).toMatchObject({ ceased: true, reason: 'asked' });
    const asked = await talk.say(locale === 'zh-CN' ? '真的停了吗' : 'has it definitely stopped then');
    expect(ids(asked)).toContain('contact.stillStopped');
  },
);

test('a stop that stands beside the endings themselves holds for the customer too', async () => {
  const talk = await Talk.begin({ locale: 'en-US' });
  await talk.say(`${people.canonical} stop calling my work`);
  expect((await keptOf(talk, 'C-1001'))?.limits).toMatchObject({ notVia: ['work'] });
});

test('a stop taken back after the check is not taken up again by the next one', async () => {
  const talk = await Talk.begin({ locale: 'en-US' });
  await saying(talk, 'stop all contact', people.late20, 'contact me again');
  expect((await keptOf(talk, 'C-1004'))?.ceased).toBe(false);
  const [own] = await Promise.all([keptOf(talk, 'C-1004')]);
  expect(own?.limits).toMatchObject({ channels: null, hours: null, days: null });
});

test.each([
  ['zh-CN', ['别打我单位电话', '你们记的是什么']],
  ['en-US', ['pls dont phone me at the salon, clients hear everything', "can you read back what you've noted"]],
  ['en-US', ['dont ring my work', 'so what have you got down for me now']],
] as const)('asked what is noted, all of it is read back (%s: %s)', async (locale, said) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, ...said))).toEqual(['contact.now', 'contact.notWork']);
});

test.each([
  ['zh-CN', '外包老给我妹打电话，让他们停了'],
  ['en-US', 'the agency keeps calling my sister, make it stop'],
] as const)('who is called is who is left alone, and the holder is still reached (%s)', async (locale, said) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(said))).toEqual(['contact.noted', 'contact.notRelatives']);
});

test.each([
  ['zh-CN', '还最低就不打电话了吗'],
  ['en-US', 'is the minimum enough to stop the calls'],
  ['en-US', 'does signing stop the letters'],
  ['en-US', 'how much do i have to pay to make the calls stop'],
] as const)('a question whether contact ends stops nothing (%s: %s)', async (locale, said) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(said))).not.toContain('contact.stopped');
  expect(await keptOf(talk, 'C-1004')).toBeUndefined();
});

test.each([
  ['en-US', '13911112222 is the one to use from now on', ['contact.noted', 'contact.number']],
  ['en-US', 'also dont leave voicemails', ['contact.noted', 'contact.notBy']],
  ['en-US', 'stop emailing me at work', ['contact.noted', 'contact.notWork']],
] as const)('only what was asked is noted (%s: %s)', async (locale, said, expected) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(said))).toEqual(expected);
});
