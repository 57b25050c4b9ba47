// Thousands ask for a person whom nobody has verified: the desk lists a few, and those who can be helped are not buried.
import { readShippedData } from '../../../../bot/config/shippedData';
import { newAnonymousCases } from '../../../../bot/staff/anonymousCases';
import type { DeskEvent } from '../../../../bot/staff/contract/desk';
import { DeskQueue } from '../../../../bot/staff/desk/deskQueue';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import { ids, people, valuesOf } from '../../../dialogs/saying';
import { Talk } from '../../../support/talk';

const rules = readShippedData().desk.anonymousCases;

test('somebody who opens one conversation after another is told the hotline; the verified and those in danger still get in', async () => {
  const talk = await Talk.begin();
  let refused = 0;
  for (let n = 0; n < rules.bankAnHour + 20; n++) {
    talk.newConversation();
    talk.userId = `crowd-${n}`;
    const reply = await talk.say('转人工');
    if (ids(reply).includes('handoff.callUs')) refused += 1;
  }
  expect(refused).toBe(20);
  const waiting = await talk.repositories.deskConversations.withStatus('waiting');
  expect(waiting).toHaveLength(rules.bankAnHour);
  const open = await talk.repositories.cases.withStatus('waiting', { limit: 1000 });
  expect(open.items).toHaveLength(rules.bankAnHour);

  talk.newConversation();
  talk.userId = 'in danger';
  expect(ids(await talk.say('我真的不想活了'))).toEqual(['vulnerable.first', 'vulnerable.person', 'handoff.urgent']);
  talk.newConversation();
  talk.userId = 'holder';
  await talk.say('我一共欠多少');
  await talk.say(people.late20);
  expect(valuesOf(await talk.say('转人工'), 'handoff.waiting').caseNumber).toMatch(/^CS-/);
});

test('one address is stopped long before the bank is full, however many hosts of its network it uses', async () => {
  const cases = newAnonymousCases(rules);
  const admitted = async (address: (n: number) => string, tries: number) => {
    const answers = await Promise.all(Array.from({ length: tries }, (_, n) => cases.admit(address(n), false)));
    return answers.filter(Boolean).length;
  };
  expect(await admitted(() => '203.0.113.7', 200)).toBe(rules.eachAddressAnHour);
  expect(await admitted((n) => `2001:db8:1:2::${n.toString(16)}`, 200)).toBe(rules.eachAddressAnHour);
  expect(await admitted((n) => `198.51.100.${n}`, 10)).toBe(10);
});

const waiting = (n: number, more: Partial<DeskConversation> = {}): DeskConversation => ({
  conversationId: `c${n}`,
  conversation: `emulator/c${n}`,
  channelId: 'emulator',
  reference: {},
  caseNumber: `CS-${n}`,
  reason: 'person',
  priority: 'normal',
  locale: 'zh-CN',
  status: 'waiting',
  waitingSince: new Date(Date.UTC(2026, 10, 23) + n * 1000).toISOString(),
  lastWords: '',
  customerId: null,
  agent: null,
  takenAt: null,
  firstTakenAt: null,
  callback: null,
  outcome: null,
  endedAt: null,
  ...more,
});

test('the desk lists the first of a crowd and counts the rest; every verified or urgent one is listed', () => {
  const queue = new DeskQueue(createRepositories(new MemoryStore()).deskConversations, 50);
  const told: DeskEvent['type'][] = [];
  queue.listen(({ type }) => told.push(type));
  for (let n = 0; n < 3000; n++) queue.changed({ record: waiting(n), version: 1 });
  queue.changed({ record: waiting(5000, { customerId: 'C1' }), version: 1 });
  queue.changed({ record: waiting(5001, { priority: 'urgent', reason: 'vulnerable' }), version: 1 });
  const { items, anonymousHidden } = queue.shown();
  expect(items).toHaveLength(52);
  expect(anonymousHidden).toBe(2950);
  expect(items[0]?.conversationId).toBe('c5001');
  expect(items.map(({ conversationId }) => conversationId)).toContain('c5000');
  expect(told.filter((type) => type === 'queue')).toHaveLength(52);
  // One who was listed is taken: the next of the crowd comes up.
  queue.changed({ record: waiting(0, { status: 'taken', agent: 'anna' }), version: 2 });
  const after = queue.shown();
  expect(after.anonymousHidden).toBe(2949);
  expect(after.items.map(({ conversationId }) => conversationId)).toContain('c50');
});
