// A wish about contact is said back line by line, kept, added to, and taken back.
import { type ContactWish, certainTurn } from '../../../../data/domain/customer/customerTurn';
import { dialogClient } from '../../dialogClient';

const ids = (spoken: readonly { readonly id: string }[]) =>
  spoken.map(({ id }) => id).filter((id) => id !== 'opening.machine');
const wish = (contact: ContactWish) => certainTurn('contactPreference', { contact });

test.each<[string, ContactWish, string[]]>([
  ['别打单位', { rule: 'not', where: 'work' }, ['contact.noted', 'contact.notWork']],
  ['别找我姐', { rule: 'not', where: 'relatives' }, ['contact.noted', 'contact.notRelatives']],
  ['别让外包找我', { rule: 'not', where: 'agency' }, ['contact.noted', 'contact.notAgency']],
  ['只发短信', { rule: 'only', channels: ['sms'] }, ['contact.noted', 'contact.onlyBy', 'contact.notBy']],
  ['八点以后别找我', { rule: 'not', from: '20:00' }, ['contact.noted', 'contact.notHours', 'contact.hours']],
  ['打我另一个号码', { rule: 'only', number: '13900001234' }, ['contact.noted', 'contact.number']],
  ['别联系我', { rule: 'stop' }, ['contact.stopped']],
])('"%s" is said back as it was asked', async (words, contact, expected) => {
  const talk = await dialogClient({ [words]: wish(contact) });
  expect(ids(await talk.say(words))).toEqual(expected);
  const saved = talk.outcomes.flatMap(({ effects }) => effects).find(({ kind }) => kind === 'saveContactPreference');
  expect(saved).toMatchObject({ record: { ceased: contact.rule === 'stop' } });
});

test('"please start contacting me again" is no stop', async () => {
  const talk = await dialogClient({ again: wish({ rule: 'resume' }) });
  expect(ids(await talk.say('again'))).toEqual(['contact.notStopped']);
});
