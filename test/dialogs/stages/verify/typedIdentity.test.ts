// What people type to show who they are, read without a conversation around it.
import fc from 'fast-check';
import { readIdentity } from '../../../../dialogs/stages/verify/typedIdentity';

const both = (cardTail: string, idTail: string, rest = '') => ({ kind: 'both', cardTail, idTail, rest });

test.each([
  ['看错了 是6688 1234', both('6688', '1234')],
  ['尾号2212的卡 身份证后四位7744', both('2212', '7744')],
  ['三一零一 四四一七', both('3101', '4417')],
  ['4401 身份证8853', both('4401', '8853')],
  ['身份证和卡号后四位 1234 6688', both('6688', '1234')],
  ['id 6635, card 7501. balance please', both('7501', '6635', 'balance please')],
  ['plan pls, 800/m 8801 310X', both('8801', '310X', 'plan pls, 800/m')],
  ['2201 7744 3,000 on 10 Dec for the 2212 card', both('2201', '7744', '3,000 on 10 Dec for the 2212 card')],
  ['(card) 3202 (id) 5526', both('3202', '5526')],
])('unasked, "%s" holds both endings', (text, read) => {
  expect(readIdentity(text, false)).toEqual(read);
});

test.each([
  '1000 2000',
  'rent is 2200 and pay is 6400',
  '每月1500',
  '139 1234 5678',
  '400-000-6688',
  '只办2201',
  '2026-11-30',
])('unasked, "%s" is something else', (text) => {
  expect(readIdentity(text, false)).toBeUndefined();
});

test.each(['每月1500', 'I can pay 1500 a month', '可以还1500', '12月那期要还多少', '我没带卡', '66881234567890'])(
  'asked for the endings, "%s" is no answer',
  (text) => {
    expect(readIdentity(text, true)).toBeUndefined();
  },
);

const ending = fc.stringMatching(/^\d{3}[1-9]$/);

test('two endings are read the same however they are dressed, in either language', () => {
  const dresses: readonly ((card: string, id: string) => string)[] = [
    (card, id) => `${card} ${id}`,
    (card, id) => `卡号${card}，身份证${id}`,
    (card, id) => `身份证后四位${id}，卡号后四位${card}`,
    (card, id) => `id ${id} card ${card}`,
    (card, id) => `card ending in ${card} and ID ending in ${id}`,
    (card, id) => `${card}${id}`,
  ];
  fc.assert(
    fc.property(ending, ending, fc.constantFrom(...dresses), (card, id, dress) => {
      expect(readIdentity(dress(card, id), true)).toEqual(both(card, id));
    }),
  );
});

test.each(['its ending in 3101', 'card ends in 3101', 'mine ends with 3101'])(
  '"%s" names the card, by its ending alone',
  (typed) => {
    expect(readIdentity(typed, true)).toMatchObject({ kind: 'half', of: 'cardTail', digits: '3101' });
  },
);
