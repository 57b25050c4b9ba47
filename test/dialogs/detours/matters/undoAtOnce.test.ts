// Taken back in the next breath, or in the same one: a hardship told by mistake, a payment to another bank, a dispute solved.
import { ids, people, saying, verified } from '../../saying';

test.each([
  ['zh-CN', ['我失业了', '不对不对，说错了，我还在上班'], 'undo.case'],
  ['en-US', ['i lost my job', "no wait i've still got it, forget that"], 'undo.case'],
  ['zh-CN', ['我上周五还了1500', '哦不对，那笔是还到别的银行的'], 'undo.case'],
  ['en-US', ['i paid 1500 on friday', 'oh hang on that was the other bank'], 'undo.case'],
] as const)('what was told by mistake is withdrawn (%s: %s)', async (locale, said, id) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await saying(talk, ...said))).toContain(id);
});

test.each([
  ['zh-CN', '那笔是我女儿充的游戏，我认了，不用查了'],
  ['en-US', "mystery solved, that charge was my daughters game thing, i'll own it. drop the investigation"],
] as const)('a dispute that is taken back is not begun anew in the same breath (%s)', async (locale, said) => {
  const talk = await verified(people.disputed, locale);
  const reply = await talk.say(said);
  expect(ids(reply)).toEqual(['undo.case']);
  const again = await talk.say(locale === 'zh-CN' ? '对，撤了吧' : 'yes close it');
  expect(ids(again)).toContain('undo.case');
});
