// Taken back as easily as said: a promise, a dispute, a place in the queue, a wish that only waits, "wrong person".
import { certainTurn, type Undone } from '../../../../data/domain/customer/customerTurn';
import { dialogClient } from '../../dialogClient';

const names = (spoken: readonly { readonly id: string }[]) => spoken.map(({ id }) => id);
const takeBack = (what?: Undone) => certainTurn('undo', what === undefined ? {} : { what });
const readings = {
  欠多少: certainTurn('account.balance'),
  没异议了: takeBack('dispute'),
  协议撤了: takeBack('arrangement'),
  我还过了: certainTurn('alreadyPaid'),
  没还: takeBack('alreadyPaid'),
  不是我: certainTurn('thirdParty'),
  就是我: takeBack('thirdParty'),
};
type Client = Awaited<ReturnType<typeof dialogClient>>;
const effectsOf = ({ outcomes }: Client) => outcomes.flatMap(({ effects }) => effects);

async function verified() {
  const talk = await dialogClient(readings);
  await talk.say('欠多少');
  await talk.say('3202 5526');
  return talk;
}

test('a wish that only waits for the check is dropped when it is taken back', async () => {
  const talk = await dialogClient(readings);
  await talk.say('我还过了');
  expect(names(await talk.say('没还'))).toContain('meant.no');
  await talk.say('3202 5526');
  expect(effectsOf(talk).some(({ kind }) => kind === 'openCase')).toBe(false);
});

test('"I am the cardholder" after "wrong person" begins anew, with the check', async () => {
  const talk = await dialogClient(readings);
  await talk.say('不是我');
  expect(names(await talk.say('就是我'))).toEqual(['undo.thirdParty', 'verify.ask']);
});

test('what may be on record elsewhere is looked up once it is known who asks', async () => {
  const talk = await dialogClient(readings);
  expect(names(await talk.say('没异议了'))).toContain('verify.ask');
});

test('a signed agreement is not spoken of where there is none', async () => {
  const talk = await verified();
  expect(names(await talk.say('协议撤了'))).toEqual(['undo.nothing']);
});
