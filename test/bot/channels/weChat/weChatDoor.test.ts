// /wechat over real HTTP, as the platform meets it: proof, both modes, words and events, repeats, and what it must refuse.
import { request } from 'node:http';
import { signatureOf } from '../../../../bot/channels/weChat/envelope';
import { writeXml } from '../../../../bot/channels/weChat/xml';
import { jpeg } from '../../documents/evidence/sampleFiles';
import { startWeChatHouse, type WeChatHouse, weChatAccount } from '../../support/weChatHouse';
import { signedRequest } from './platform/deliver';

jest.setTimeout(120_000);

let weChat: WeChatHouse;
let inTheClear: WeChatHouse;
beforeAll(async () => {
  [weChat, inTheClear] = await Promise.all([startWeChatHouse(), startWeChatHouse({ plain: true })]);
});
afterAll(async () => {
  await Promise.all([weChat.stop(), inTheClear.stop()]);
});

const proof = (token: string) => {
  const [timestamp, nonce] = ['1700000000', '42'];
  return new URLSearchParams({
    signature: signatureOf([token, timestamp, nonce]),
    timestamp,
    nonce,
    echostr: '5837 echo',
  });
};
const post = async (house: WeChatHouse, query: string, body: string) => {
  const response = await fetch(`${house.house.address}/wechat?${query}`, { method: 'POST', body });
  return { status: response.status, text: await response.text() };
};

/** Matters that a person of the bank was asked for. */
const casesOf = async (house: WeChatHouse, openId: string) => {
  const { items } = await house.house.house.repositories.cases.list({ limit: 1000 });
  return items.filter(({ record }) => record.conversationId.includes(openId));
};

describe('the proof that an address is ours', () => {
  it('is given back to the platform, and only to it', async () => {
    const url = `${weChat.house.address}/wechat?`;
    const right = await fetch(url + proof(weChatAccount.token).toString());
    expect([right.status, await right.text()]).toEqual([200, '5837 echo']);
    const wrong = await fetch(url + proof('another-token').toString());
    expect(wrong.status).toBe(403);
    expect(await wrong.text()).not.toContain('5837');
    expect((await fetch(url)).status).toBe(403);
  });
});

describe.each([
  ['encrypted', () => weChat],
  ['in the clear', () => inTheClear],
])('messages %s', (_mode, house) => {
  it('are answered in the same request', async () => {
    const person = house().platform.follower();
    expect(await person.say('你好')).toContain('助手');
    expect(person.faults).toEqual([]);
    expect(house().platform.callsTo('message/custom/send')).toEqual([]);
  });

  it('greet who follows the account, and answer what is chosen from the menu', async () => {
    const person = house().platform.follower();
    const greeted = await person.follow('branch7');
    expect(greeted.kind).toBe('words');
    const asked = await person.send(person.event('CLICK', '转人工'));
    expect(asked.kind).toBe('words');
    expect((await person.send(person.event('VIEW', 'https://example.com'))).kind).toBe('nothing');
    expect((await person.send(person.event('unsubscribe'))).kind).toBe('nothing');
  });

  it('hear what was spoken, and say of a place that it cannot be read', async () => {
    const person = house().platform.follower();
    await person.say('你好');
    const spoken = await person.send(person.message('voice', { MediaId: 'm', Format: 'amr', Recognition: '转人工' }));
    const place = await person.send(person.message('location', { Location_X: '31.2', Location_Y: '121.5' }));
    expect(spoken.kind).toBe('words');
    expect(place).toMatchObject({ kind: 'words', text: expect.stringMatching(/看不了|打不开/) });
  });

  it('fetch a picture from the platform, and say so where it is not there', async () => {
    const { platform } = house();
    const person = platform.follower();
    await person.say('你好');
    platform.pictures.set('m-1', jpeg());
    platform.endTokens();
    const taken = await person.send(person.message('image', { PicUrl: 'http://localhost/p', MediaId: 'm-1' }));
    expect(taken).toMatchObject({ kind: 'words', text: expect.stringContaining('先核对身份') });
    const lost = await person.send(person.message('image', { PicUrl: 'http://localhost/p', MediaId: 'm-2' }));
    expect(lost).toMatchObject({ kind: 'words', text: expect.stringContaining('没有传到') });
  });

  it('number what could be tapped, and take the number', async () => {
    const person = house().platform.follower();
    const opening = await person.say('你好');
    const human = /^(\d+)\. 转人工$/m.exec(opening)?.[1] ?? '';
    expect(human).not.toBe('');
    await person.say(`回复${human}`);
    expect(await casesOf(house(), person.openId)).toHaveLength(1);
  });
});

