// What leaves without being asked for right now: a reminder, a reply that comes late. Each passes the one decision first.
import { readShippedData } from '../../../bot/config/shippedData';
import { ContactGate } from '../../../bot/outreach/contactGate';
import { lateAnswerBy } from '../../../bot/outreach/lateAnswer';
import { OutboxSender } from '../../../bot/outreach/outboxSender';
import { PoliciesInForce } from '../../../bot/staff/policiesInForce';
import type { CaseRecord } from '../../../data/domain/case/case';
import { contactRulesSchema } from '../../../data/domain/conduct/contactRules';
import shipped from '../../../data/policy/contactRules.json';
import { MemoryStore } from '../../../data/store/memoryStore';
import { createRepositories } from '../../../data/store/repositories';

const rules = contactRulesSchema.parse(shipped);
/** Ten in the morning in Shanghai, on Monday 23 November 2026. */
const morning = '2026-11-23T02:00:00.000Z';
const night = '2026-11-23T18:30:00.000Z';
const reminder = { customerId: 'C1', address: null, channel: 'text', purpose: 'reminder' } as const;

const openCase: CaseRecord = {
  caseNumber: 'CS-1',
  kind: 'dispute',
  conversationId: 'c1',
  customerId: 'C1',
  openedAt: morning,
  dueOn: '2026-12-08',
  status: 'open',
  priority: 'normal',
  locale: 'zh-CN',
  lastWords: '',
  agencyId: null,
};

function house(rulesInForce = rules) {
  const store = new MemoryStore();
  const repositories = createRepositories(store);
  const gate = new ContactGate({ repositories, timeZone: 'Asia/Shanghai', rulesOn: () => rulesInForce });
  return { store, repositories, gate, sender: new OutboxSender(repositories, store) };
}

async function remind({ store, gate, sender }: ReturnType<typeof house>, number: number) {
  const asked = await gate.ask(reminder, morning);
  if (!asked.ok) return asked.reason;
  const message = { messageId: `M${number}`, customerId: 'C1', maskedPhone: '138****0001', text: '', sentAt: morning };
  await store.transaction(sender.operations(message, asked.permission, ''));
  return 'sent';
}

test('a second reminder on one day meets the cap that the console set, and an approved change of it counts at once', async () => {
  const strict = house();
  expect([await remind(strict, 1), await remind(strict, 2)]).toEqual(['sent', 'cap']);
  const caps = rules.caps.map((cap) => (cap.capId === 'writtenADay' ? { ...cap, countMax: 2 } : cap));
  const looser = house({ ...rules, caps });
  expect([await remind(looser, 1), await remind(looser, 2), await remind(looser, 3)]).toEqual(['sent', 'sent', 'cap']);
});

test('contact rules that the console approved are in force on their day, and the gate asks those', async () => {
  const { repositories } = house();
  const content = { ...rules, version: 'late-mornings', hours: { ...rules.hours, from: '10:30' } };
  await repositories.policies.put(
    {
      kind: 'contactRules',
      version: content.version,
      effectiveFrom: '2026-11-23',
      status: 'approved',
      basedOn: null,
      reason: 'later in the morning',
      author: 'maker',
      createdAt: morning,
      approver: 'checker',
      decidedAt: morning,
      comment: '',
      content,
    },
    null,
  );
  const policies = new PoliciesInForce(repositories.policies, readShippedData());
  await policies.load();
  const gate = new ContactGate({
    repositories,
    timeZone: 'Asia/Shanghai',
    rulesOn: (day) => policies.contactRules(day),
  });
  expect((await gate.ask(reminder, '2026-11-22T02:00:00.000Z')).ok).toBe(true);
  expect(await gate.ask(reminder, morning)).toMatchObject({
    ok: false,
    reason: 'outsideHours',
    nextAllowed: { date: '2026-11-23', clock: '10:30' },
  });
});

test('a contact is on record with the rules that allowed it, and a code that answers the customer is not one', async () => {
  const one = house();
  await remind(one, 1);
  expect(await one.repositories.contacts.ofCustomer('C1')).toMatchObject([
    { on: '2026-11-23', channel: 'text', purpose: 'reminder', rulesVersion: rules.version },
  ]);
});

test('a permission for one customer sends nothing to another', async () => {
  const one = house();
  const asked = await one.gate.ask(reminder, morning);
  if (!asked.ok) throw new Error('allowed in the morning');
  const message = { messageId: 'M1', customerId: 'C2', maskedPhone: '', text: '', sentAt: morning };
  expect(() => one.sender.operations(message, asked.permission, '')).toThrow();
});

test('at night and after a stop nobody is reminded', async () => {
  const { gate, repositories } = house();
  expect(await gate.ask(reminder, night)).toMatchObject({ ok: false, reason: 'outsideHours' });
  const stop = { ceased: true, reason: 'asked', until: null, changedAt: morning, wish: '' } as const;
  await repositories.contactPreferences.put({ customerId: 'C1', ...stop }, null);
  expect(await gate.ask(reminder, morning)).toMatchObject({ ok: false, reason: 'stopped', nextAllowed: null });
});

describe('a reply that could not be delivered when it was made', () => {
  const conversation = { id: 'c1', isGroup: false, conversationType: 'personal', name: '' };
  const madeAt = (at: string) => ({
    at,
    customerId: 'C1',
    reference: { channelId: 'msteams', user: { id: 'u1', name: '' }, conversation },
  });
  const fateAt = (now: string, { gate, repositories }: ReturnType<typeof house>) =>
    lateAnswerBy({ repositories, gate, answerWithinMinutes: () => rules.answerWithinMinutes, clock: () => now });

  test('is an answer for an hour, at any time of day', async () => {
    expect(await fateAt('2026-11-23T18:59:00.000Z', house())(madeAt(night))).toBe('send');
  });

  test('later it is a contact: sent by day, kept at night until the customer writes', async () => {
    const one = house();
    expect(await fateAt(morning, one)(madeAt('2026-11-22T20:00:00.000Z'))).toBe('send');
    expect(await fateAt('2026-11-23T20:00:00.000Z', one)(madeAt(night))).toBe('keep');
    expect(await fateAt(morning, one)(madeAt('2026-11-20T20:00:00.000Z'))).toBe('keep');
  });

  test('is withdrawn where somebody else turned out to read, and where the customer asked for quiet since', async () => {
    const wrong = house();
    const note = { channelId: 'msteams', userId: 'u1', conversationId: 'c1', notedAt: morning };
    await wrong.repositories.wrongContacts.put(note, null);
    expect(await fateAt(morning, wrong)(madeAt(morning))).toBe('withdraw');
    const quiet = house();
    const stop = {
      ceased: true,
      reason: 'asked',
      until: null,
      changedAt: '2026-11-23T02:00:01.000Z',
      wish: '',
    } as const;
    await quiet.repositories.contactPreferences.put({ customerId: 'C1', ...stop }, null);
    expect(await fateAt('2026-11-23T02:05:00.000Z', quiet)(madeAt(morning))).toBe('withdraw');
  });

  test('of a holder who died since is kept back', async () => {
    const one = house();
    await one.repositories.cases.put({ ...openCase, kind: 'bereavement', status: 'open' }, null);
    expect(await fateAt(morning, one)(madeAt('2026-11-22T20:00:00.000Z'))).toBe('keep');
  });
});
