// Whether the bank may write or call first, and why not.
import fc from 'fast-check';
import { addDays } from '../../../../data/domain/calendar/calendar';
import type { ContactPreference } from '../../../../data/domain/conduct/contactRecords';
import { contactRulesSchema } from '../../../../data/domain/conduct/contactRules';
import { type ContactFacts, contactStateOf } from '../../../../data/domain/conduct/contactState';
import { type ContactQuestion, mayContact } from '../../../../data/domain/conduct/mayContact';
import shipped from '../../../../data/policy/contactRules.json';

// 2026-11-23 is a Monday.
const at = (date: string, clock: string) => ({ date, clock });
const rules = contactRulesSchema.parse(shipped);
const nothing: ContactFacts = {
  preference: undefined,
  accounts: [],
  arrangements: [],
  cases: [],
  reachesSomeoneElse: false,
  phoneUnsafe: false,
};
const knowing = (facts: Partial<ContactFacts>) => contactStateOf({ ...nothing, ...facts });
const wish = (more: Partial<ContactPreference>): ContactPreference => ({
  customerId: 'C1',
  ceased: true,
  reason: 'asked',
  until: null,
  changedAt: '2026-11-20T02:00:00Z',
  wish: '',
  ...more,
});
const ask = (changes: Partial<ContactQuestion> = {}) =>
  mayContact({
    customerId: 'C1',
    purpose: 'collection',
    rules,
    now: at('2026-11-23', '10:00'),
    channel: 'call',
    history: [],
    state: knowing({}),
    ...changes,
  });
const reasonOf = (changes: Partial<ContactQuestion>) => {
  const answer = ask(changes);
  return answer.ok ? 'allowed' : answer.reason;
};
const calls = (...days: string[]) => days.map((on) => ({ on, channel: 'call' as const }));

