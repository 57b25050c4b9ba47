// Wishes about contact are read as they are said: no more is stopped than was asked, and a call-back gets its day and time.
import type { ContactWish } from '../../../data/domain/customer/customerTurn';
import { extractSlots } from '../../../dialogs/understanding/slots/extractSlots';
import { slotsFor } from '../../../dialogs/understanding/slots/slotsByIntent';
import { normalise } from '../../../dialogs/understanding/text/normalise';

const refDate = '2026-11-23';
const extract = (text: string) =>
  extractSlots(normalise(text).text, /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US', { refDate });
const wish = (text: string) => slotsFor('contactPreference', extract(text), refDate).contact;

describe('a customer who wishes to be contacted otherwise', () => {
  const wishes: [string, ContactWish][] = [
    ["don't ring my work", { rule: 'not', channels: ['phone'], where: 'work' }],
    ['晚上八点以后别找我', { rule: 'not', from: '20:00' }],
    ['别再让外包的找我', { rule: 'not', where: 'agency' }],
    ['打这个号13900001111', { rule: 'only', channels: ['phone'], number: '13900001111' }],
    ['call me on 139 1234 5678 not at work', { rule: 'only', channels: ['phone'], number: '13912345678' }],
    ["don't use 13900000000 any more", { rule: 'not', number: '13900000000' }],
    ['please start contacting me again', { rule: 'resume' }],
    ['可以恢复打电话了', { rule: 'resume', channels: ['phone'] }],
    ['停！！别发了', { rule: 'stop' }],
    ['停止一切联系', { rule: 'stop' }],
    ['stop all of it, calls, texts, everything', { rule: 'stop' }],
    ['别再打电话了', { rule: 'not', channels: ['phone'] }],
    ['短信也别发电话也别打', { rule: 'not', channels: ['sms', 'phone'] }],
    ['邮件和短信都行就是别打电话', { rule: 'only', channels: ['email', 'sms'] }],
    ["text me, don't call", { rule: 'only', channels: ['sms'] }],
    ['wechat or text, nothing else', { rule: 'only', channels: ['wechat', 'sms'] }],
    ['only text me after 6', { rule: 'only', channels: ['sms'], from: '18:00' }],
    [
      'only call between 2 and 4 in the afternoon',
      { rule: 'only', channels: ['phone'], from: '14:00', until: '16:00' },
    ],
    ["don't ring before 10", { rule: 'not', channels: ['phone'], until: '10:00' }],
    ['never ring me before 9 or after 8', { rule: 'not', channels: ['phone'], from: '20:00', until: '09:00' }],
    ['上午十点到十一点半联系我', { rule: 'only', from: '10:00', until: '11:30' }],
    ['我妈有心脏病，别给她打电话', { rule: 'not', channels: ['phone'], where: 'relatives' }],
    ['please stop ringing my wife', { rule: 'not', channels: ['phone'], where: 'relatives' }],
  ];
  it.each(wishes)('%s', (text, contact) => expect(wish(text)).toEqual(contact));

  it.each(['周末别联系我', 'no calls in the morning'])('%s: a part of the time stops nothing altogether', (text) =>
    expect(wish(text)).toBeUndefined(),
  );
});

describe('a customer who asks to be called back', () => {
  it.each([
    ['明天上午十点给我回电', '2026-11-24T10:00'],
    ['下周一早上9点半打我', '2026-11-30T09:30'],
    ['今晚八点一刻打给我', '2026-11-23T20:15'],
    ['call me tomorrow at 3', '2026-11-24T15:00'],
    ['call me back thursday at half past four', '2026-11-26T16:30'],
    ['phone me at quarter to six', '2026-11-23T17:45'],
    ['callback wednesday noon', '2026-11-25T12:00'],
    ['call me at 1500 hrs', '2026-11-23T15:00'],
  ])('%s', (text, callbackAt) => expect(slotsFor('ask.queue', extract(text), refDate)).toEqual({ callbackAt }));

  it.each(['还要等40分钟吗', "I'm number 12, how long"])('%s names no time', (text) =>
    expect(slotsFor('ask.queue', extract(text), refDate)).toEqual({}),
  );
});

describe('a customer who says that a wish about contact was heeded', () => {
  it.each([
    'You did stop, thanks. let me know if anything changes',
    'thanks for stopping the calls',
    'you stopped ringing, thank you',
    '你们确实没再打了 谢谢',
    '谢谢你们不打了',
  ])('%s wishes for nothing more, and for no more contact', (text) => {
    expect(wish(text)).toBeUndefined();
    expect(slotsFor('undo', extract(text), refDate).contact).toBeUndefined();
  });
  it.each<[string, ContactWish]>([
    ['you said you would stop, so stop', { rule: 'stop' }],
    ['you can text me again, thanks', { rule: 'resume', channels: ['sms'] }],
  ])('%s still wishes', (text, contact) => expect(wish(text)).toEqual(contact));
});