it('a message told again is answered with the same words and acted on once', async () => {
  const person = weChat.platform.follower();
  const fields = person.message('text', { Content: '转人工' });
  const first = await person.send(fields);
  const again = await person.send(fields);
  expect(first.kind).toBe('words');
  expect(again).toMatchObject({ kind: 'words', text: first.kind === 'words' ? first.text : '' });
  expect(await casesOf(weChat, person.openId)).toHaveLength(1);
});

it('told again a day later, after a start, it is taken and nothing is said twice', async () => {
  const house = await startWeChatHouse();
  const person = house.platform.follower();
  const fields = person.message('text', { Content: '转人工' });
  await person.send(fields);
  house.platform.skip(24 * 3_600_000);
  await house.restart();
  expect((await person.send(fields)).kind).toBe('nothing');
  expect(house.platform.callsTo('message/custom/send')).toEqual([]);
  await house.stop();
});

it('the same words said twice by one person are two messages, and two people may have the same number', async () => {
  const [one, other] = [weChat.platform.follower(), weChat.platform.follower()];
  expect(await one.say('你好')).not.toBe('');
  expect(await one.say('你好')).not.toBe('');
  const number = weChat.platform.newMessageId();
  const answers = await Promise.all(
    [one, other].map((who) => who.send(who.message('text', { Content: '你好' }, number))),
  );
  expect(answers.map(({ kind }) => kind)).toEqual(['words', 'words']);
});

it('messages that overtake each other are each answered once', async () => {
  const person = weChat.platform.follower();
  const told = ['你好', '怎么还款', '转人工'].map((Content) => person.message('text', { Content }));
  const answers = await Promise.all([...told].reverse().map((fields) => person.send(fields)));
  expect(answers.every(({ kind }) => kind === 'words')).toBe(true);
});

describe('what is refused', () => {
  const fields = () => weChat.platform.follower().message('text', { Content: '你好' });

  it('a wrong or missing signature, without a word about why', async () => {
    const { query, body } = signedRequest(weChat.platform, fields());
    const forged = new URLSearchParams(query);
    forged.set(
      'msg_signature',
      signatureOf(['another-token', forged.get('timestamp') ?? '', forged.get('nonce') ?? '', body]),
    );
    const answers = await Promise.all([
      post(weChat, forged.toString(), body),
      post(weChat, '', body),
      post(weChat, query, body.replace(/A/, 'B')),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(403);
    expect(answers[0]?.text).not.toMatch(/signature|token|key|appid/i);
  });

  it('words in the clear where the account has a key: the weaker way is not for anyone to choose', async () => {
    const { query } = signedRequest(weChat.platform, fields());
    expect((await post(weChat, query, writeXml(fields()))).status).toBe(403);
  });

  it('a message that was sealed for another account', async () => {
    const other = { account: { ...weChatAccount, appId: 'wx0000000000000001' }, now: Date.now };
    const { query, body } = signedRequest(other, fields());
    expect((await post(weChat, query, body)).status).toBe(403);
  });

  it('a document type, an entity, no XML at all', async () => {
    const person = inTheClear.platform.follower();
    const { query } = signedRequest(inTheClear.platform, person.message('text', { Content: 'a' }));
    for (const body of [
      '<!DOCTYPE x [<!ENTITY a "b">]><xml><MsgType>text</MsgType></xml>',
      '<xml><Content>&a;</Content></xml>',
      '{}',
      '',
    ])
      expect((await post(inTheClear, query, body)).status).toBe(400);
  });

  it('a body that is too large, before it is read', async () => {
    const { query } = signedRequest(weChat.platform, fields());
    const { status } = await post(weChat, query, 'x'.repeat(70 * 1024));
    expect(status).toBe(413);
  });

  it('a body that never ends holds up nobody else', async () => {
    const { port } = new URL(weChat.house.address);
    const hanging = request({
      port,
      host: '127.0.0.1',
      path: '/wechat',
      method: 'POST',
      headers: { 'Content-Length': '1000' },
    });
    hanging.on('error', () => undefined);
    hanging.write('<xml>');
    expect(await weChat.platform.follower().say('你好')).not.toBe('');
    hanging.destroy();
  });
});

it('a message that the platform gave up on is not lost: who asks again gets the answer', async () => {
  const person = weChat.platform.follower();
  const fields = person.message('text', { Content: '你好' });
  const { query, body } = signedRequest(weChat.platform, fields);
  const { port } = new URL(weChat.house.address);
  // The connection ends before the answer can go.
  await new Promise<void>((resolve) => {
    const sent = request({
      port,
      host: '127.0.0.1',
      path: `/wechat?${query}`,
      method: 'POST',
      headers: { 'Content-Length': Buffer.byteLength(body) },
    });
    sent.on('error', () => resolve());
    sent.end(body, () => sent.destroy());
    sent.on('close', () => resolve());
  });
  await person.send(fields);
  await person.seen(1);
  await person.say('你好');
  expect(person.shown).toHaveLength(2);
});
