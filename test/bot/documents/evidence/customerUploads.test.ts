// A customer sends photos and PDFs in the chat: sound ones lie sealed with their case, all others are refused and nowhere kept.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseRecord } from '../../../../data/domain/case/case';
import type { Evidence } from '../../../../data/domain/case/evidence';
import { formatMessage } from '../../../../dialogs/text/formatMessage';
import type { MessageId, MessageValues } from '../../../../dialogs/text/messages';
import { openPage, type PageTalk } from '../../support/pageTalk';
import { type RunningHouse, startHouse } from '../../support/runningHouse';
import { bombPng, executable, jpeg, packedPdf, pdf, png, zip } from './sampleFiles';

jest.setTimeout(180_000);

let house: RunningHouse;
beforeEach(async () => {
  house = await startHouse();
});
afterEach(() => house.stop());

const codes = '6688 1234';
const kept = async (): Promise<readonly Evidence[]> =>
  (await house.house.repositories.evidence.list()).items.map(({ record }) => record);
const sealedNames = (): string[] => {
  try {
    return readdirSync(join(house.dataDir, 'evidence'));
  } catch {
    return [];
  }
};
const caseOf = async (talk: PageTalk): Promise<CaseRecord> => {
  const [found] = await house.house.repositories.cases.ofConversation(talk.conversationId);
  if (found === undefined) throw new Error('a case was opened');
  return found;
};
const last = async (talk: PageTalk): Promise<string> => (await talk.heard()).at(-1) ?? '';

