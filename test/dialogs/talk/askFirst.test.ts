// What would freeze an account is asked about once unless it was said plainly (R3).
import { Talk } from '../../support/talk';
import { ids } from '../saying';

test.each([
  ['en-US', 'want to roll my two cards into one monthly thing. nurse, paid on 27th'],
  ['en-US', 'can i have one plan for both, i get paid every friday'],
  ['zh-CN', '两张卡想合一起还，我每月27号发工资'],
] as const)('the day that wages come freezes nothing as a payment (%s, %s)', async (locale, said) => {
  const talk = await Talk.begin({ locale });
  await talk.say(said);
  const reply = ids(await talk.say('2201 7744'));
  expect(reply).toContain('verify.done');
  expect(reply.some((id) => id.startsWith('alreadyPaid.'))).toBe(false);
});
