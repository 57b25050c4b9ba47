// Any course of events, as fast-check commands: most lead towards a signature, so that what may go wrong there is reached.
import fc from 'fast-check';
import { policyChanges } from './bankEvents';
import { play, type Step } from './play';
import { type Act, acts } from './sayings';
import { strangeSentences } from './strangeSentences';
import { tryFiles } from './tryFiles';
import type { World } from './world';

/** One step as a command; shown as the step itself. */
class Played implements fc.AsyncCommand<object, World, true> {
  constructor(private readonly step: Step) {}
  check = async () => true;
  run = (_: object, world: World) => play(world, this.step);
  toString = () => JSON.stringify(this.step);
}

const seconds = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 40 }), weight: 20 },
  { arbitrary: fc.constantFrom(700, 2400), weight: 1 },
);
const variant = fc.nat(9);
const saying = (act: fc.Arbitrary<Act>, who: 'holder' | 'stranger' = 'holder') =>
  fc.record({ kind: fc.constant('say' as const), who: fc.constant(who), act, variant, seconds });

/** What leads to a signature and away from it. */
const bargaining: readonly Act[] = [
  ...['endings', 'plan', 'figure', 'lump', 'lower', 'shorter', 'choose', 'choose', 'codeRight', 'codeRight'],
  ...[
    'codeWrong',
    'codeOld',
    'confirm',
    'confirm',
    'codeConfirm',
    'codeConfirm',
    'vagueYes',
    'asksConfirm',
    'no',
    'hesitate',
  ],
] as const satisfies readonly Act[];

const bank: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), amountFen: fc.constantFrom(10_000, 123_456, 900_000) }),
  fc.constant<Step>({ kind: 'reverse' }),
  fc.record({ kind: fc.constant('evidence' as const), monthlyCapacityFen: fc.constantFrom(null, 80_000, 350_000) }),
  fc.record({ kind: fc.constant('policy' as const), change: fc.constantFrom(...policyChanges) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 3, 8, 35) }),
  fc.constant<Step>({ kind: 'restart' }),
  fc.constant<Step>({ kind: 'newConversation' }),
  fc.constant<Step>({ kind: 'sentAgain' }),
);

/** Words that nobody expects: any signs of any script, digits, and sentences of people with other aims. */
const strange = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'0123456789 .-元年月日/%'), maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '{card}',
    '{id}',
    '{card} 0001',
    '{card} 000X',
    '{code}',
    '1',
    '2',
    '一',
    '选9',
    '-800',
    '0',
  ),
  fc.constantFrom(...strangeSentences),
);

/** What a colleague at the desk does; where nobody waits, nothing. */
const desk: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ kind: 'take' }),
  fc.record({ kind: fc.constant('agentSays' as const), line: fc.nat(9) }),
  fc.constant<Step>({ kind: 'giveBack' }),
);

const files: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('upload' as const),
  file: fc.constantFrom('photo' as const, ...tryFiles),
});

/** What may come next, and how often of 30 times. */
const weighted = [
  { arbitrary: saying(fc.constantFrom(...bargaining)), weight: 10 },
  { arbitrary: saying(fc.constantFrom(...acts)), weight: 7 },
  { arbitrary: fc.record({ kind: fc.constant('tap' as const), which: fc.nat(4), seconds }), weight: 3 },
  { arbitrary: saying(fc.constantFrom(...acts), 'stranger'), weight: 2 },
  { arbitrary: bank, weight: 3 },
  {
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      who: fc.constantFrom('holder' as const, 'holder' as const, 'stranger' as const),
      text: strange,
      seconds,
    }),
    weight: 2,
  },
  { arbitrary: desk, weight: 2 },
  { arbitrary: files, weight: 1 },
];

/** Any one step. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(...weighted);

/** Courses of at most so many steps. */
export const courses = (stepsMax: number) =>
  fc.commands<object, World, true>(
    weighted.flatMap(({ arbitrary, weight }) =>
      Array.from({ length: weight }, () => arbitrary.map((step) => new Played(step))),
    ),
    { maxCommands: stepsMax, size: 'max' },
  );

/** The first steps to a table of offers: half of the talks begin here. */
export const opening: readonly Step[] = (['balance', 'endings', 'plan', 'figure'] as const).map((act) => ({
  ...{ kind: 'say', who: 'holder', act, variant: 0, seconds: 5 },
}));
