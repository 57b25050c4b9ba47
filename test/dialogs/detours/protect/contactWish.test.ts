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
  ["don't call me at work, text me instead", limits({ channels: ['text'], notVia: ['work'] })],
  ['夜里九点往后就别来电话了', limits({ hours: { from: '08:00', until: '21:00' } })],
  ['别打我学校的电话', limits({ notVia: ['work'] })],
  ['我在医院上班，前台电话别打', limits({ notVia: ['work'] })],
  ['the clinic where I work is not to be phoned', limits({ notVia: ['work'] })],
  ['别找我姐，她跟这事没关系', limits({ notVia: ['relatives'] })],
  ['leave my sister out of it', limits({ notVia: ['relatives'] })],
  ["I don't want that outside company calling", limits({ notVia: ['agency'] })],
  ['一周联系我一回够了', limits({ atMost: { count: 1, days: 7 } })],
  ['一天别超过两个电话', limits({ atMost: { count: 2, days: 1 } })],
  ['once a month is plenty', limits({ atMost: { count: 1, days: 30 } })],
  ['no more than one call a day', limits({ atMost: { count: 1, days: 1 } })],
  ['换个号打我 13900001111', limits({ number: '13900001111' })],
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