/** The words of a message, to be found in a reply. */
const words = <Id extends MessageId>(id: Id, values: MessageValues<Id>, locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
  formatMessage(locale, id, values).text;

/** Every file below the data folder. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

async function withReview(locale: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<PageTalk> {
  const talk = await openPage(house.address, locale);
  await talk.say(locale === 'zh-CN' ? '住院了' : 'I am in hospital after an accident');
  await talk.say(codes);
  return talk;
}

test.each(['zh-CN', 'en-US'] as const)(
  'a photo goes with the review, a tap names it, and nothing is missing (%s)',
  async (locale) => {
    const talk = await withReview(locale);
    const { caseNumber, dueOn } = await caseOf(talk);
    expect(await talk.upload([{ name: 'IMG_0001.jpg', bytes: png() }])).toBe(200);
    const paper = words('paper.medical', {}, locale);
    const reply = await last(talk);
    expect(reply).toContain(caseNumber);
    expect(reply).toContain(words('file.which', {}, locale));
    expect(await talk.taps()).toEqual(expect.arrayContaining([paper, words('paper.other', {}, locale)]));
    await talk.say(paper);
    expect(await last(talk)).toContain(words('file.allHere', { date: dueOn }, locale));
    const [record] = await kept();
    // The type is what the bytes are, whatever the name says.
    expect(record).toMatchObject({
      caseNumber,
      caseKind: 'hardship',
      reason: 'illness',
      type: 'png',
      paper: 'medical',
    });
    expect(await house.house.repositories.evidence.ofCase(caseNumber)).toHaveLength(1);
  },
);

test('what is kept can be read with the key alone, and stands nowhere in the data folder', async () => {
  const talk = await withReview();
  const photo = jpeg(640, 480, 500);
  await talk.upload([{ name: 'slip.jpg', bytes: photo }]);
  const [record] = await kept();
  expect(sealedNames()).toEqual([`${record?.fileId}.sealed`]);
  const traces = filesBelow(house.dataDir).filter((path) => readFileSync(path).includes(photo.subarray(30, 300)));
  expect(traces).toEqual([]);
});

test('papers for a paid bill: another photo is "something else", and the slip is still missing', async () => {
  const talk = await openPage(house.address);
  await talk.say('已经还清');
  await talk.say(codes);
  await talk.upload([{ name: 'a.jpg', bytes: jpeg() }]);
  await talk.say(words('paper.other', {}));
  expect(await last(talk)).toContain(words('file.missing', { papers: words('paper.paymentSlip', {}) }));
  await talk.upload([{ name: 'b.pdf', bytes: pdf(), contentType: 'application/pdf' }]);
  await talk.say(words('paper.paymentSlip', {}));
  expect(await last(talk)).toContain(words('file.allHere', { date: (await caseOf(talk)).dueOn }));
});

test('the words beside a photo are heard first, and the photo goes with the matter that they open', async () => {
  const talk = await openPage(house.address);
  await talk.say('我欠多少');
  await talk.say(codes);
  await talk.upload([{ name: 'a.jpg', bytes: jpeg() }], '已经还清');
  const { caseNumber, kind } = await caseOf(talk);
  expect(kind).toBe('alreadyPaid');
  expect(await kept()).toMatchObject([{ caseNumber }]);
});

test.each([
  ['a renamed program', 'photo.jpg', executable(), 'wrongType'],
  ['a zip', 'papers.zip', zip(), 'wrongType'],
  ['a PDF with scripts', 'bill.pdf', packedPdf('7 0 << /S /JavaScript /JS (x) >>'), 'scripts'],
  ['a locked PDF', 'bill.pdf', pdf('<< /Encrypt 9 0 R >>'), 'locked'],
  ['half a PDF bomb', 'bill.pdf', packedPdf(Buffer.alloc(64 * 1024 * 1024, 32)), 'broken'],
] as const)('%s is refused kindly and nothing is kept', async (_what, name, bytes, why) => {
  const talk = await withReview();
  expect(await talk.upload([{ name, bytes }])).toBe(200);
  expect(await last(talk)).toContain(words(`file.${why}`, {}));
  expect([await kept(), sealedNames()]).toEqual([[], []]);
});

test.each([
  ['a picture bomb', bombPng()],
  ['fifty megabytes', jpeg(640, 480, 50 * 1024 * 1024)],
  ['eleven megabytes', jpeg(640, 480, 11 * 1024 * 1024)],
])('%s is told to be too large, in the chat, and nothing is kept', async (_what, bytes) => {
  const talk = await withReview();
  expect(await talk.upload([{ name: 'big.jpg', bytes }])).toBe(200);
  expect(await last(talk)).toContain(words('file.tooLarge', { megabytes: 10 }));
  expect([await kept(), sealedNames()]).toEqual([[], []]);
});

test('a sound photo beside a program is kept, the program is not; the same photo twice is kept once; six are one too many', async () => {
  const talk = await withReview();
  await talk.upload([
    { name: 'a.jpg', bytes: jpeg() },
    { name: 'b.jpg', bytes: executable() },
    { name: 'c.jpg', bytes: jpeg() },
  ]);
  expect(await kept()).toHaveLength(1);
  await talk.upload([{ name: 'a.jpg', bytes: jpeg() }]);
  expect(await last(talk)).toContain(words('file.already', { caseNumber: (await caseOf(talk)).caseNumber }));
  await talk.upload(Array.from({ length: 6 }, (_, n) => ({ name: `${n}.jpg`, bytes: jpeg(640, 481 + n) })));
  expect(await last(talk)).toContain(words('file.tooMany', { count: 5 }));
  expect(await kept()).toHaveLength(6);
});

test('nothing is kept of somebody unverified, of a customer without a matter, or of somebody else', async () => {
  const stranger = await openPage(house.address);
  await stranger.upload([{ name: 'a.jpg', bytes: jpeg() }]);
  expect(await last(stranger)).toContain(words('file.verifyFirst', {}));
  const customer = await openPage(house.address);
  await customer.say('我欠多少');
  await customer.say(codes);
  await customer.upload([{ name: 'a.jpg', bytes: jpeg() }]);
  expect(await last(customer)).toContain(words('file.whatFor', {}));
  const other = await openPage(house.address);
  await other.say('找错人');
  await other.upload([{ name: 'a.jpg', bytes: jpeg() }]);
  expect(await last(other)).toContain(words('file.notKept', {}));
  expect([await kept(), sealedNames()]).toEqual([[], []]);
});

test('after words of despair a photo is not taken for anything, and no button asks for money', async () => {
  const talk = await withReview();
  await talk.say('不想活');
  await talk.upload([{ name: 'a.jpg', bytes: jpeg() }]);
  expect(await last(talk)).toContain(words('file.notKept', {}));
  expect(await talk.taps()).toEqual([]);
  expect(await kept()).toEqual([]);
});

test('an upload needs the token of its conversation, and a form that is none is refused', async () => {
  const [mine, theirs] = [await withReview(), await openPage(house.address)];
  const post = (token: string, body: string, contentType: string) =>
    fetch(`${house.address}/directline/conversations/${mine.conversationId}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': contentType },
      body,
    }).then(({ status }) => status);
  expect(await post(theirs.token, 'x', 'image/jpeg')).toBe(403);
  expect(await post(mine.token, 'no form at all', 'multipart/form-data; boundary=x')).toBe(400);
  expect(await kept()).toEqual([]);
});
