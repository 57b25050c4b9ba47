// Every message and event of the platform by name, and what is told of it.
import { readMessage } from '../../../../bot/channels/weChat/incoming';

const head = { ToUserName: 'gh_1', FromUserName: 'oA', CreateTime: '1700000000' };
const message = (type: string, more: Record<string, string> = {}) =>
  readMessage({ ...head, MsgType: type, MsgId: '6054768590064713728', ...more });
const event = (name: string, more: Record<string, string> = {}) =>
  readMessage({ ...head, MsgType: 'event', Event: name, ...more });

test('words that were typed, spoken or chosen from the menu are words', () => {
  expect(message('text', { Content: '我想分期' })).toEqual({
    openId: 'oA',
    account: 'gh_1',
    id: '6054768590064713728',
    kind: 'words',
    text: '我想分期',
  });
  expect(message('voice', { MediaId: 'm', Format: 'amr', Recognition: '还不起了' })).toMatchObject({
    kind: 'words',
    text: '还不起了',
  });
  expect(event('CLICK', { EventKey: '转人工' })).toMatchObject({ kind: 'words', text: '转人工' });
});

test('a picture is named as the platform names it', () => {
  expect(message('image', { PicUrl: 'https://example.com/a', MediaId: 'm-1' })).toMatchObject({
    kind: 'picture',
    mediaId: 'm-1',
  });
  expect(message('image', { PicUrl: 'https://example.com/a' })).toBeUndefined();
});

test.each(['video', 'shortvideo', 'file', 'location', 'link', 'miniprogrampage'])(
  '%s is something that cannot be read',
  (type) => {
    expect(message(type, { PicUrl: 'https://example.com/a', MediaId: 'm' })).toMatchObject({ kind: 'file' });
  },
);

test('a sound that nobody recognised is something that cannot be read, not an empty text', () => {
  expect(message('voice', { MediaId: 'm', Recognition: '' })).toMatchObject({ kind: 'file', contentType: 'audio/amr' });
  expect(message('voice', { MediaId: 'm' })).toMatchObject({ kind: 'file' });
});

test('who follows or scans has arrived, with the scene of the code', () => {
  expect(event('subscribe', { EventKey: '' })).toMatchObject({ kind: 'arrival', scene: '' });
  expect(event('subscribe', { EventKey: 'qrscene_branch7', Ticket: 't' })).toMatchObject({
    kind: 'arrival',
    scene: 'branch7',
  });
  expect(event('SCAN', { EventKey: 'branch7', Ticket: 't' })).toMatchObject({ kind: 'arrival', scene: 'branch7' });
});

test('the platform’s other events are taken note of', () => {
  expect(event('unsubscribe')).toMatchObject({ kind: 'left' });
  expect(event('TEMPLATESENDJOBFINISH', { MsgID: '200163836', Status: 'failed:user block' })).toMatchObject({
    kind: 'templateResult',
    messageId: '200163836',
    status: 'failed:user block',
  });
  for (const name of [
    'VIEW',
    'LOCATION',
    'view_miniprogram',
    'scancode_push',
    'scancode_waitmsg',
    'pic_sysphoto',
    'pic_weixin',
    'location_select',
    'something_new',
  ])
    expect(event(name)).toMatchObject({ kind: 'nothing' });
  expect(message('something_new')).toMatchObject({ kind: 'nothing' });
});

test('two entries of the menu tapped in one second are two events, the same one told twice is one', () => {
  expect(event('CLICK', { EventKey: 'a' })?.id).not.toBe(event('CLICK', { EventKey: 'b' })?.id);
  expect(event('CLICK', { EventKey: 'a' })?.id).toBe(event('CLICK', { EventKey: 'a' })?.id);
});

test.each([
  ['without a sender', { ...head, FromUserName: '', MsgType: 'text', MsgId: '1', Content: 'a' }],
  ['with half a character in its id', { ...head, FromUserName: '\ud800', MsgType: 'text', MsgId: '1', Content: 'a' }],
  ['without a number', { ...head, MsgType: 'text', Content: 'a' }],
  ['of elements where words should be', { ...head, MsgType: 'text', MsgId: '1', Content: { a: 'b' } }],
  ['told of twice in one', { ...head, MsgType: 'text', MsgId: ['1', '2'], Content: 'a' }],
  ['without a type', { ...head, MsgId: { a: '1' } }],
])('a message %s is none', (_what, xml) => {
  expect(readMessage(xml)).toBeUndefined();
});
