// What a day gives reason to write about, and that the same matter never gives two messages.
import fc from 'fast-check';
import { readShippedData } from '../../../../bot/config/shippedData';
import { newArrangement } from '../../../../data/domain/arrangement/arrangement';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { startNegotiation } from '../../../../data/domain/negotiation/negotiation';
import { dueOutreach, isStillDue, type OutreachFacts, quietOn } from '../../../../data/domain/outreach/dueOutreach';
import { pauseBy } from '../../../../data/domain/outreach/pause';
import { anAccount, anAdmittedOffer, anAnsweredComplaint, aSigning } from '../builders';
import { shippedLimits, theAccount } from '../negotiation/bargaining';

const data = readShippedData();
const terms = { rules: data.outreach, timeZone: data.bank.timeZone, contract: data.contract };
const today = '2026-11-23';
const at = `${today}T02:00:00.000Z`;

const nobody: OutreachFacts = {
  customerId: 'C-1',
  accounts: [],
  arrangements: [],
  promises: [],
  quote: undefined,
  cases: [],
};
const promise = {
  promiseId: 'PR-1',
  customerId: 'C-1',
  accountIds: ['A-1'],
  amountFen: 50_000,
  payDate: '2026-11-25',
  madeAt: at,
  status: 'open' as const,
};
const account = anAccount({ accountId: 'A-1', customerId: 'C-1' });
const arrangement = newArrangement(aSigning());
const firstDue = arrangement.schedule.find(({ status }) => status !== 'paid')?.dueDate ?? '';
const answered = anAnsweredComplaint();

const kindsOn = (facts: Partial<OutreachFacts>, day: string) =>
  dueOutreach({ ...nobody, ...facts }, day, terms).map(({ kind }) => kind);

test('a promise is written about the day before and on its day, and no more once it is kept or taken back', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
  expect(days.map((day) => kindsOn({ promises: [promise] }, day))).toEqual([[], ['promiseDue'], ['promiseDue'], []]);
  for (const status of ['kept', 'withdrawn', 'broken'] as const)
    expect(kindsOn({ promises: [{ ...promise, status }] }, '2026-11-24')).toEqual([]);
});

test('an instalment is written about from three days before it, and when it was missed beyond grace', () => {
  expect(kindsOn({ arrangements: [arrangement] }, addDays(firstDue, -4))).toEqual([]);
  expect(kindsOn({ arrangements: [arrangement] }, addDays(firstDue, -3))).toEqual(['instalmentDue']);
  expect(kindsOn({ arrangements: [arrangement] }, firstDue)).toEqual(['instalmentDue']);
  const late = addDays(firstDue, data.contract.graceDays + 1);
  expect(kindsOn({ arrangements: [arrangement] }, late)).toEqual(['instalmentMissed']);
  expect(kindsOn({ arrangements: [{ ...arrangement, status: 'ended' }] }, late)).toEqual([]);
});

test('a signed document is ready from the day after, a finished plan and an answered case are told for a week', () => {
  expect(kindsOn({ arrangements: [arrangement] }, addDays(today, 1))).toEqual(['documentReady']);
  const done = { ...arrangement, status: 'completed' as const, closedOn: today };
  expect(kindsOn({ arrangements: [done] }, addDays(today, 7))).toEqual(['planFinished']);
  expect(kindsOn({ cases: [answered] }, addDays(today, 1))).toEqual(['caseAnswered']);
  expect(kindsOn({ cases: [answered] }, addDays(today, 8))).toEqual([]);
  const own = { ...answered, closed: { at, by: 'customer', outcome: 'withdrawn', decision: null } };
  expect(kindsOn({ cases: [own] }, addDays(today, 1))).toEqual([]);
});

test('offers that lapse tomorrow are written about, not when a plan stands already', () => {
  const negotiation = startNegotiation(shippedLimits, theAccount(), today);
  const table = [anAdmittedOffer({}, { validUntil: '2026-11-26' })];
  const quote = { customerId: 'C-1', accountIds: ['A-1'], negotiation: { ...negotiation, table }, savedOn: today };
  expect(kindsOn({ quote }, '2026-11-24')).toEqual([]);
  expect(kindsOn({ quote }, '2026-11-25')).toEqual(['quoteExpiring']);
  expect(kindsOn({ quote, arrangements: [arrangement] }, '2026-11-25')).not.toContain('quoteExpiring');
});

test('who is not late is reminded before the due date; who is late is not, by this', () => {
  const current = anAccount({ accountId: 'A-2', pastDueSince: null, minimumDueFen: 30_000, dueDay: 25 });
  expect(kindsOn({ accounts: [current] }, '2026-11-22')).toEqual(['earlyReminder']);
  expect(kindsOn({ accounts: [current] }, '2026-11-26')).toEqual([]);
  expect(kindsOn({ accounts: [account] }, '2026-11-22')).toEqual([]);
});

test('a kind that the bank switched off gives nothing', () => {
  const rules = {
    ...data.outreach,
    kinds: { ...data.outreach.kinds, promiseDue: { ...data.outreach.kinds.promiseDue, isOn: false } },
  };
  expect(dueOutreach({ ...nobody, promises: [promise] }, '2026-11-24', { ...terms, rules })).toEqual([]);
});

test('law: whichever days it is looked for on, one matter has one key, and it is due on no day after its last', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 120 }), (offset) => {
      const facts = { ...nobody, promises: [promise], arrangements: [arrangement], cases: [answered] };
      const day = addDays(today, offset);
      const due = dueOutreach(facts, day, terms);
      expect(new Set(due.map(({ key }) => key)).size).toBe(due.length);
      for (const one of due) {
        expect(one.until >= day).toBe(true);
        expect(isStillDue(one, facts, day, terms)).toBe(true);
        expect(isStillDue(one, facts, addDays(one.until, 1), terms)).toBe(false);
        for (const next of dueOutreach(facts, addDays(day, 1), terms))
          if (next.kind === one.kind && next.subject === one.subject && next.aboutOn === one.aboutOn)
            expect(next.key).toBe(one.key);
      }
    }),
  );
});

test('holidays of the rules are quiet, other days are not', () => {
  expect(quietOn(data.outreach, '2027-02-06')).not.toBeNull();
  expect(quietOn(data.outreach, '2027-02-09')).toBeNull();
});

test.each([
  [{ sent: 49, stops: 49, complaints: 49 }, null],
  [{ sent: 100, stops: 5, complaints: 2 }, null],
  [{ sent: 100, stops: 6, complaints: 0 }, 'tooManyStops'],
  [{ sent: 100, stops: 0, complaints: 3 }, 'tooManyComplaints'],
])('%j pauses by the rule: %s', (echo, why) => {
  expect(pauseBy(data.outreach.pause, echo)).toBe(why);
});
