// A call back at a time that was asked for: booked when a slot is free, else the nearest is said; a question puts nobody in the queue.
import { nearestSlot } from '../../../../data/domain/case/deskRules';
import { certainTurn } from '../../../../data/domain/customer/customerTurn';
import { dialogClient } from '../../dialogClient';

const callAt = (callbackAt: string) => certainTurn('ask.queue', { callbackAt });
const readings = {
  明天三点打给我: callAt('2026-11-24T15:00'),
  明天晚上十点打给我: callAt('2026-11-24T22:00'),
  几点下班: certainTurn('ask.queue'),
};

test('"call me tomorrow at three" books that half hour, with the day said', async () => {
  const talk = await dialogClient(readings);
  const callback = (await talk.say('明天三点打给我')).find(({ id }) => id === 'handoff.callback');
  expect(callback?.values).toMatchObject({ from: '15:00', until: '15:30' });
  const joined = talk.outcomes.flatMap(({ effects }) => effects).find(({ kind }) => kind === 'joinQueue');
  expect(joined).toMatchObject({ entry: { callback: { date: '2026-11-24', from: '15:00' } } });
});

test('outside the hours the nearest slot is said and booked', async () => {
  const talk = await dialogClient(readings);
  const said = await talk.say('明天晚上十点打给我');
  expect(said.map(({ id }) => id)).toContain('queue.nearest');
  expect(said.find(({ id }) => id === 'handoff.callback')?.values).toMatchObject({ from: '09:00' });
});

test('who asks for the hours is told them and waits for nobody', async () => {
  const talk = await dialogClient(readings);
  expect((await talk.say('几点下班')).map(({ id }) => id)).toContain('queue.hours');
  expect(talk.outcomes.flatMap(({ effects }) => effects).some(({ kind }) => kind === 'joinQueue')).toBe(false);
});

test('a slot that is taken gives way to the next one, and to an earlier one where none follows', () => {
  const slot = (from: string, until: string, free: number) => ({ date: '2026-11-24', from, until, free });
  const wished = { date: '2026-11-24', clock: '15:10' };
  expect(nearestSlot(wished, [slot('15:00', '15:30', 0), slot('15:30', '16:00', 1)])?.from).toBe('15:30');
  expect(nearestSlot(wished, [slot('14:30', '15:00', 1), slot('15:00', '15:30', 0)])?.from).toBe('14:30');
  expect(nearestSlot(wished, [])).toBeUndefined();
});
