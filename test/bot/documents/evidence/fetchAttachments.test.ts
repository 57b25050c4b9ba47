// Where a channel only names where its files lie, nothing is asked but the channel itself, and never more than is taken.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newAttachmentFetcher } from '../../../../bot/documents/evidence/fetchAttachments';
import { jpeg } from './sampleFiles';

const photo = jpeg();
let server: Server;
let address: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push(req.url ?? '');
    if (req.url === '/moved') res.writeHead(302, { location: '/photo' });
    if (req.url === '/endless') {
      res.on('error', () => undefined);
      const more = () => void (res.destroyed || res.write(Buffer.alloc(64 * 1024), more));
      more();
      return;
    }
    res.end(req.url === '/photo' ? photo : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const rules = { fileBytesMax: 1024 * 1024, filesAtOnceMax: 2, hosts: [] };
const demo = newAttachmentFetcher({ ...rules, loopbackOnly: true });
const bank = newAttachmentFetcher({ ...rules, loopbackOnly: false });
const at = (contentUrl: string, contentType = 'image/jpeg') => ({ contentType, contentUrl, name: 'a.jpg' });

test('in developer mode this machine is asked, and an address on the way is not followed', async () => {
  const uploads = await demo({ attachments: [at(`${address}/photo`), at(`${address}/moved`)] });
  expect(uploads).toEqual([
    { kind: 'read', name: 'a.jpg', bytes: photo },
    { kind: 'refused', why: 'unreachable' },
  ]);
});

test('a file without an end is given up at the limit', async () => {
  expect(await demo({ attachments: [at(`${address}/endless`)] })).toEqual([{ kind: 'refused', why: 'tooLarge' }]);
});

test('a photo that comes inside the message is taken from there', async () => {
  const inline = at(`data:image/jpeg;base64,${photo.toString('base64')}`);
  expect(await bank({ attachments: [inline] })).toEqual([{ kind: 'read', name: 'a.jpg', bytes: photo }]);
});

test.each([
  'http://10.0.0.1/photo',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'not an address',
  '',
])('in developer mode no other machine is asked: %s', async (contentUrl) => {
  expect(await demo({ attachments: [at(contentUrl)] })).toEqual([{ kind: 'refused', why: 'unreachable' }]);
});

test('a bank asks its channel’s hosts alone and only over https: this machine is none of them', async () => {
  const before = asked.length;
  const addresses = [`${address}/photo`, 'https://localhost/photo', 'https://botframework.com.example.org/photo'];
  for (const contentUrl of addresses)
    expect(await bank({ attachments: [at(contentUrl)], serviceUrl: 'https://smba.trafficmanager.net/teams/' })).toEqual(
      [{ kind: 'refused', why: 'unreachable' }],
    );
  expect(asked.length).toBe(before);
});

test('cards and words are no files, and of many no more are fetched than it takes to say that they are too many', async () => {
  const cards = [at('', 'application/vnd.microsoft.card.adaptive'), at('', 'text/html')];
  expect(await demo({ attachments: cards })).toEqual([]);
  const many = Array.from({ length: 9 }, () => at(`${address}/photo`));
  expect(await demo({ attachments: many })).toHaveLength(3);
});
