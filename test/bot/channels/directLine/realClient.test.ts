// Microsoft's own client of Direct Line against our server, by websocket and by asking again and again: as Web Chat and apps use it.
import type { DirectLine as Client, Activity as ClientActivity } from 'botframework-directlinejs';
import { newTokens, tokensEndAfterSeconds } from '../../../../bot/channels/directLine/tokens';
import { newSigner } from '../../../../bot/http/signer';
import { asInBrowser } from '../../support/browserInNode';
import { type RunningHouse, startHouse } from '../../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(180_000);

asInBrowser();
const { DirectLine, ConnectionStatus } =
  require('botframework-directlinejs') as typeof import('botframework-directlinejs');

const secret = 'a-secret-of-more-than-thirty-two-letters';
let house: RunningHouse;
const clients: Client[] = [];
beforeAll(async () => {
  house = await startHouse(undefined, { LINK_SECRET: secret });
});
afterAll(async () => {
  for (const client of clients) client.end();
  await house.stop();
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
}

interface Talk {
  readonly client: Client;
  readonly heard: ClientActivity[];
  readonly statuses: number[];
  post(activity: Partial<ClientActivity>): Promise<string>;
}

function connect(token: string, webSocket: boolean): Talk {
  const client = new DirectLine({
    token,
    domain: `${house.address}/v3/directline`,
    webSocket,
    pollingInterval: 200,
    timeout: 5_000,
    // The client waits 3 to 15 seconds at random before it connects again.
    random: () => 0,
  } as ConstructorParameters<typeof DirectLine>[0]);
  clients.push(client);
  const [heard, statuses]: [ClientActivity[], number[]] = [[], []];
  client.connectionStatus$.subscribe((status) => statuses.push(status));
  // A client that is ended says so as an error.
  client.activity$.subscribe(
    (activity) => heard.push(activity),
    () => undefined,
  );
  const post: Talk['post'] = (activity) =>
    new Promise((resolve, reject) => {
      client.postActivity({ from: { id: 'me' }, ...activity } as ClientActivity).subscribe(resolve, reject);
    });
  return { client, heard, statuses, post };
}

async function generate(): Promise<{ token: string; conversationId: string }> {
  const answer = await fetch(`${house.address}/v3/directline/tokens/generate`, { method: 'POST' });
  return (await answer.json()) as { token: string; conversationId: string };
}

const words = ({ heard }: Talk): string[] =>
  heard.flatMap((activity) =>
    activity.type === 'message' && activity.from.id === 'assistant' ? [activity.text ?? ''] : [],
  );

describe.each([
  ['a websocket', true],
  ['asking again and again', false],
])('by %s', (_name, webSocket) => {
  it('is greeted, says something, and gets the answer to just that', async () => {
    const talk = connect((await generate()).token, webSocket);
    await until(() => words(talk).length === 1);
    const id = await talk.post({ type: 'message', text: '转人工' });
    await until(() => words(talk).length === 2);
    expect(talk.heard.at(-1)).toMatchObject({ replyToId: id, channelId: 'directline' });
    expect(talk.heard.map(({ id: one }) => one)).toEqual([...new Set(talk.heard.map(({ id: one }) => one))]);
  });

  it('sends a photo with words beside it', async () => {
    const talk = connect((await generate()).token, webSocket);
    await until(() => words(talk).length === 1);
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const attachments = [{ contentType: 'image/png', contentUrl: `data:image/png;base64,${png}`, name: 'pay.png' }];
    await talk.post({ type: 'message', text: '这是失业证明', attachments } as Partial<ClientActivity>);
    await until(() => words(talk).length === 2);
    expect(words(talk).at(-1)).toContain('文件');
  });

  it('goes on with a newer token when the old one has run out, without a gap', async () => {
    const { conversationId } = await generate();
    const claims = { conversationId, userId: 'dl_me', locale: 'zh-CN' };
    const now = () => Math.floor(Date.now() / 1000);
    // The end of the conversation's day, after which no token of it is renewed.
    const day = { ...claims, expires: now(), began: now() - tokensEndAfterSeconds + 15 };
    const short = newTokens(newSigner(secret), now).renew(day);
    const talk = connect(short.token, webSocket);
    await until(() => words(talk).length === 1);
    await until(() => talk.statuses.includes(ConnectionStatus.ExpiredToken));
    const fresh = newTokens(newSigner(secret), now).issue(claims);
    // As our page does: the client asks for its new stream itself, from where it stood.
    const streamUrl: string = Reflect.get(talk.client, 'streamUrl');
    talk.client.reconnect({ conversationId, token: fresh.token, streamUrl });
    await talk.post({ type: 'message', text: '转人工' });
    // By websocket this client then listens by two streams, and Web Chat knows by its id what came by both.
    await until(() => new Set(words(talk)).size === 2);
  });
});

it('connects again after a restart from where it stood: nothing is lost, nothing comes twice', async () => {
  const talk = connect((await generate()).token, true);
  await until(() => words(talk).length === 1);
  const port = new URL(house.address).port;
  await house.stop('keepData');
  house = await startHouse(house.dataDir, { LINK_SECRET: secret, PORT: port });
  await talk.post({ type: 'message', text: '转人工' });
  await until(() => words(talk).length === 2);
  expect(talk.heard.map(({ id }) => id)).toEqual([...new Set(talk.heard.map(({ id }) => id))]);
});
