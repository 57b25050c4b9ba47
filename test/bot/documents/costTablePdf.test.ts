// The written agreement repeats the cost table that was read: each figure, in both languages, and none for older records.
import { agreementText } from '../../../bot/documents/agreementFacts';
import { agreementPdf } from '../../../bot/documents/agreementPdf';
import { costTableRows } from '../../../bot/documents/costTablePdf';
import { arrangementRecordSchema } from '../../../data/domain/arrangement/arrangement';
import type { Offer } from '../../../data/domain/offer/offer';
import { aCostTable, anOffer } from '../../data/domain/builders';
import { exampleAgreement } from './exampleAgreement';

const rowsOf = (offer: Offer, locale: 'zh-CN' | 'en-US') => costTableRows(aCostTable(offer), agreementText(locale));
const amountsOf = (offer: Offer) => rowsOf(offer, 'zh-CN').map(([, , amount]) => amount);

test('the holder of a signed plan finds principal, interest, fees, yearly cost and the cost of default in it', () => {
  expect(amountsOf(anOffer())).toEqual(['26,431.20', '1,875.48', '1,500.00', '3.4%', '0.00', '按实际', '按实际']);
  const words = rowsOf(anOffer(), 'en-US').map((row) => row.join(' '));
  for (const figure of ['0.3%', '3.45%', '0.05%', '18.25%', '5%'])
    expect(words.some((line) => line.includes(figure))).toBe(true);
});

test('a first payment and what the bank gives up have rows of their own', () => {
  const offer = anOffer(
    { financedFen: 2_000_000, interestFreeFen: 0 },
    { downPaymentFen: 400_000, feeWaiverFen: 150_000, interestWaiverFen: 93_120, reliefRuleId: 'provedHardship' },
  );
  expect(amountsOf(offer).slice(0, 3)).toEqual(['20,000.00', '4,000.00', '-2,431.20']);
});

test('a copy of an agreement signed before there was a cost table can still be made', async () => {
  const { record, bank } = exampleAgreement('zh-CN', 6);
  const { costTable: _, ...earlier } = record;
  const { interestFreeFen: __, ...earlierOffer } = record.offer;
  const read = arrangementRecordSchema.parse({ ...earlier, offer: earlierOffer });
  expect([read.costTable, read.offer.interestFreeFen]).toEqual([null, 0]);
  const pages = async (one: typeof record) =>
    (await agreementPdf({ record: one, bank })).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(await pages(read)).toBeGreaterThan(0);
});
