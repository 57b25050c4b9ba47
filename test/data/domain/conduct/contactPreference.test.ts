// What was said about contact stays as strict as it ever was (P9): examples, and the law over any two wishes.
import fc from 'fast-check';
import { strictestContact } from '../../../../data/domain/conduct/contactPreference';
import type { ContactPreference } from '../../../../data/domain/conduct/contactRecords';

const wish = (more: Partial<ContactPreference>): ContactPreference => ({
  customerId: 'c1',
  ceased: true,
  reason: 'asked',
  until: null,
  changedAt: '2026-11-23T01:00:00Z',
  wish: '',
  ...more,
});

test('after a stop, a wish about times keeps the stop and the later words', () => {
  const times = wish({ ceased: false, reason: 'preference', wish: 'only after six' });
  expect(strictestContact(wish({ wish: 'stop' }), times)).toMatchObject({
    ceased: true,
    reason: 'asked',
    wish: 'only after six',
  });
});

test('a rest that ends does not shorten a stop for good', () => {
  const rest = wish({ reason: 'hardship', until: '2027-02-01' });
  expect(strictestContact(wish({}), rest)).toMatchObject({ reason: 'asked', until: null });
  expect(strictestContact(rest, wish({}))).toMatchObject({ reason: 'asked', until: null });
});

test('of two rests the later end holds, with its reason', () => {
  const short = wish({ reason: 'hardship', until: '2027-01-01' });
  const long = wish({ reason: 'dispute', until: '2028-01-01' });
  expect(strictestContact(long, short)).toMatchObject({ reason: 'dispute', until: '2028-01-01' });
  expect(strictestContact(short, long)).toMatchObject({ reason: 'dispute', until: '2028-01-01' });
});

test('a stop that the customer asks for after signing is kept as the customer asked', () => {
  const signed = wish({ reason: 'arrangement' });
  expect(strictestContact(signed, wish({ wish: 'stop' }))).toMatchObject({
    reason: 'asked',
    until: null,
    wish: 'stop',
  });
  expect(strictestContact(wish({}), signed)).toMatchObject({ reason: 'asked', until: null });
});

test('nothing said before: what is said now holds', () => {
  const times = wish({ ceased: false, reason: 'preference' });
  expect(strictestContact(undefined, times)).toBe(times);
  expect(strictestContact(times, wish({}))).toMatchObject({ ceased: true });
});

const day = fc.constantFrom(null, '2026-12-01', '2027-01-01', '2027-06-30');
test('a rest that an earlier version stored for an arrangement does not outlive it', () => {
  const hold = wish({ reason: 'hardship', until: '2027-02-01' });
  expect(strictestContact(wish({ reason: 'arrangement' }), hold)).toEqual(hold);
});

test('a dispute that comes after "only text me" leaves the wish as it was', () => {
  const limits = { channels: ['text' as const], hours: null, days: null };
  const times = wish({ ceased: false, reason: 'preference', limits });
  const disputed = strictestContact(times, wish({ reason: 'dispute', until: '2026-12-20' }));
  expect(disputed).toMatchObject({ ceased: true, reason: 'dispute', limits });
});

const any = fc.record({ ceased: fc.boolean(), until: day }).map((more) => wish(more));

test('whatever is said, a stopped customer stays stopped at least as long', () => {
  fc.assert(
    fc.property(any, any, (before, after) => {
      const kept = strictestContact(before, after);
      if (before.ceased || after.ceased) expect(kept.ceased).toBe(true);
      if (before.ceased && before.until === null) expect(kept.until).toBeNull();
      if (before.ceased && before.until !== null && kept.until !== null) expect(kept.until >= before.until).toBe(true);
    }),
  );
});
