// Only what was named is taken back, and a holder who says who they are is answered.
import { ids, people, verified } from '../../saying';

test.each([
  ['我失业了，没有收入', '撤回异议'],
  ['I lost my job and have no income', 'I want to withdraw my dispute'],
])('after "%s" the customer says "%s": what was not named is not withdrawn', async (first, words) => {
  const talk = await verified(people.canonical);
  await talk.say(first);
  expect(ids(await talk.say(words))).toContain('undo.nothing');
  const cases = await talk.repositories.cases.ofCustomer('C-1001');
  expect(cases.filter(({ kind }) => kind === 'hardship').map(({ status }) => status)).not.toContain('closed');
});

test('a holder who is known and says that they are the holder is answered', async () => {
  const talk = await verified(people.canonical);
  expect((await talk.say('刚才说错了，我就是本人')).text).not.toBe('');
});
