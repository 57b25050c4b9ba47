// Which act of a message is its main one: what protects first, then by what understanding.md says of two, else the first that asks something.
import type { Act, Intent } from '../../../data/domain/customer/customerTurn';
import { thresholds } from '../intents/thresholds';

/** What weighs more whatever else is said, the gravest first. */
export const gravest: readonly Intent[] = [
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

/** A grave act that is not plain is not the main one beside what the whole message plainly is; one that is not states nothing for the message. */
export const isPlain = ({ confidence }: Act) => confidence >= thresholds.sureOfGrave;

/** What a message looks like read as a whole, and how likely the model finds that. */
export interface Whole {
  readonly intent: Intent;
  readonly likelihood: number;
}

/**
 * The main act of acts in the order said. What the message looks like as a whole decides where an act is not plain, and where the
 * whole is plain itself: a clause that only leads to the point may look like an act; without it the acts are taken as they stand.
 */
export function mainAct(acts: readonly [Act, ...Act[]], wholeRead: Whole | null = null): Act {
  const whole = wholeRead?.intent ?? null;
  const ordered = [...acts].sort((a, b) => weight(a.intent) - weight(b.intent));
  const counts = (act: Act) => whole === null || !gravest.includes(act.intent) || isPlain(act) || act.intent === whole;
  const main = ordered.find(counts) ?? acts[0];
  if (gravest.includes(main.intent)) return main;
  const isSure = (wholeRead?.likelihood ?? 0) >= thresholds.sureOfMain;
  const asWhole = isSure ? acts.find(({ intent }) => intent === whole) : undefined;
  if (asWhole !== undefined && !leadsTo.includes(asWhole.intent) && !statesFigure(main)) return asWhole;
  const figure = givesWayToFigure.has(main.intent) ? acts.find(statesFigure) : undefined;
  if (figure !== undefined || whole === null || isPlain(main) || leadsTo.includes(whole)) return figure ?? main;
  return acts.find(({ intent }) => intent === whole) ?? main;
}
