// What a file is shows in its bytes: photos and quiet PDFs are taken, whatever they are called; everything else is not.
import '../../../seeds';
import fc from 'fast-check';
import { inspectFile } from '../../../../bot/documents/evidence/inspectFile';
import { shownName } from '../../../../bot/documents/evidence/receiveFiles';
import rules from '../../../../data/policy/evidence.json';
import { bombPng, executable, heic, jpeg, packedPdf, pdf, png, webp, zip } from './sampleFiles';

const look = (bytes: Buffer) => inspectFile(bytes, rules);

test.each([
  ['png', png()],
  ['jpeg', jpeg()],
  ['webp', webp()],
  ['heic', heic()],
  ['pdf', pdf()],
  ['pdf', packedPdf('1 0 << /Type /Page >>')],
])('a %s is known by its bytes', async (type, bytes) => {
  expect(await look(bytes)).toMatchObject({ kind: 'sound', type });
});

test.each([
  ['a program called photo.jpg', executable(), 'wrongType'],
  ['a zip', zip(), 'wrongType'],
  ['a page of script', Buffer.from('<svg onload="alert(1)"/>'), 'wrongType'],
  ['nothing', Buffer.alloc(0), 'wrongType'],
  ['a program behind the first bytes of a photo', Buffer.concat([jpeg().subarray(0, 3), executable()]), 'wrongType'],
  ['half a photo', png().subarray(0, 60), 'wrongType'],
  ['a photo without a size', Buffer.concat([jpeg().subarray(0, 8), Buffer.from([0xff, 0xd9])]), 'broken'],
  ['eleven megabytes', jpeg(640, 480, 11 * 1024 * 1024), 'tooLarge'],
  ['a small file that unpacks to 3.6 thousand million pixels', bombPng(), 'tooLarge'],
  ['a photo of 65,000 by 65,000', jpeg(65_000, 65_000), 'tooLarge'],
  ['a locked PDF', pdf('9 0 obj << /Filter /Standard >> endobj trailer << /Encrypt 9 0 R >>'), 'locked'],
])('%s is refused', async (_what, bytes, why) => {
  expect(await look(bytes)).toEqual({ kind: 'refused', why });
});

const acts = [
  '<< /S /JavaScript /JS (app.alert(1)) >>',
  '<< /S /Java#53cript /JS (app.alert(1)) >>',
  '<< /S /Launch /F (cmd.exe) >>',
  '<< /Names << /EmbeddedFiles 4 0 R >> >>',
  '<< /Type /EmbeddedFile >>',
  '<< /XFA 4 0 R >>',
  '<< /S /SubmitForm /F (http://example.com) >>',
  '<< /S /ImportData >>',
  '<< /Type /RichMedia>>',
];
test.each(acts)('a PDF that acts by itself is refused, in the open and packed away: %s', async (object) => {
  const refused = { kind: 'refused', why: 'scripts' };
  expect(await look(pdf(`7 0 obj ${object} endobj`))).toEqual(refused);
  expect(await look(packedPdf(`7 0 ${object}`))).toEqual(refused);
});

test('a PDF that only begins on its first page, or links to a site, is taken', async () => {
  expect(
    await look(pdf('<< /OpenAction [2 0 R /FitH null] /A << /S /URI /URI (https://bank.example) >> >>')),
  ).toMatchObject({ kind: 'sound' });
});

test('a PDF bomb is given up, not unpacked', async () => {
  expect(await look(packedPdf(Buffer.alloc(64 * 1024 * 1024, 32)))).toEqual({ kind: 'refused', why: 'broken' });
});

test('objects behind a packing that cannot be looked into are refused', async () => {
  const strange = packedPdf('1 0 << >>', '/Type /ObjStm /Filter /LZWDecode');
  const twice = packedPdf('1 0 << >>', '/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]');
  const twiceOtherWay = packedPdf('1 0 << >>', '/Type /ObjStm /Filter [/FlateDecode /ASCII85Decode]');
  for (const bytes of [strange, twice, twiceOtherWay])
    expect(await look(bytes)).toEqual({ kind: 'refused', why: 'broken' });
});

test('no bytes at all make it throw, whatever they begin with', async () => {
  const starts = [Buffer.alloc(0), ...[png(), jpeg(), webp(), heic(), pdf()].map((file) => file.subarray(0, 24))];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
      const { kind } = await look(Buffer.concat([start, rest, Buffer.from('%%EOF\xff\xd9', 'latin1')]));
      expect(['sound', 'refused']).toContain(kind);
    }),
  );
});

test('a name is shown without a path, control characters and what is personal', () => {
  expect(shownName('C:\\fakepath\\photo.jpg')).toBe('photo.jpg');
  expect(shownName('../../etc/passwd\u0000.png')).toBe('passwd.png');
  expect(shownName('6222020200112233445.jpg')).not.toContain('6222020200112233445');
  expect(shownName('13812345678.jpg')).not.toContain('13812345678');
});
