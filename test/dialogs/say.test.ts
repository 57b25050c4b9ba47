// What was said becomes messages that fit the channel: nothing is cut, nothing is lost, the last one carries what can be tapped.
import fc from 'fast-check';
import { certainTurn } from '../../data/domain/customer/customerTurn';
import { toSpeech } from '../../dialogs/say';
import { areNumbered, type ChannelAbilities, mayBeNumbered } from '../../dialogs/talk/channel/channelAbilities';
import { newConversationState } from '../../dialogs/talk/conversationState';
import type { DialogServices } from '../../dialogs/talk/services';
import { Turn } from '../../dialogs/talk/turn';

function turnSaying(lines: readonly string[]): Turn {
  const input = {
    text: '',
    arrival: false,
    files: [],
    conversationId: 'c',
    channelId: 'sms',
    userId: 'u',
    address: null,
    signedInAs: null,
    inGroup: false,
    now: '2026-11-23T02:00:00.000Z',
    today: '2026-11-23',
    state: newConversationState('en-US', '2026-11-23'),
    // No offers are shown here, so that nothing is asked of the services.
    services: {} as DialogServices,
    masked: '',
    identity: null,
  };
  const turn = new Turn(input, certainTurn('greeting'));
  for (const text of lines) turn.lines.push({ id: 'opening.again', text, sources: [], values: {} });
  return turn.tap('button.human', {}, 'human');
}

const channel = (textMax: number, buttonsMax: number): ChannelAbilities => ({
  cardVersion: null,
  buttonsMax,
  buttonsBesideCard: true,
  cardButtons: 'words',
  calls: false,
  takesFiles: false,
  textMax,
});

test('lines of any length reach a channel of short texts whole and in order', () => {
  const line = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !text.includes('\n'));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.constantFrom(0, 1, 3), (lines, buttonsMax) => {
      const speeches = toSpeech(turnSaying(lines), channel(120, buttonsMax));
      const texts = speeches.map(({ activity }) => activity.text ?? '');
      const whole = texts.join('\n').split('\n');
      expect(buttonsMax > 0 ? whole : whole.slice(0, -3)).toEqual(lines);
      expect(texts.every((text) => text.length <= 120)).toBe(true);
      expect(speeches.map(({ approved }) => approved.text)).toEqual(texts);
      expect(speeches.findIndex(({ activity }) => activity.suggestedActions !== undefined)).toBe(
        buttonsMax > 0 ? speeches.length - 1 : -1,
      );
    }),
  );
});

test('what fits is one message', () => {
  expect(toSpeech(turnSaying(['one', 'two']), channel(1600, 3))).toHaveLength(1);
});

test('without buttons, what can be tapped stands below the text with its number, and the guard knows every word of it', () => {
  const [only] = toSpeech(turnSaying(['one']), channel(1600, 0));
  expect(only?.activity.text).toBe('one\n\nJust reply with a number:\n1. Talk to a person');
  expect(only?.activity.suggestedActions).toBeUndefined();
  expect(only?.approved.spoken.map(({ id }) => id)).toEqual(['opening.again', 'taps.byNumber', 'taps.numbered']);
});

test('where buttons are not drawn beside a card, no number is counted without one', () => {
  const teams: ChannelAbilities = { ...channel(1600, 3), cardVersion: 1.5, buttonsBesideCard: false };
  expect([areNumbered(3, false, teams), areNumbered(3, true, teams), areNumbered(4, false, teams)]).toEqual([
    false,
    true,
    true,
  ]);
  expect([areNumbered(0, true, teams), mayBeNumbered(0, teams), mayBeNumbered(1, teams)]).toEqual([false, false, true]);
});
