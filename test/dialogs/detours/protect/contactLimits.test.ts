// What a wish about contact comes to, on top of what was wished before: only what was asked.
import fc from 'fast-check';
import { strictestContact } from '../../../../data/domain/conduct/contactPreference';
import { type ContactPreference, contactLimitsSchema } from '../../../../data/domain/conduct/contactRecords';
import { type ContactWish, contactWishSchema } from '../../../../data/domain/customer/customerTurn';
import { limitsOfWish } from '../../../../dialogs/detours/protect/contactLimits';

const common = { from: '08:00', until: '22:00' };
const none = { channels: null, hours: null, days: null };

test.each<[string, ContactWish, unknown]>([
  ['别打单位电话', { rule: 'not', where: 'work', channels: ['phone'] }, { ...none, notVia: ['work'] }],
  ['别再让外包的找我', { rule: 'not', where: 'agency' }, { ...none, notVia: ['agency'] }],
  [
    '夜里九点往后就别来电话了',
    { rule: 'not', from: '21:00', channels: ['phone'] },
    { ...none, hours: { from: '08:00', until: '21:00' } },
  ],
  ["don't call before 10", { rule: 'not', until: '10:00' }, { ...none, hours: { from: '10:00', until: '22:00' } }],
  ['nothing past half seven', { rule: 'not', from: '19:30' }, { ...none, hours: { from: '08:00', until: '19:30' } }],
  [
    'cannot be called between 9 and 5',
    { rule: 'not', from: '09:00', until: '17:00' },
    { ...none, hours: { from: '17:00', until: '22:00' } },
  ],
  ['只发短信', { rule: 'only', channels: ['sms'] }, { ...none, channels: ['text'] }],
  [
    'no more emails',
    { rule: 'not', channels: ['email'] },
    { ...none, channels: ['call', 'text', 'message', 'letter', 'visit'] },
  ],
  ['call me on 13900001234', { rule: 'only', number: '139 0000 1234' }, { ...none, number: '13900001234' }],
  ['别再联系我', { rule: 'stop' }, 'stop'],
])('"%s"', (_words, wish, expected) => {
  expect(limitsOfWish(wish, undefined, common)).toEqual(expected);
});

test('a second way that is refused is refused besides the first', () => {
  const first = limitsOfWish({ rule: 'not', channels: ['email'] }, undefined, common);
  if (first === 'stop') throw new Error('one way was refused, not all');
  expect(limitsOfWish({ rule: 'not', channels: ['phone', 'wechat'] }, first, common)).toMatchObject({
    channels: ['text', 'letter', 'visit'],
  });
});

const clock = fc
  .integer({ min: 0, max: 47 })
  .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
const wishes: fc.Arbitrary<ContactWish> = fc
  .record(
    {
      rule: fc.constantFrom('only' as const, 'not' as const),
      channels: fc.uniqueArray(fc.constantFrom('phone' as const, 'sms' as const, 'wechat' as const, 'email' as const), {
        minLength: 1,
      }),
      from: clock,
      until: clock,
      where: fc.constantFrom('work' as const, 'home' as const, 'relatives' as const, 'agency' as const),
    },
    { requiredKeys: ['rule'] },
  )
  .map((wish) => contactWishSchema.parse(wish));

test('every wish comes to limits that can be stored, within the bank’s hours, or to a stop', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const limits = limitsOfWish(wish, undefined, common);
      if (limits === 'stop') return;
      expect(contactLimitsSchema.safeParse(limits).success).toBe(true);
      const { hours } = limits;
      if (hours !== null) expect(hours.from >= common.from && hours.until <= common.until).toBe(true);
    }),
  );
});

test('a later wish takes nothing back of an earlier one that it does not speak of', () => {
  const kept = (limits: ContactPreference['limits']): ContactPreference => ({
    customerId: 'c',
    ceased: false,
    reason: 'preference',
    until: null,
    changedAt: '2026-11-23T02:00:00.000Z',
    wish: '',
    limits,
  });
  const both = strictestContact(
    kept({ ...none, notVia: ['work'], hours: { from: '10:00', until: '22:00' } }),
    kept({ ...none, channels: ['text'], notVia: ['agency'] }),
  );
  expect(both.limits).toEqual({
    channels: ['text'],
    hours: { from: '10:00', until: '22:00' },
    days: null,
    notVia: ['work', 'agency'],
  });
});
