// An agent may write a date in any form exactly when the guard would let it pass as 2026-12-16.
import * as fc from 'fast-check';
import { readShippedData } from '../../../../bot/config/shippedData';
import { judgeAgentWords } from '../../../../bot/staff/desk/words/agentGuard';
import { figuresAllowed } from '../../../../bot/staff/desk/words/figuresAllowed';
import { addDays } from '../../../../data/domain/calendar/calendar';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import { rulesAlone } from '../../../support/rulesAlone';

const { bank, contactRules } = readShippedData();
const contactHours = contactRules.hours;
const today = '2026-11-16';
const months = 'January February March April May June July August September October November December'.split(' ');

const desk = (date: string): DeskConversation => ({
  conversationId: 'c1',
  conversation: 'webchat/conversations/c1',
  channelId: 'webchat',
  reference: {},
  caseNumber: 'CS-K7',
  reason: 'person',
  priority: 'normal',
  locale: 'zh-CN',
  status: 'taken',
  waitingSince: '2026-11-16T02:00:00Z',
  lastWords: '',
  customerId: null,
  agent: 'agent',
  takenAt: null,
  firstTakenAt: null,
  callback: { date, from: '09:00', until: '12:00' },
  outcome: null,
  endedAt: null,
});

/** What the guard keeps back when the only date that may be said is `allowed`. */
function blocked(text: string, allowed: string): number {
  const sources = { bank, contactHours, desk: desk(allowed), today, accounts: [], offers: [], arrangements: [] };
  const words = { text, locale: 'zh-CN', party: 'verified', figuresAllowed: figuresAllowed(sources) } as const;
  const { blocks, holds } = judgeAgentWords(words, rulesAlone);
  return blocks.length + holds.length;
}

const parts = (date: string) => ({ y: date.slice(0, 4), m: Number(date.slice(5, 7)), d: Number(date.slice(8)) });
function withYear(date: string): string[] {
  const { y, m, d } = parts(date);
  const name = months[m - 1] ?? '';
  return [`${y}年${m}月${d}日`, `${d} ${name} ${y}`, `${d} ${name.slice(0, 3)} ${y}`, `${name} ${d}, ${y}`];
}
function yearless(date: string): string[] {
  const { m, d } = parts(date);
  const name = months[m - 1] ?? '';
  return [`${m}月${d}日`, `${m}月${d}号`, `${d} ${name}`, `${d} ${name.slice(0, 3)}`];
}

const dayNear = fc.integer({ min: -800, max: 800 }).map((days) => addDays(today, days));

it('with its year, a date passes in words when its ISO form does, and only then', () => {
  fc.assert(
    fc.property(dayNear, fc.constantFrom(-365, -1, 0, 0, 0, 1, 30, 366), (date, apart) => {
      const allowed = addDays(date, apart);
      const iso = blocked(`请在${date}前`, allowed);
      expect(iso).toBe(apart === 0 ? 0 : 1);
      for (const form of withYear(date)) expect([form, blocked(`请在${form}前`, allowed)]).toEqual([form, iso]);
    }),
  );
});

it('without its year, a date passes when the last such day or the next one would, and only then', () => {
  fc.assert(
    fc.property(dayNear, dayNear, fc.boolean(), (date, other, same) => {
      const allowed = same ? date : other;
      // The readings of a yearless day: those less than a year from today, before it and after it.
      const readings = [2025, 2026, 2027]
        .map((year) => `${year}${date.slice(4)}`)
        .filter((reading) => reading > '2025-11-16' && reading < '2027-11-16');
      const passes = readings.some((reading) => blocked(reading, allowed) === 0);
      for (const form of yearless(date)) expect([form, blocked(form, allowed) === 0]).toEqual([form, passes]);
    }),
  );
});

it('a count and a due day that may be said make no date that may', () => {
  expect(blocked('9月12日', '2026-12-16')).toBe(1);
  expect(blocked('12月16日', '2026-12-16')).toBe(0);
  expect(blocked('16 Dec', '2028-12-16')).toBe(1);
});
