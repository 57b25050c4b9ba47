// Terms that changed between read-back and signature are read again: payments, days, documents, policies, cards.
import { type Account, negotiableAccount } from '../../../../data/domain/account/account';
import { certainTurn } from '../../../../data/domain/customer/customerTurn';
import { type PolicyLimits, readPolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { startNegotiation } from '../../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../../data/domain/negotiation/nextMove';
import shipped from '../../../../data/policy/offerLimits.json';
import type { Talk } from '../../../support/talk';
import { audited, ids, people, readyToSign, saying, valuesOf, verified, withOffers } from '../../saying';
import { agreementsOf, changeAccount, paid } from './signed';

test('a payment between read-back and signature: the new terms are read, with a new code, and the reason is said', async () => {
  const talk = await withOffers();
  const first = valuesOf(await talk.say('选1'), 'negotiation.readBack').total;
  await talk.say('{code}');
  await changeAccount(talk, paid(200_000));
  talk.wait(1);
  const reply = await talk.say('确认');
  expect(ids(reply)).toEqual(
    expect.arrayContaining(['negotiation.table.payment', 'negotiation.readBack', 'agreement.codeSent']),
  );
  expect(valuesOf(reply, 'negotiation.readBack').total).not.toBe(first);
  expect(await agreementsOf(talk)).toEqual([]);
  expect(ids(await talk.say('确认'))).toEqual(['agreement.codeFirst']);
  expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
  const [record] = await agreementsOf(talk);
  expect(record?.offer.financedFen).toBe(2_443_120);
});

test('a payment larger than an offered first payment breaks no turn', async () => {
  const talk = await verified(people.canonical);
  await saying(talk, '能分期吗', '我现在能先还10000，以后每个月300');
  await changeAccount(talk, paid(1_900_000));
  for (const words of ['选1', '好的', '确认', '选2', '每个月最多还800'])
    expect(ids(await talk.say(words))).not.toContain('negotiation.agreed');
  expect(await audited(talk, 'turnFailed')).toEqual([]);
});

test('all paid in between: nothing is left to sign', async () => {
  const talk = await readyToSign();
  await talk.say('{code}');
  await changeAccount(talk, (account) => ({
    ...account,
    principalFen: 0,
    interestFen: 0,
    feesFen: 0,
    pastDueSince: null,
  }));
  expect(ids(await talk.say('确认'))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('a dispute that staff entered meanwhile stops the signature', async () => {
  const talk = await readyToSign();
  await talk.say('{code}');
  await changeAccount(talk, (account) => ({ ...account, flags: ['dispute'] }));
  expect(ids(await talk.say('确认'))).toEqual(['account.frozenDispute']);
  expect(ids(await talk.say('确认'))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('an offer that has run out overnight is not signed: it is made anew', async () => {
  const talk = await readyToSign();
  await talk.say('{code}');
  talk.wait(8 * 86_400);
  await saying(talk, '确认', '6688 1234');
  for (const words of ['确认', '好的']) expect(ids(await talk.say(words))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('two cards in one plan are both named when read back and when signed', async () => {
  const talk = await verified(people.twoCards);
  await saying(talk, '能分期吗', '每个月最多还2000');
  const reply = await talk.say('选1');
  const accounts = await talk.repositories.accounts.ofCustomer((await audited(talk, 'readBack'))[0]?.customerId ?? '');
  const tails = accounts.map(({ cardTail }) => cardTail);
  expect(tails.length).toBeGreaterThan(1);
  for (const tail of tails) expect(reply.text).toContain(tail);
  const signed = await talk.say('{code} 确认');
  expect(ids(signed)).toContain('negotiation.agreed');
  for (const tail of tails) expect(signed.text).toContain(tail);
  const [record] = await agreementsOf(talk, accounts[0]?.customerId ?? '');
  expect(record?.accountIds).toHaveLength(tails.length);
});

describe('policies', () => {
  const dearer = {
    ...shipped,
    version: 'offers-2026-12',
    segments: shipped.segments.map((one) => ({ ...one, monthlyRateList: one.monthlyRateList + 0.001 })),
  };

  /** Two people have approved other limits, in force from today. */
  async function approve(talk: Talk): Promise<void> {
    const day = '2026-11-23';
    await talk.repositories.policies.put(
      {
        ...{ kind: 'offerLimits', version: dearer.version, effectiveFrom: day, status: 'approved', basedOn: null },
        ...{
          reason: 'a test',
          author: 'maker',
          createdAt: talk.now,
          approver: 'checker',
          decidedAt: talk.now,
          comment: '',
        },
        content: { ...dearer, effectiveFrom: day },
      },
      'any',
    );
    await talk.reloadPolicies();
  }
  const versionOf = async (talk: Talk) => (await audited(talk, 'negotiation.move')).at(-1)?.inputs.policyVersion;

  test('offers on the table are signed as they were read when the bank decides otherwise meanwhile', async () => {
    const talk = await readyToSign();
    await approve(talk);
    expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
    const [record] = await agreementsOf(talk);
    expect(record?.policyVersion).toBe(shipped.version);
  });

  test('an old policy is held for its offers and not a day longer, and new offers under it end with them', async () => {
    const talk = await withOffers();
    await approve(talk);
    talk.now = '2026-11-28T02:00:00.000Z';
    await saying(talk, '每个月最多还1500', people.canonical);
    expect(await versionOf(talk)).toBe(shipped.version);
    const tables = (await audited(talk, 'negotiation.move')).map(({ decision }) => JSON.stringify(decision));
    for (const table of tables) expect(table).not.toMatch(/"validUntil":"2026-12/);
    talk.now = '2026-12-02T02:00:00.000Z';
    await saying(talk, '能分期吗', people.canonical, '每个月最多还1500');
    expect(await versionOf(talk)).toBe(dearer.version);
  });

  test('a version that nobody can read any more breaks no turn: the offers are made anew, and that is said', async () => {
    const talk = await withOffers();
    await approve(talk);
    await talk.say('能分期吗');
    talk.newConversation();
    const negotiation = startNegotiation(
      { ...readLimits(), version: 'offers-gone' },
      viewOf(await talk.repositories.accounts.ofCustomer('C-1001')),
      '2026-11-23',
    );
    const { negotiation: offered } = nextMove(
      negotiation,
      certainTurn('negotiate.terms', { monthlyAmount: { max: 800 } }),
      viewOf(await talk.repositories.accounts.ofCustomer('C-1001')),
      { ...readLimits(), version: 'offers-gone' },
      '2026-11-23',
    );
    const accounts = await talk.repositories.accounts.ofCustomer('C-1001');
    await talk.repositories.savedQuotes.put(
      {
        customerId: 'C-1001',
        accountIds: accounts.map(({ accountId }) => accountId),
        negotiation: offered,
        savedOn: '2026-11-23',
      },
      'any',
    );
    const reply = await saying(talk, '我想办分期', people.canonical);
    expect(ids(reply)).toContain('negotiation.table.policy');
    expect(await versionOf(talk)).toBe(dearer.version);
    expect(ids(await talk.say('选1'))).toContain('negotiation.readBack');
  });
});

const readLimits = (): PolicyLimits => {
  const reading = readPolicyLimits(shipped);
  if (reading.kind === 'refused') throw new Error('the shipped limits pass the door');
  return reading.limits;
};
const viewOf = ([first, ...others]: readonly Account[]) => {
  if (first === undefined) throw new Error('the demo account');
  return negotiableAccount([first, ...others], '2026-11-23');
};
