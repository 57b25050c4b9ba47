// Whatever way a customer writes a number, it comes back exactly.
import fc from 'fast-check';
import { extractSlots } from '../../../dialogs/understanding/slots/extractSlots';
import { normalise } from '../../../dialogs/understanding/text/normalise';
import { writtenForms } from './writtenForms';

const readAmount = (text: string) =>
  extractSlots(normalise(text).text, 'zh-CN', { refDate: '2026-11-23', expects: 'monthlyAmount' }).slots.monthlyAmount;

const number = fc.oneof(
  fc.integer({ min: 1, max: 100_000_000 }),
  fc.integer({ min: 1, max: 20_000 }),
  fc.constantFrom(1, 10, 105, 1005, 10_005, 100_050, 10_000_000, 100_000_000),
);

describe('a number of yuan from 1 to 100,000,000', () => {
  for (const [name, write] of Object.entries(writtenForms))
    it(`comes back exactly when written as ${name}`, () => {
      fc.assert(
        fc.property(number, (value) => {
          expect({ text: write(value), read: readAmount(write(value)) }).toEqual({
            text: write(value),
            read: { min: value, max: value },
          });
        }),
        { numRuns: 400 },
      );
    });
});
