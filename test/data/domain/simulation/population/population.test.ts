// The population file is read at the door: a wrong one is refused with the field and the reason.
import { readPopulation } from '../../../../../data/domain/simulation/population/population';
import { populationFile, shippedPopulations } from '../shipped';

type Json = Record<string, unknown>;
const isGroup = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The shipped file with one field set to something else. */
function changed(path: readonly string[], value: unknown): unknown {
  const file = populationFile();
  let group = file;
  for (const key of path.slice(0, -1)) group = isGroup(group) ? group[key] : undefined;
  const last = path.at(-1);
  if (isGroup(group) && last !== undefined) group[last] = value;
  return file;
}

const fieldsRefused = (data: unknown): string[] => {
  const reading = readPopulation(data);
  return reading.kind === 'refused' ? reading.problems.map((problem) => problem.field) : [];
};

test('the shipped file is read, with five stress sets', () => {
  const { base, stress } = shippedPopulations();
  expect(Object.keys(stress)).toEqual([
    'misleadingEvidence',
    'noEvidence',
    'strategic65',
    'fragile',
    'unknownBehaviour',
  ]);
  expect(stress.noEvidence.evidence.share).toBe(0);
  expect(stress.noEvidence.person).toEqual(base.person);
});

test('in strategic65 every second or more plays a game', () => {
  const { overPromiser, lowBaller, haggler, forgedEvidence } = shippedPopulations().stress.strategic65.behaviours;
  expect(overPromiser.share + lowBaller.share + haggler.share + forgedEvidence.share).toBeCloseTo(0.65, 9);
});

test.each([
  [['person', 'patience'], { min: 5, max: 2 }, 'person.patience'],
  [['behaviours', 'truthful'], { share: 0.9 }, 'behaviours'],
  [['behaviours', 'truthful'], { share: -1 }, 'behaviours.truthful.share'],
  [['account', 'daysPastDue'], [{ share: 1, min: 90, max: 3 }], 'account.daysPastDue.0.min'],
  [['account', 'balance'], { medianFen: 1, sigma: 1, minFen: 9, maxFen: 2 }, 'account.balance.minFen'],
  [['value', 'recovery'], 2, 'value.recovery'],
  [['value', 'surprise'], 2, 'value'],
  [['stress', 'noEvidence'], { evidence: { share: 7 } }, 'stress.noEvidence.evidence.share'],
  [['stress', 'fragile'], { colour: 'red' }, 'stress.fragile'],
])('%s set wrongly is refused by name', (path, value, field) => {
  expect(fieldsRefused(changed(path, value))).toContain(field);
});

test('bands of recovery that fall are refused', () => {
  const bands = [
    { daysPastDueMax: 90, recovery: 0.3 },
    { daysPastDueMax: 30, recovery: 0.4 },
  ];
  expect(fieldsRefused(changed(['value', 'withoutAgreement'], bands))).toContain(
    'value.withoutAgreement.1.daysPastDueMax',
  );
});

test('something that is no population at all is refused', () => {
  for (const data of [null, 7, 'x', [], {}]) expect(fieldsRefused(data).length).toBeGreaterThan(0);
});
