// What was recorded is taken back through the whole assistant: the promise never counts as broken, the case is closed as withdrawn.
import { settlePromises } from '../../../../data/domain/arrangement/promise';
import { audited, ids, people, saying, verified } from '../../saying';

test('a promise that was recorded is taken back and never becomes broken', async () => {
  const talk = await verified(people.late20);
  expect(ids(await saying(talk, '25号我还三千', '对'))).toContain('negotiation.promise.recorded');
  expect(ids(await talk.say('刚说的还三千那个约定不算了，取消约定'))).toContain('undo.promise');
  const [event] = await audited(talk, 'promiseRecorded');
  const promises = await talk.repositories.promises.ofCustomer(event?.customerId ?? '');
  expect(promises.map(({ status }) => status)).toEqual(['withdrawn']);
  const settled = settlePromises(promises, [], '2027-06-01', 'Asia/Shanghai');
  expect(settled.map(({ promise }) => promise.status)).toEqual(['withdrawn']);
});

test('a dispute is closed as withdrawn by the customer', async () => {
  const talk = await verified(people.late20);
  await saying(talk, '这笔消费不是我刷的，我有异议');
  expect(ids(await talk.say('撤回刚才的异议'))).toContain('undo.case');
  const [event] = await audited(talk, 'withdrawn');
  const { caseNumber } = event?.decision ?? {};
  expect(await talk.repositories.cases.get(String(caseNumber))).toMatchObject({
    status: 'closed',
    closed: { by: 'customer', outcome: 'withdrawn' },
  });
});
