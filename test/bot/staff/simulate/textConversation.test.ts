// What a typing customer makes of replies: anger that was answered is over, and what is not understood is said again, not for ever.
import { converseInText } from '../../../../bot/staff/simulate/text/textConversation';
import { textResult } from '../../../../bot/staff/simulate/text/textResult';
import type { TextReply, TextTalk } from '../../../../bot/staff/simulate/text/textTalk';
import { certainTurn } from '../../../../data/domain/customer/customerTurn';
import { randomFrom } from '../../../../data/domain/simulation/population/random';
import { customerOf } from '../../../data/domain/simulation/cases';
import { shippedSetting } from '../../../data/domain/simulation/shipped';

const nothing: TextReply = { heard: null, move: null, said: [], handedOff: false, taps: [] };

/** A bank that gives these replies in turn, the last one for ever; what was typed is kept. */
function bank(...replies: readonly Partial<TextReply>[]): TextTalk & { readonly typed: string[] } {
  const typed: string[] = [];
  return {
    code: '246810',
    typed,
    say: async (text) => {
      const reply = replies[Math.min(typed.length, replies.length - 1)];
      typed.push(text);
      return { ...nothing, ...reply };
    },
  };
}

const irate = { ...customerOf(shippedSetting(), 'irateLeaver', 2), figureForm: 'plain' as const };
const angry = { heard: { ...certainTurn('abuse'), signals: ['anger' as const] }, said: ['chat.abuse'] };

test('who was angry and was answered says what they came for', async () => {
  const talk = bank(angry, { said: ['thirdParty.sorry'] });
  const { ending, misunderstood } = await converseInText(talk, irate, 'en-US', randomFrom(1));
  expect(talk.typed[1]).toMatch(/\d/);
  expect(ending).toBe('end');
  expect(misunderstood).toEqual([]);
});

test('what is not understood is put in other words three times, and then the customer is gone', async () => {
  const talk = bank({ said: ['clarify.either'], heard: certainTurn('help') });
  const { ending, misunderstood } = await converseInText(talk, irate, 'en-US', randomFrom(1));
  expect(talk.typed).toHaveLength(4);
  expect(ending).toBe('left');
  expect(misunderstood.map(({ meant, heard }) => [meant, heard])).toEqual(Array(4).fill(['abuse', 'help']));
});

test('what typing cost is shared by all that was misunderstood on the way', () => {
  const left = { ending: 'left', turns: 4, plan: null } as const;
  const mishearing = (heard: string) => ({ meant: 'deny', heard, locale: 'en-US', text: 'no', said: [] }) as const;
  const one = {
    silentFen: 0,
    oracleFen: 1000,
    belongsToHardship: false,
    nothingFits: false,
    acts: { ...left, worthFen: 800 },
    text: { ...left, worthFen: 200 },
    misunderstood: [mishearing('help'), mishearing('thanks'), mishearing('thanks')],
  };
  const { misunderstood, surplus, surplusActs } = textResult([one, { ...one, misunderstood: [], text: one.acts }]);
  expect([surplus, surplusActs]).toEqual([0.5, 0.8]);
  expect(misunderstood.map(({ heard, times, lost }) => [heard, times, lost])).toEqual([
    ['thanks', 2, 0.2],
    ['help', 1, 0.1],
  ]);
});
