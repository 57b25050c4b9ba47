// Repay: the bank's own channels; never a private account; a reference only for the cardholder.
import { Talk } from '../../../support/talk';
import { ids, people, valuesOf, verified } from '../../saying';

test('anybody is told the channels and the warning, and no reference', async () => {
  const talk = await Talk.begin();
  const reply = await talk.say('怎么还款');
  expect(ids(reply)).toEqual(expect.arrayContaining(['repay.channels', 'repay.neverPrivate']));
  expect(ids(reply)).not.toContain('repay.reference');
});

test('the cardholder is told a reference for each card and what a part payment goes to first', async () => {
  const talk = await verified(people.twoCards);
  const reply = await talk.say('怎么还款');
  const tails = reply.said.filter(({ id }) => id === 'repay.reference').map(({ values }) => values.tail);
  expect(tails).toEqual(['2201', '2212']);
  expect(ids(reply)).toContain('repay.partFirstToInterest');
  const late = await verified(people.canonical);
  const lateReply = await late.say('怎么还款');
  expect(ids(lateReply)).toContain('repay.partFirstToPrincipal');
  expect(valuesOf(lateReply, 'repay.reference').reference).toContain('6688');
});
