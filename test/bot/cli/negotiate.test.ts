// npm run negotiate, line by line: what a bank's own simulator writes, and what it reads back.

import { ConversationMemory } from '../../../bot/cli/conversation/conversationMemory';
import { answerLine, type Desk, type Known } from '../../../bot/cli/parts/negotiateLine';
import { certainTurn } from '../../../data/domain/customer/customerTurn';
import { shippedLimits, theAccount, today } from '../../data/domain/negotiation/bargaining';

function aDesk(inMemoryMax = 10): Desk & { memory: ConversationMemory<Known>; texts: string[] } {
  const memory = new ConversationMemory<Known>(inMemoryMax);
  const texts: string[] = [];
  return {
    memory,
    texts,
    limits: shippedLimits,
    today,
    understand: () => (text) => {
      texts.push(text);
      return certainTurn('negotiate.terms', { monthlyAmount: { max: 800 } });
    },
    get: (id) => memory.get(id),
    set: (id, known) => memory.set(id, known),
  };
}

const account = theAccount();
const say = (desk: Desk, line: unknown) =>
  JSON.parse(answerLine(typeof line === 'string' ? line : JSON.stringify(line), desk));

test('a whole conversation by its id: asked, offered, read back, agreed', () => {
  const desk = aDesk();
  expect(say(desk, { id: 'c1', account, turn: { intent: 'negotiate.start', slots: {} } })).toMatchObject({
    id: 'c1',
    policyVersion: 'offers-2026-11',
    move: { kind: 'ask', slot: 'monthlyAmount', offers: [], agreement: null },
  });
  const terms = { intent: 'negotiate.terms', slots: { monthlyAmount: { min: 1200, max: 1200 }, payday: 15 } };
  const { move } = say(desk, { id: 'c1', turn: terms });
  expect(move.offers.map((offer: { totalFen: number }) => offer.totalFen)).toEqual([2_877_955, 2_830_668]);
  expect(say(desk, { id: 'c1', turn: { intent: 'negotiate.accept', slots: { offerNumber: 1 } } }).move.kind).toBe(
    'readBack',
  );
  expect(say(desk, { id: 'c1', turn: { intent: 'affirm' } }).move).toMatchObject({
    kind: 'agreed',
    agreement: { number: 1, instalmentFen: 47_966, policyVersion: 'offers-2026-11' },
  });
});

describe('the two steps of a signature', () => {
  const menu = { intent: 'negotiate.terms', slots: { monthlyAmount: { min: 700, max: 800 }, payday: 15 } };
  const choose = (offerNumber: number) => ({ intent: 'negotiate.accept', slots: { offerNumber } });
  /** Lines of one id, the account on the first; the last answer. */
  const talk = (desk: Desk, ...turns: readonly unknown[]) =>
    turns.map((turn, index) => say(desk, { id: 's', ...(index === 0 ? { account } : {}), turn }).move);

  test('affirm with no read-back before asks which offer is meant, and agrees to nothing', () => {
    const moves = talk(aDesk(), menu, { intent: 'affirm' }, { intent: 'affirm' });
    expect(moves.map(({ kind }) => kind)).toEqual(['offer', 'ask', 'ask']);
  });

  test('affirm as the very first line asks too', () => {
    expect(talk(aDesk(), { intent: 'affirm' })[0]).toMatchObject({ kind: 'ask', agreement: null });
  });

  test.each(['嗯', '好的', 'ok', '👍', '我同意', '确认?', 'confirm?'])(
    'typed "%s" after a read-back agrees to nothing',
    (text) => {
      const desk = { ...aDesk(), understand: () => () => certainTurn('affirm') };
      const moves = talk(desk, menu, choose(1), { text });
      expect(moves.map(({ kind }) => kind)).toEqual(['offer', 'readBack', 'readBack']);
    },
  );

  test.each(['确认', 'confirm', 'I agree to sign'])('typed "%s" after a read-back agrees', (text) => {
    const desk = { ...aDesk(), understand: () => () => certainTurn('affirm') };
    expect(talk(desk, menu, choose(1), { text }).at(-1)).toMatchObject({ kind: 'agreed', agreement: { number: 1 } });
  });

  test.each([
    ['a refusal', { intent: 'negotiate.reject' }],
    ['a no', { intent: 'deny' }],
    ['another figure', { intent: 'negotiate.terms', slots: { monthlyAmount: { max: 600 } } }],
    ['a wish for less', { intent: 'negotiate.priceRelief' }],
  ])('after %s the read-back is void', (_, turn) => {
    const moves = talk(aDesk(), menu, choose(1), turn, { intent: 'affirm' });
    expect(moves.at(-1)?.kind).not.toBe('agreed');
  });

  test('an account that comes anew with a payment in between is read back anew', () => {
    const desk = aDesk();
    talk(desk, menu, choose(1));
    const paid = { ...account, balanceFen: account.balanceFen - 200_000, principalFen: account.principalFen - 200_000 };
    const answer = say(desk, { id: 's', account: paid, turn: { intent: 'affirm' } });
    expect(answer.move).toMatchObject({ kind: 'readBack', offers: [{ number: 1 }] });
    expect(answer.move.reasons.map(({ rule }: { rule: string }) => rule)).toContain('table.remade');
    expect(say(desk, { id: 's', turn: { intent: 'affirm' } }).move.kind).toBe('agreed');
  });

  test('the proof is no part of the answer, and once agreed nothing is agreed again', () => {
    const desk = aDesk();
    const agreed = talk(desk, menu, choose(1), { intent: 'affirm' }).at(-1);
    expect(Object.keys(agreed)).not.toContain('proof');
    for (const intent of ['negotiate.reject', 'affirm', 'negotiate.start'])
      expect(say(desk, { id: 's', turn: { intent } }).move).toMatchObject({ kind: 'end', offers: [], agreement: null });
  });
});

