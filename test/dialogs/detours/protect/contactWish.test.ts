// A wish about times, days or channels, as customers put it → the limits that a contact is held to.
import { contactLimitsIn } from '../../../../dialogs/detours/protect/contactWish';

const common = { from: '08:00', until: '22:00' };
const limits = (more: object) => ({ channels: null, hours: null, days: null, ...more });

test.each([
  ['只发短信，别打电话', limits({ channels: ['text'] })],
  ['别打电话，发微信', limits({ channels: ['message'] })],
  ['不要上门', limits({ channels: ['call', 'text', 'message', 'email', 'letter'] })],
  ['晚上七点以后再打电话', limits({ hours: { from: '19:00', until: '22:00' } })],
  ['下午3点前联系我', limits({ hours: { from: '08:00', until: '15:00' } })],
  ['早上十点以后', limits({ hours: { from: '10:00', until: '22:00' } })],
  ['上午9点到11点可以打', limits({ hours: { from: '09:00', until: '11:00' } })],
  ['上班时间别打电话', limits({ hours: { from: '18:00', until: '22:00' } })],
  ['晚上别打', limits({ hours: { from: '08:00', until: '18:00' } })],
  ['周末别打电话', limits({ days: [1, 2, 3, 4, 5] })],
  ['只在周末联系', limits({ days: [6, 7] })],
  ['星期三下午打', limits({ days: [3], hours: { from: '12:00', until: '18:00' } })],
  ['only text me after 6', limits({ channels: ['text'], hours: { from: '18:00', until: '22:00' } })],
  ['call me on sundays only', limits({ channels: ['call'], days: [7] })],
  ["don't call me at work, text me instead", limits({ channels: ['text'], hours: { from: '18:00', until: '22:00' } })],
  ['please don’t ring, wechat is fine', limits({ channels: ['message'] })],
  ['not on weekdays', limits({ days: [6, 7] })],
  ['any time between 9 and 11am', limits({ hours: { from: '09:00', until: '11:00' } })],
  ['call me before noon', limits({ hours: { from: '08:00', until: '12:00' } })],
  ['中午以后', limits({ hours: { from: '12:00', until: '22:00' } })],
  ['中午打就行', limits({ hours: { from: '12:00', until: '14:00' } })],
])('"%s"', (words, expected) => {
  expect(contactLimitsIn(words, common)).toEqual(expected);
});

test.each(['换个方式联系', 'use some other way', ''])('"%s" names nothing that can be kept to', (words) => {
  expect(contactLimitsIn(words, common)).toBe('unread');
});
