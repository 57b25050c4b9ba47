// Words that cannot go back in the same request: late turns, tokens that die, a platform that refuses or is down.
import { startWeChatHouse, type WeChatHouse } from '../../support/weChatHouse';
import type { Follower } from './platform/follower';
import { HeldTurns } from './platform/heldTurns';
import type { ApiCall, FakePlatform } from './platform/platform';

jest.setTimeout(30_000);

const gate = new HeldTurns();
let house: WeChatHouse;
let platform: FakePlatform;
beforeEach(async () => {
  house = await startWeChatHouse({ around: gate.around, answerMs: 40, templateId: 'answer-waits' });
  platform = house.platform;
});
afterEach(() => house.stop());

const sendsTo = ({ openId }: Follower) =>
  platform.asked.filter(({ path, body }) => path.endsWith('custom/send') && body.touser === openId);

/** Says something whose turn ends only after the platform was told that it is taken; gives how to go on. */
async function sayLate(person: Follower, text: string) {
  const turn = gate.hold(person);
  const fields = person.message('text', { Content: text });
  expect(await person.send(fields)).toMatchObject({ kind: 'nothing' });
  return { ...turn, fields };
}

/** Waits for something to become true; a platform that is closed means that the test has ended in vain. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const own = platform;
  while (!(await isSo())) {
    if (own.isClosed) throw new Error('it did not become true');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a turn that takes longer than the platform waits', () => {
  it('is taken in time without words, and answered once by the API when it is over', async () => {
    const person = platform.follower();
    const { open, fields } = await sayLate(person, '你好');
    expect(person.shown).toEqual([]);
    // Told again while it lasts and after it, by a platform that had not noticed.
    expect((await person.send(fields)).kind).toBe('nothing');
    open();
    expect((await person.seen(1))[0]).toMatchObject({ by: 'api' });
    expect((await person.send(fields)).kind).toBe('nothing');
    await person.say('怎么还款');
    await person.seen(2);
    await person.say('会怎么样');
    expect(await person.seen(3)).toHaveLength(3);
  });

  it('and then fails is taken up again, so that the message is not lost', async () => {
    const person = platform.follower();
    const { fail } = await sayLate(person, '转人工');
    fail();
    await house.restart();
    expect((await person.seen(1))[0]).toMatchObject({ by: 'api', text: expect.stringContaining('转给') });
    await person.say('你好');
    expect(await person.seen(2)).toHaveLength(2);
    expect((await house.house.store.list('weChatWaiting')).items).toEqual([]);
  });

  it('leaves no words of the customer behind once it is over', async () => {
    const person = platform.follower();
    const { open } = await sayLate(person, '你好');
    expect((await house.house.store.list('weChatWaiting')).items).toHaveLength(1);
    open();
    await person.seen(1);
    await until(async () => (await house.house.store.list('weChatWaiting')).items.length === 0);
  });
});

it('a turn that fails at once is asked for again by the platform until it succeeds', async () => {
  const person = platform.follower();
  const { fail } = gate.hold(person);
  const told = person.send(person.message('text', { Content: '你好' }));
  fail();
  await told;
  await person.seen(1);
  expect((await told).attempts).toBe(2);
});

describe('the token of the API', () => {
  it('is fetched once, however many messages wait for it', async () => {
    const people = Array.from({ length: 20 }, () => platform.follower());
    const late = await Promise.all(people.map((person) => sayLate(person, '你好')));
    for (const { open } of late) open();
    await Promise.all(people.map((person) => person.seen(1)));
    expect(platform.tokensGiven).toBe(1);
    expect(people.map((person) => sendsTo(person).length)).toEqual(people.map(() => 1));
  });

  it('is refused to twenty at once: one new one is fetched, and each message is shown once', async () => {
    const first = platform.follower();
    (await sayLate(first, '你好')).open();
    await first.seen(1);
    platform.endTokens();
    const people = Array.from({ length: 20 }, () => platform.follower());
    const late = await Promise.all(people.map((person) => sayLate(person, '你好')));
    for (const { open } of late) open();
    await Promise.all(people.map((person) => person.seen(1)));
    expect(platform.tokensGiven).toBe(2);
    expect(people.map(({ shown }) => shown.length)).toEqual(people.map(() => 1));
  });

  it('dies in mid-conversation without a word being lost', async () => {
    const person = platform.follower();
    for (const [index, text] of ['你好', '怎么还款', '转人工'].entries()) {
      (await sayLate(person, text)).open();
      await person.seen(index + 1);
      platform.endTokens();
    }
    expect(person.shown.map(({ by }) => by)).toEqual(['api', 'api', 'api']);
    expect(platform.tokensGiven).toBe(3);
  });

  it('is given only at its older address: that one is used', async () => {
    platform.hasStableToken = false;
    const person = platform.follower();
    (await sayLate(person, '你好')).open();
    await person.seen(1);
    expect(platform.tokensGiven).toBe(1);
  });
});

describe('a platform that is down', () => {
  it('loses nothing and shows nothing twice: what waited comes first, in its order', async () => {
    const person = platform.follower();
    await person.say('你好');
    platform.refuse = () => 'broken';
    for (const text of ['怎么还款', '转人工']) {
      const before = sendsTo(person).length + platform.asked.length;
      (await sayLate(person, text)).open();
      await until(() => sendsTo(person).length + platform.asked.length > before);
    }
    expect(person.shown).toHaveLength(1);
    platform.refuse = null;
    // The open request takes what has waited longest, the others follow it.
    await person.say('谢谢');
    await person.seen(4);
    await person.say('会怎么样');
    await person.seen(5);
    expect(new Set(person.shown.map(({ text }) => text)).size).toBe(5);
    expect(person.shown[2]?.text).toContain('转给');
  });

  it('is tried again after a start, without the customer having to write', async () => {
    const person = platform.follower();
    platform.refuse = () => 'broken';
    (await sayLate(person, '你好')).open();
    await until(() => platform.asked.length > 0);
    platform.refuse = null;
    await house.restart();
    await person.seen(1);
  });
});

describe('somebody who may not be written to now', () => {
  const notices = async (): Promise<string[]> => {
    const { items } = await house.house.store.list('weChatNotices');
    return items.map(({ value }) => `${Object(value).errcode} ${Object(value).template}`);
  };
  const refusing = (errcode: number) => (call: ApiCall) => (call.path.endsWith('custom/send') ? errcode : undefined);

  it.each([
    ['nothing was written for 48 hours', 45015],
    ['too many messages followed one of theirs', 45047],
    ['the account is not followed any more', 43004],
  ])('because %s: the record says so, and the words come with their next message', async (_why, errcode) => {
    const person = platform.follower();
    platform.refuse = refusing(errcode);
    (await sayLate(person, '你好')).open();
    await until(async () => (await notices()).length > 0);
    expect(await notices()).toEqual([`${errcode} none`]);
    platform.refuse = null;
    await person.say('转人工');
    expect((await person.seen(2))[1]?.text).toContain('转给');
    await person.say('谢谢');
    expect(await person.seen(3)).toHaveLength(3);
  });

  it('is told once by a template message that an answer waits, without a word of it; the record says that it was shown', async () => {
    const person = platform.follower();
    platform.refuse = refusing(45015);
    (await sayLate(person, '你好')).open();
    await until(async () => (await notices()).length > 0);
    // Each start tries again what waits.
    await house.restart();
    await until(async () => (await notices()).includes('45015 shown'));
    await house.restart();
    await person.say('谢谢');
    const templates = platform.callsTo('message/template/send');
    expect(templates.map(({ body }) => body)).toEqual([
      { touser: person.openId, template_id: 'answer-waits', data: {} },
    ]);
  });

  it('by the platform’s own count: five messages after one of theirs, and more with their next', async () => {
    const person = platform.follower();
    await person.say('你好');
    platform.skip(48 * 3_600_000);
    expect(person.takeAllowance()).toBe('late');
    const late = await sayLate(person, '怎么还款');
    for (let used = 0; used < 5; used++) expect(person.takeAllowance()).toBe('ok');
    late.open();
    await until(async () => (await notices()).length > 0);
    expect(await notices()).toEqual(['45047 none']);
  });
});
