// A signed agreement can be read in the customer's language and states what Art. 70 asks for.
import { inflateSync } from 'node:zlib';
import { agreementText } from '../../../bot/documents/agreementFacts';
import { agreementPdf } from '../../../bot/documents/agreementPdf';
import { exampleAgreement } from './exampleAgreement';

/** Decompresses what the PDF holds, so that its structure can be looked into. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, body = '']) => {
      try {
        return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

describe.each(['zh-CN', 'en-US'] as const)('The agreement in %s', (locale) => {
  it('is a PDF with its fonts inside', async () => {
    const pdf = await agreementPdf(exampleAgreement(locale));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('/FontFile2');
    expect(streamsOf(pdf)).toContain('begincmap');
  });

  it('has a page for a long schedule and more pages than a short one', async () => {
    const pages = async (count: number) =>
      (await agreementPdf(exampleAgreement(locale, count))).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(await pages(60)).toBeGreaterThan(await pages(3));
  });

  it('promises in both languages that collection stops and no other card is applied for', () => {
    expect(agreementText(locale).terms).toHaveLength(agreementText('zh-CN').terms.length);
  });
});
