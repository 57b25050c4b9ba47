// Which act of a message is its main one: what protects first, then by what understanding.md says of two, else the first that asks something.
import type { Act, Intent } from '../../../data/domain/customer/customerTurn';

/** What weighs more whatever else is said, the gravest first. */
const gravest: readonly Intent[] = [
  'vulnerable',
  'scam',
  'thirdParty',
  'complaint',
  'dispute',
  'human',
  'contactPreference',
  'undo',
];
/** What gives way to an offer with a figure: a reason, a yes or no, a refusal. */
const givesWayToFigure: ReadonlySet<Intent> = new Set([
  'hardship',
  'budget',
  'affirm',
  'deny',
  'negotiate.accept',
  'negotiate.reject',
  'negotiate.start',
  'ask.partialPayment',
]);
/** What only leads to the rest of the message, the emptiest first. */
const leadsTo: readonly Intent[] = [
  'outOfScope',
  'greeting',
  'thanks',
  'goodbye',
  'abuse',
  'affirm',
  'deny',
  'help',
  'budget',
  'authority',
];

const weight = (intent: Intent) => {
  const grave = gravest.indexOf(intent);
  if (grave !== -1) return grave;
  const empty = leadsTo.indexOf(intent);
  return empty === -1 ? gravest.length : gravest.length + leadsTo.length - empty;
};

const statesFigure = ({ intent, slots }: Act) =>
  intent === 'negotiate.terms' && Object.keys(slots).some((name) => name !== 'wish');

/** The main act; the acts are in the order said, and there is at least one. */
export function mainAct(acts: readonly [Act, ...Act[]]): Act {
  const [first] = [...acts].sort((a, b) => weight(a.intent) - weight(b.intent));
  const main = first ?? acts[0];
  if (!givesWayToFigure.has(main.intent)) return main;
  return acts.find(statesFigure) ?? main;
}
