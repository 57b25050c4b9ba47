// Every file of data that ships is broken in each way that an editor or a disk can break it: the start refuses it and says
// which file, which field and why.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersFolder } from '../../../bot/config/answerFiles';
import { repositoryRoot } from '../../../bot/config/repositoryRoot';
import { DataFileError, readShippedData, shippedFiles } from '../../../bot/config/shippedData';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Path = readonly (string | number)[];

const root = mkdtempSync(join(tmpdir(), 'assistant-data-'));
for (const folder of ['policy', 'knowledge'])
  cpSync(join(repositoryRoot, 'data', folder), join(root, 'data', folder), { recursive: true });
afterAll(() => rmSync(root, { recursive: true, force: true }));

const policyFiles = readdirSync(join(root, 'data', 'policy'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => `data/policy/${name}`);
const original = (file: string): string => readFileSync(join(repositoryRoot, file), 'utf8');

/** What the start says of a file with this text; null when it takes it. */
function refusal(file: string, text: string | Buffer | null): string | null {
  const path = join(root, file);
  if (text === null) rmSync(path);
  else writeFileSync(path, text);
  try {
    const owner = Object.values(shippedFiles).find((one) => one.file === file);
    if (owner === undefined) throw new Error(`nothing reads ${file}`);
    owner.read(root);
    return null;
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
    return error.message;
  } finally {
    writeFileSync(path, original(file));
  }
}

/** Every place of a value; of the entries of a list the first stands for all. */
function placesOf(value: Json, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return [path, ...(value[0] === undefined ? [] : placesOf(value[0], [...path, 0]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...path, name]))];
}

const at = (value: Json, path: Path): Json => path.reduce<Json>((one, part) => Reflect.get(Object(one), part), value);

/** A copy with another value at a place, or without it. */
function changed(value: Json, path: Path, next: Json | undefined): Json {
  const copy: Json = structuredClone(value);
  const last = path.at(-1);
  if (last === undefined) return next ?? null;
  const owner = Object(at(copy, path.slice(0, -1)));
  if (next === undefined) Reflect.deleteProperty(owner, last);
  else Reflect.set(owner, last, next);
  return copy;
}

interface Break {
  readonly what: string;
  readonly path: Path;
  readonly value: Json;
}

/** A value of another kind, which no field may hold in this one's place. */
const ofAnotherKind = (value: Json): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? 'nonsense' : { nonsense: true };

const breaksOf = (whole: Json): Break[] =>
  placesOf(whole).flatMap((path): Break[] => {
    const value = at(whole, path);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [
      { what: 'another kind of value', path, value: changed(whole, path, ofAnotherKind(value)) },
      ...(isObject
        ? [
            {
              what: 'a misspelt field',
              path: [...path, 'misspeltField'],
              value: changed(whole, [...path, 'misspeltField'], 1),
            },
          ]
        : []),
      ...(typeof value === 'number'
        ? [
            { what: 'a number far too low', path, value: changed(whole, path, -1e12) },
            { what: 'a number far too high', path, value: changed(whole, path, 1e15) },
          ]
        : []),
    ];
  });

/** Fields that may be left out; the schema gives them a value. */
const optional: Readonly<Record<string, readonly string[]>> = {
  'data/policy/offerLimits.json': ['interestBearing', 'readingSeconds'],
  'data/policy/contactRules.json': ['answerWithinMinutes'],
  // A population of an earlier release has none of these customers.
  'data/policy/population.json': [
    'cashRich',
    'yearEnd',
    'interestOnly',
    'changesMind',
    'contradicts',
    'irateLeaver',
    'countsOnly',
    'datesOnly',
    'tokenPayer',
  ],
};

test('the start reads every one of them, and stops at one that cannot be used', () => {
  expect(Object.values(shippedFiles).map(({ file }) => file)).toEqual(expect.arrayContaining(policyFiles));
  expect(Object.keys(readShippedData(root))).toEqual(Object.keys(shippedFiles));
  const files = Object.values(shippedFiles).map(({ file }) => (file === answersFolder ? `${file}/court.json` : file));
  for (const file of files) {
    writeFileSync(join(root, file), '{}');
    expect(() => readShippedData(root)).toThrow(DataFileError);
    writeFileSync(join(root, file), original(file));
  }
});

describe.each(policyFiles)('%s', (file) => {
  const whole = JSON.parse(original(file)) as Json;

  test('a value of another kind, a misspelt field, a number out of bounds: each is refused by file and field', () => {
    const taken: string[] = [];
    for (const { what, path, value } of breaksOf(whole)) {
      const said = refusal(file, JSON.stringify(value));
      const parent = path.slice(0, -1);
      // A list or union may name the place where it stands instead of the one inside it.
      const names = [path, parent].map((one) => one.join('.'));
      const namesIt =
        said !== null && (names.some((name) => said.includes(`- ${name}`)) || said.includes(String(path.at(-1))));
      if (said === null || !said.startsWith(file) || !(namesIt || path.length === 0))
        taken.push(`${what} at ${path.join('.')}: ${said}`);
    }
    expect(taken).toEqual([]);
  });

  test('a field that is missing is refused by its name', () => {
    const taken = placesOf(whole)
      .filter((path) => typeof path.at(-1) === 'string')
      .filter((path) => !(optional[file] ?? []).includes(String(path.at(-1))))
      // A stress set says only what it changes.
      .filter((path) => path[0] !== 'stress' || path.length <= 2)
      .filter((path) => {
        const said = refusal(file, JSON.stringify(changed(whole, path, undefined)));
        return said === null || !said.includes(file) || !said.includes(String(path.at(-1)));
      });
    expect(taken.map((path) => path.join('.'))).toEqual([]);
  });

  test('missing, empty, cut short, no JSON or no text at all: the file is named', () => {
    const text = original(file);
    for (const bad of [
      null,
      '',
      ' \n',
      '[]',
      'null',
      '{}',
      text.slice(0, text.length / 2),
      `${text}}`,
      Buffer.alloc(64),
    ])
      expect(refusal(file, bad)).toContain(file);
  });

  test('the mark that an editor on Windows puts in front is no fault', () => {
    expect(refusal(file, `\uFEFF${original(file)}`)).toBeNull();
  });
});

test.each(['Asia/Beijing-ish', 'CST+8 ', '', 'Mars/Olympus'])(
  'the bank’s time zone “%s” is refused at the start',
  (timeZone) => {
    const bank = { ...(JSON.parse(original('data/policy/bank.json')) as object), timeZone };
    expect(refusal('data/policy/bank.json', JSON.stringify(bank))).toContain('timeZone');
  },
);
