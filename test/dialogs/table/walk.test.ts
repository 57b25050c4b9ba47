// Every cell of the table is walked in both languages: what is heard in a place is served by whom it should be, and then the
// talk stands where the table says. The table of what may be said where is held to what is said.
import { type Intent, intents, type Locale } from '../../../data/domain/customer/customerTurn';
import { type Place, serviceOf, table } from '../../../dialogs/table';
import { ids } from '../saying';
import { askedNothingAfter, familyOf, placesAfter, questions } from './expected';
import { isKnownCell } from './knownCells';
import { type ReadTalk, talkAt } from './places';
import { utterances } from './utterances';

const places = Object.keys(table) as Place[];
const locales = ['zh-CN', 'en-US'] as const;

/** Says the intent where the talk stands, and tells what is not as the table has it. */
async function faultsOf(talk: ReadTalk, place: Place, intent: Intent, locale: Locale): Promise<readonly string[]> {
  const reply = await talk.say(utterances[intent][locale]);
  const [said, after] = [ids(reply), await talk.place()];
  const read = talk.lastReading?.intent ?? intent;
  // Between two intents that the place hears itself, the place decides: "no" turns the offers down.
  const isHeard = read === intent || (serviceOf(place, intent) === 'own' && serviceOf(place, read) === 'own');
  // After some detours nobody is asked for the endings any more: the check is put off, and said to be.
  const places = said.includes('verify.cancelled')
    ? [...placesAfter(place, intent), 'open']
    : placesAfter(place, intent);
  const question = questions[place];
  const isBack = serviceOf(place, intent) === 'thenBack' && after === place && !askedNothingAfter.includes(intent);
  const told = `${place} ${locale} ${intent} → ${after} (${said.join(' ')})`;
  return [
    ...(isHeard ? [] : [`${told}: read as ${read}`]),
    ...(reply.text.trim() === '' ? [`${told}: no reply`] : []),
    ...(reply.said.some(({ id }) => familyOf(place, intent).test(id))
      ? []
      : [`${told}: not ${familyOf(place, intent)}`]),
    ...(places.includes(after) ? [] : [`${told}: should be ${places.join(' or ')}`]),
    ...(isBack && question !== undefined && !said.some((id) => question.test(id))
      ? [`${told}: its question is gone`]
      : []),
  ];
}

/** First what stays in the place, so that one talk serves many cells; a person last of these, who is waited for from then on. */
const order = (place: Place, intent: Intent): number =>
  serviceOf(place, intent) === 'leaves' ? 2 : intent === 'human' ? 1 : 0;

const cellsOf = (place: Place): readonly Intent[] => intents.toSorted((a, b) => order(place, a) - order(place, b));

/** After these the next question is heard in their light: a complaint under way, a stop that stands, a case that was opened. */
const lasting: readonly Intent[] = [
  'changeLanguage',
  'human',
  'complaint',
  'contactPreference',
  'scam',
  'verifyCollector',
];

/** Places in which nothing that is said changes what is said next. */
const closed: readonly Place[] = ['locked', 'someoneElse', 'atRisk'];

describe.each(locales)('%s', (locale) => {
  test.each(places)(
    '%s: every intent is served as the table says',
    async (place) => {
      const faults: string[] = [];
      let talk = await talkAt(place, locale);
      for (const intent of cellsOf(place)) {
        const found = await faultsOf(talk, place, intent, locale);
        if (!isKnownCell(place, intent, locale)) faults.push(...found);
        // What the place heard itself, or another language, may change what comes next: the next cell begins anew.
        const isAsBefore = closed.includes(place) || serviceOf(place, intent) === 'thenBack';
        const goesOn = found.length === 0 && isAsBefore && !lasting.includes(intent);
        if (!goesOn || (await talk.place()) !== place) talk = await talkAt(place, locale);
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
