// Colleagues see what was handed in for a case; who works on it may open a file, and each opening stands in the audit log.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceList } from '../../../../bot/staff/contract/cases';
import type { DeskConversation } from '../../../../bot/staff/contract/desk';
import { executable, jpeg } from '../../documents/evidence/sampleFiles';
import { openPage, type PageTalk } from '../../support/pageTalk';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { at, taken } from '../support/deskTalk';

jest.setTimeout(120_000);

let house: ConsoleHouse;
beforeAll(async () => {
  house = await startConsole();
});
afterAll(() => house.stop());

let photos = 0;
/** A photo of its own each time: the same one would be kept once. */
async function handedIn(): Promise<{ talk: PageTalk; caseNumber: string; fileId: string; photo: Buffer }> {
  photos += 1;
  const photo = jpeg(800, 600 + photos, 3000);
  const talk = await openPage(house.address);
  await talk.say('住院了');
  await talk.say('6688 1234');
  await talk.upload([{ name: 'IMG 13812345678.jpg', bytes: photo }]);
  const [kept] = (await house.house.repositories.evidence.list()).items.filter(
    ({ record }) => record.conversationId === talk.conversationId,
  );
  if (kept === undefined) throw new Error('the photo was kept');
  return { talk, caseNumber: kept.record.caseNumber, fileId: kept.record.fileId, photo };
}

/** The file's bytes as an agent's browser gets them. */
const download = async (address: string, cookie: string) => {
  const response = await fetch(address, { headers: { cookie } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

test('the list shows a masked name, the type, the size and what is missing; an auditor sees no content', async () => {
  const { caseNumber, fileId, photo } = await handedIn();
  const auditor = await house.staff('auditor');
  const { body } = await auditor.get<EvidenceList>(`cases/${caseNumber}/evidence`);
  expect(body.items).toMatchObject([{ fileId, type: 'jpeg', bytes: photo.length, paper: null }]);
  expect(body.items[0]?.name).not.toContain('13812345678');
  expect(body.missing).toEqual(['medical']);
  expect((await auditor.get(`cases/${caseNumber}/evidence/${fileId}`)).status).toBe(403);
  expect((await (await house.staff('maker')).get(`cases/${caseNumber}/evidence`)).status).toBe(403);
});

test('an agent gets the very bytes as a download, and the audit log says who and which', async () => {
  const { caseNumber, fileId, photo } = await handedIn();
  const agent = await house.staff('agent');
  const address = `${house.address}/console/api/cases/${caseNumber}/evidence/${fileId}`;
  const { status, headers, bytes } = await download(address, agent.cookie);
  expect([status, bytes.equals(photo)]).toEqual([200, true]);
  expect(headers.get('content-disposition')).toContain('attachment');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const { items } = await house.house.repositories.audit.about(caseNumber);
  expect(items.map(({ event }) => [event.type, event.inputs.staff])).toContainEqual(['evidence.opened', 'agent']);
});

test('a file opens with its own case alone, and one that was changed on the disk opens not at all', async () => {
  const mine = await handedIn();
  const agent = await house.staff('agent');
  const stranger = await house.house.repositories.cases.get(mine.caseNumber);
  await house.house.repositories.cases.put({ ...(stranger ?? fail()), caseNumber: 'CS-OTHER' }, null);
  expect((await agent.get(`cases/CS-OTHER/evidence/${mine.fileId}`)).status).toBe(404);
  expect((await agent.get(`cases/${mine.caseNumber}/evidence/nothing`)).status).toBe(404);
  const path = join(house.dataDir, 'evidence', `${mine.fileId}.sealed`);
  writeFileSync(path, Buffer.concat([Buffer.from('SEAL1\x04demo'), Buffer.alloc(60)]));
  expect((await agent.get(`cases/${mine.caseNumber}/evidence/${mine.fileId}`)).status).toBe(503);
  rmSync(path);
  expect((await agent.get(`cases/${mine.caseNumber}/evidence/${mine.fileId}`)).status).toBe(404);
});

const fail = (): never => {
  throw new Error('there is such a case');
};

const photo = jpeg(800, 500, 3000);

test('a photo that is sent while a colleague holds the talk goes with their case, and stands in what they read', async () => {
  const agent = await house.staff('agent');
  const { talk, view } = await taken(house.address, agent, '6688 1234');
  await talk.upload([
    { name: 'slip.jpg', bytes: photo },
    { name: 'virus.jpg', bytes: executable() },
  ]);
  const { body } = await agent.get<DeskConversation>(at(talk.conversationId));
  expect(body.transcript.at(-1)).toMatchObject({ from: 'customer', text: '📎 slip.jpg\n📎 ✗ wrongType' });
  const list = await agent.get<EvidenceList>(`cases/${view.item.caseNumber}/evidence`);
  expect(list.body.items).toMatchObject([{ name: 'slip.jpg', type: 'jpeg' }]);
});

test('of somebody whom nobody has verified nothing is kept, held or not', async () => {
  const agent = await house.staff('agent');
  const { talk, view } = await taken(house.address, agent);
  await talk.upload([{ name: 'slip.jpg', bytes: photo }]);
  const { body } = await agent.get<EvidenceList>(`cases/${view.item.caseNumber}/evidence`);
  expect(body.items).toEqual([]);
});
