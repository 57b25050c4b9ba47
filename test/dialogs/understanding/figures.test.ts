// Messages full of figures, written from the contract alone: whose they are, how often, from when. The intent is given; only slots are read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { readCases, type UnderstandingCase } from '../../../dialogs/understanding/measure/cases';
import { slotsExact, slotsWrong } from '../../../dialogs/understanding/measure/evaluate';
import { extractSlots } from '../../../dialogs/understanding/slots/extractSlots';
import { slotsFor } from '../../../dialogs/understanding/slots/slotsByIntent';
import { normalise } from '../../../dialogs/understanding/text/normalise';

function slotsRead({ text, locale, intent, refDate, expects }: UnderstandingCase) {
  return slotsFor(intent, extractSlots(normalise(text).text, locale, { refDate, expects }), refDate);
}

describe.each<Locale>(['zh-CN', 'en-US'])('messages full of figures in %s', (locale) => {
  const { cases, unreadable } = readCases(readFileSync(join(__dirname, `figures.${locale}.jsonl`), 'utf8'));
  const read = cases.map((wanted) => ({ wanted, given: slotsRead(wanted) }));

  it('can all be read as cases', () => {
    expect(unreadable).toEqual([]);
    expect(cases.length).toBeGreaterThan(500);
  });

  it('are understood exactly in 96 of 100, and wrongly in at most 2', () => {
    const exact = read.filter(({ wanted, given }) => slotsExact(wanted.slots, given)).length;
    const wrong = read.filter(({ wanted, given }) => slotsWrong(wanted.slots, given)).length;
    expect(exact / cases.length).toBeGreaterThanOrEqual(0.96);
    expect(wrong / cases.length).toBeLessThanOrEqual(0.02);
  });
});