test('a vague yes typed to a promise that was read back records nothing', () => {
  const desk: Desk = { ...aDesk(), understand: () => () => certainTurn('affirm') };
  const slots = { lumpSum: { min: 3000, max: 3000 }, payDate: '2026-12-15' };
  say(desk, { id: 'p', account, turn: { intent: 'promiseToPay', slots } });
  expect(say(desk, { id: 'p', turn: { text: '嗯', locale: 'zh-CN' } }).move).toMatchObject({ recorded: false });
  expect(say(desk, { id: 'p', turn: { text: '确认', locale: 'zh-CN' } }).move).toMatchObject({ recorded: true });
});

test('text goes through understanding', () => {
  const desk = aDesk();
  const answer = say(desk, { id: 1, account, turn: { text: '每个月最多还八百', locale: 'zh-CN' } });
  expect(answer).toMatchObject({ id: 1, move: { kind: 'offer' } });
  expect(desk.texts).toEqual(['每个月最多还八百']);
});

test.each<readonly [string, unknown, unknown]>([
  ['no JSON', 'hello', null],
  ['half of a line whose id can still be made out', '{"id":"c1","turn":{"intent"', 'c1'],
  ['an empty line', '', null],
  ['a list', [], null],
  ['no id', { turn: { intent: 'affirm' } }, null],
  ['an id that nobody has introduced', { id: 'x', turn: { intent: 'affirm' } }, 'x'],
  ['an intent that does not exist', { id: 'c1', turn: { intent: 'negotiate.everything' } }, 'c1'],
  ['a slot that does not exist', { id: 'c1', turn: { intent: 'negotiate.terms', slots: { generosity: 1 } } }, 'c1'],
  ['a negative amount', { id: 'c1', turn: { intent: 'negotiate.terms', slots: { monthlyAmount: { max: -5 } } } }, 'c1'],
  ['no turn', { id: 'c1' }, 'c1'],
  [
    'a balance that does not add up',
    { id: 'y', account: { ...account, balanceFen: 1 }, turn: { intent: 'affirm' } },
    'y',
  ],
])('%s is answered with id and error, and disturbs nothing', (_, line, id) => {
  const desk = aDesk();
  say(desk, { id: 'c1', account, turn: { intent: 'negotiate.start' } });
  const wrong = say(desk, line);
  expect(Object.keys(wrong)).toEqual(['id', 'error']);
  expect(wrong.id).toBe(id);
  expect(wrong.error.length).toBeGreaterThan(5);
  expect(
    say(desk, { id: 'c1', turn: { intent: 'negotiate.terms', slots: { monthlyAmount: { max: 800 } } } }).move.kind,
  ).toBe('offer');
});

test('a line too long to be a turn is refused', () => {
  expect(say(aDesk(), ' '.repeat(300_000)).error).toMatch(/longer/);
});

test('a balance in the customer’s favour and one of ten million have an answer', () => {
  const owed = (fen: number) => ({
    balanceFen: fen,
    principalFen: fen,
    interestFen: 0,
    feesFen: 0,
    daysPastDue: 10_957,
  });
  const answer = (fen: number) =>
    say(aDesk(), { id: 'a', account: owed(fen), turn: { intent: 'negotiate.start' } }).move;
  expect(answer(-100)).toMatchObject({ kind: 'refuse', reason: 'nothingOwed' });
  expect(answer(1_000_000_000)).toMatchObject({ kind: 'refuse', reason: 'balanceTooLarge' });
});

test('conversations that no longer fit in memory are taken up from disk, in any order', () => {
  const desk = aDesk(3);
  const ids = Array.from({ length: 40 }, (_, i) => `c${i}`);
  try {
    for (const id of ids) say(desk, { id, account, turn: { intent: 'negotiate.start' } });
    for (const id of [...ids].reverse())
      expect(
        say(desk, { id, turn: { intent: 'negotiate.terms', slots: { monthlyAmount: { max: 800 } } } }).move.kind,
      ).toBe('offer');
    for (const id of ids)
      expect(say(desk, { id, turn: { intent: 'negotiate.accept', slots: { offerNumber: 1 } } }).move.kind).toBe(
        'readBack',
      );
    expect(desk.get('string:never')).toBeUndefined();
  } finally {
    desk.memory.close();
  }
});