describe('contact', () => {
  test('from 08:00 until 22:00', () => {
    expect(['08:00', '21:59'].map((clock) => ask({ now: at('2026-11-23', clock) }).ok)).toEqual([true, true]);
    expect(ask({ now: at('2026-11-23', '07:59') })).toEqual({
      ok: false,
      reason: 'outsideHours',
      nextAllowed: at('2026-11-23', '08:00'),
    });
    expect(ask({ now: at('2026-11-23', '22:00') })).toMatchObject({ nextAllowed: at('2026-11-24', '08:00') });
  });

  test('within other hours that the holder agreed to', () => {
    const hours = { from: '18:00', until: '23:00' };
    const state = knowing({ preference: wish({ ceased: false, limits: { channels: null, hours, days: null } }) });
    expect(ask({ state, now: at('2026-11-23', '22:30') }).ok).toBe(true);
    expect(ask({ state })).toMatchObject({ reason: 'outsideHours', nextAllowed: at('2026-11-23', '18:00') });
  });

  test('a fourth call on a day waits until tomorrow', () => {
    const history = calls('2026-11-23', '2026-11-23', '2026-11-23');
    expect(ask({ history: history.slice(1) }).ok).toBe(true);
    expect(ask({ history })).toEqual({
      ok: false,
      reason: 'cap',
      capId: 'callsADay',
      nextAllowed: at('2026-11-24', '08:00'),
    });
  });

  test('an eighth call in seven days waits for the first to be seven days old', () => {
    const history = calls(
      '2026-11-18',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
    );
    expect(ask({ history })).toMatchObject({ reason: 'cap', nextAllowed: at('2026-11-25', '08:00') });
    expect(ask({ history, channel: 'letter' }).ok).toBe(true);
  });

  test('stop means stop, without an end or to the end of its last day', () => {
    const stopped = (until: string | null, ceased = true) =>
      ask({ state: knowing({ preference: wish({ ceased, until }) }) });
    expect(stopped(null)).toEqual({ ok: false, reason: 'stopped', nextAllowed: null });
    expect(stopped('2026-11-23')).toMatchObject({ reason: 'stopped', nextAllowed: at('2026-11-24', '08:00') });
    expect(stopped('2026-11-22').ok).toBe(true);
    expect(stopped(null, false).ok).toBe(true);
  });

  test('a cap of none forbids a channel', () => {
    const [cap] = rules.caps;
    const none = { ...rules, caps: cap === undefined ? [] : [{ ...cap, countMax: 0 }] };
    expect(ask({ rules: none })).toMatchObject({ ok: false, reason: 'cap', nextAllowed: null });
  });

  test('the moment it names is allowed, and the minute before it is not', () => {
    const history = fc.array(
      fc.record({
        on: fc.integer({ min: -10, max: 0 }).map((days) => addDays('2026-11-23', days)),
        channel: fc.constantFrom('call', 'text', 'visit'),
      }),
      { maxLength: 25 },
    );
    const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`);
    const limits = { channels: ['text' as const], hours: null, days: [1, 3, 6] };
    const state = fc.constantFrom(
      knowing({}),
      knowing({ preference: wish({ until: '2026-11-25' }) }),
      knowing({ preference: wish({ until: '2026-11-25', limits: { ...limits, channels: null } }) }),
    );
    fc.assert(
      fc.property(history, clock, state, fc.constantFrom('call', 'text'), (past, time, known, channel) => {
        const question = { history: past, now: at('2026-11-23', time), state: known, channel };
        const answer = ask(question);
        if (answer.ok) return;
        if (answer.nextAllowed === null) throw new Error('every obstacle here has an end');
        expect(ask({ ...question, now: answer.nextAllowed }).ok).toBe(true);
        expect(answer.nextAllowed.clock).toBe('08:00');
        expect(ask({ ...question, now: { ...answer.nextAllowed, clock: '07:59' } }).ok).toBe(false);
        const dayBefore = { date: addDays(answer.nextAllowed.date, -1), clock: '12:00' };
        if (dayBefore.date > '2026-11-23') expect(ask({ ...question, now: dayBefore }).ok).toBe(false);
      }),
    );
  });

  test('each record that rests contact says so by its own reason, and what ended rests nothing', () => {
    const active = knowing({ arrangements: [{ status: 'active' }] });
    expect(reasonOf({ state: active })).toBe('arrangement');
    expect(reasonOf({ state: active, purpose: 'reminder' })).toBe('allowed');
    for (const status of ['broken', 'completed', 'ended'] as const)
      expect(reasonOf({ state: knowing({ arrangements: [{ status }] }) })).toBe('allowed');
    // A record of an earlier version, from the day of signing, of an arrangement that broke since.
    const old = wish({ reason: 'arrangement' });
    expect(reasonOf({ state: knowing({ preference: old, arrangements: [{ status: 'broken' }] }) })).toBe('allowed');
    for (const kind of ['dispute', 'alreadyPaid'] as const) {
      expect(reasonOf({ state: knowing({ cases: [{ kind, status: 'open' }] }) })).toBe('dispute');
      expect(reasonOf({ state: knowing({ cases: [{ kind, status: 'closed' }] }) })).toBe('allowed');
    }
    expect(reasonOf({ state: knowing({ cases: [{ kind: 'vulnerable', status: 'taken' }] }) })).toBe('atRisk');
    expect(reasonOf({ state: knowing({ preference: wish({ reason: 'hardship', until: '2026-12-20' }) }) })).toBe(
      'hardship',
    );
    expect(reasonOf({ state: knowing({ accounts: [{ flags: ['ceaseContact'] }] }) })).toBe('stopped');
    expect(reasonOf({ state: knowing({ accounts: [{ flags: ['fraud'] }] }) })).toBe('dispute');
  });

  test('a reminder of what was agreed rests with a stop, a dispute and hardship, and an answer owed does not', () => {
    for (const reason of ['asked', 'dispute', 'hardship', 'vulnerable'] as const) {
      const state = knowing({ preference: wish({ reason }) });
      expect(reasonOf({ state, purpose: 'reminder' })).not.toBe('allowed');
      expect(reasonOf({ state, purpose: 'service' })).toBe('allowed');
    }
  });

  test('an address of somebody else, and a holder who died, are written to for nothing', () => {
    for (const purpose of ['collection', 'reminder', 'service'] as const) {
      expect(reasonOf({ purpose, state: knowing({ reachesSomeoneElse: true }) })).toBe('someoneElse');
      expect(reasonOf({ purpose, state: knowing({ accounts: [{ flags: ['deceased'] }] }) })).toBe('deceased');
      expect(reasonOf({ purpose, state: knowing({ cases: [{ kind: 'bereavement', status: 'waiting' }] }) })).toBe(
        'deceased',
      );
    }
  });

  test('"only text me, at weekends" is kept', () => {
    const limits = { channels: ['text' as const, 'message' as const], hours: null, days: [6, 7] };
    const state = knowing({ preference: wish({ ceased: false, reason: 'preference', limits }) });
    expect(ask({ state })).toEqual({ ok: false, reason: 'channelNotWished', nextAllowed: null });
    expect(ask({ state, channel: 'text' })).toEqual({
      ok: false,
      reason: 'dayNotWished',
      nextAllowed: at('2026-11-28', '08:00'),
    });
    expect(reasonOf({ state, channel: 'text', now: at('2026-11-28', '09:00') })).toBe('allowed');
  });

  test('the permission names whom it is for, what for, and the rules that gave it', () => {
    const answer = ask({ channel: 'text', purpose: 'reminder' });
    expect(answer.ok && answer.permission).toMatchObject({
      customerId: 'C1',
      purpose: 'reminder',
      channel: 'text',
      rulesVersion: rules.version,
    });
  });
});
