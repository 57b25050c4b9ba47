// One message that does two things to the same record: both are stored, and the customer gets an answer to both.
import { type Act, certainTurn, type Intent, type Slots } from '../../../data/domain/customer/customerTurn';
import { understand } from '../../../dialogs/understanding/understand';
import { ids } from '../../dialogs/saying';
import { Talk } from '../../support/talk';

type Said = readonly [intent: Intent, slots: Slots];

const stop: Said = ['contactPreference', { contact: { rule: 'stop' } }];
const took = (what: Slots['what']): Said => ['undo', { what }];

const before = {
  'a card is misused': ['3202 5526', '这笔钱不是我刷的，盗刷', '没错'],
  'a hardship is under review': ['3202 5526', '我失业了没有收入'],
  'contact was stopped': ['3202 5526', '别再联系我了'],
  'a payment is promised': ['3202 5526', '15号还三千', '对'],
  'a colleague is waited for': ['3202 5526', '转人工'],
} as const;

/** A verified talk in which the last message was understood as these two things, in this order. */
async function both(earlier: keyof typeof before, first: Said, second: Said): Promise<Talk> {
  const message = '两件事';
  const act = ([intent, slots]: Said, at: number): Act => ({ intent, slots, span: [at, at + 1], confidence: 1 });
  const talk = await Talk.begin({
    understand: (text, locale, context) =>
      text === message
        ? { ...certainTurn(...first), acts: [act(first, 0), act(second, 1)] }
        : understand(text, locale, context),
  });
  for (const text of before[earlier]) await talk.say(text);
  expect(ids(await talk.say(message))).not.toHaveLength(0);
  return talk;
}

const late20 = 'C-1004';
const contactOf = (talk: Talk) => talk.repositories.contactPreferences.get(late20);

test.each([
  ['a card is misused', took('dispute'), stop],
  ['a card is misused', stop, took('dispute')],
  ['a hardship is under review', took('hardship'), stop],
  ['a hardship is under review', stop, took('hardship')],
] as const)(
  '%s: it is taken back and all contact stopped in one breath, and the stop stands',
  async (earlier, first, second) => {
    const talk = await both(earlier, first, second);
    expect(await contactOf(talk)).toMatchObject({ ceased: true, reason: 'asked' });
  },
);

test('a misused card is no longer claimed and a lost job told: the case of fraud is closed, and the review rests contact', async () => {
  const talk = await both('a card is misused', took('dispute'), ['hardship', {}]);
  const { items } = await talk.repositories.cases.list();
  const own = items.filter(({ record }) => record.customerId === late20).map(({ record }) => record);
  expect(own.find(({ kind }) => kind === 'fraud')).toMatchObject({ status: 'closed' });
  expect(own.find(({ kind }) => kind === 'hardship')).toMatchObject({ status: 'open' });
  expect(await contactOf(talk)).toMatchObject({ ceased: true, reason: 'hardship' });
});

test('“the 3,000 is off, my boss ran away”: the promise is withdrawn once, however often the message says so', async () => {
  const talk = await both('a payment is promised', took('promise'), took(undefined));
  const { items } = await talk.repositories.promises.list();
  expect(items.map(({ record }) => record).filter(({ customerId }) => customerId === late20)).toMatchObject([
    { status: 'withdrawn' },
  ]);
});

test('somebody leaves the queue in two ways at once', async () => {
  const talk = await both('a colleague is waited for', took('handoff'), took(undefined));
  expect(await talk.repositories.deskConversations.get(talk.conversationId)).toMatchObject({ status: 'returned' });
});

test('contact may begin again, and a lost job rests it anew', async () => {
  const talk = await both('contact was stopped', took('contactStop'), ['hardship', {}]);
  expect(await contactOf(talk)).toMatchObject({ ceased: true, reason: 'hardship' });
});
