// A few things that plain words say for certain, wherever they are said or right after something of ours: heard so whatever else
// was read into them, except for what protects.

import { z } from 'zod';
import {
  type Act,
  type CustomerTurn,
  certainTurn,
  intentSchema,
  slotsSchema,
} from '../../../data/domain/customer/customerTurn';
import { isProtective } from '../../talk/acts/steps';
import { oneWriting } from '../../talk/acts/wordPatterns';
import type { Turn } from '../../talk/turn';
import { contactWishIn } from '../../understanding/slots/contact/contactWish';
import { normalise } from '../../understanding/text/normalise';
import shipped from './plainSayings.json';

const patterns = z.array(
  z
    .string()
    .min(1)
    .transform((source) => new RegExp(source, 'iu')),
);

const sayingSchema = z.strictObject({
  /** For whoever reads this list. */
  name: z.string(),
  /** Only right after a message of ours whose id this matches. */
  after: z
    .string()
    .transform((source) => new RegExp(source))
    .optional(),
  /** Only where a message of ours whose id this matches was said at any time. */
  afterEver: z
    .string()
    .transform((source) => new RegExp(source))
    .optional(),
  /** Only while the last answer was to a question of this intent. */
  topic: intentSchema.optional(),
  where: z.enum(['anywhere', 'unverified', 'verified', 'nothingUnderWay']).default('anywhere'),
  says: patterns.min(1),
  unless: patterns.default([]),
  /** The readings that give way; where none are named, all but those that protect. */
  giveWay: z.array(intentSchema).optional(),
  means: intentSchema,
  slots: slotsSchema.default({}),
  /** Where a yes-or-no question stands, it is its yes. */
  orWhatWasAsked: z.boolean().default(false),
});
type Saying = z.infer<typeof sayingSchema>;
const sayings = z.array(sayingSchema).parse(shipped);

/** Longer messages tell a story, in which plain words may belong to somebody else. */
const lengthMax = { 'zh-CN': 48, 'en-US': 150 } as const;
/** Confidence (0-1) from which a protective reading is not heard away. */
const sureToProtect = 0.85;
/** Confidence (0-1) from which a message is no word on what was said last, where nothing else says that it is. */
const sureOfAnother = 0.85;

/** Confidence (0-1) from which something is taken back, whatever words stand beside it. */
const sureTakenBack = 0.95;

const plain = (text: string): string => oneWriting(text).trim();

const isPlace = ({ where }: Saying, { state, customerId }: Turn): boolean =>
  where === 'anywhere' ||
  (where === 'verified' && customerId !== null) ||
  (where === 'unverified' && customerId === null && (state.stage === 'open' || state.stage === 'verifying')) ||
  (where === 'nothingUnderWay' && state.stage === 'open' && state.affirmMeans === null);

function isAbout(saying: Saying, turn: Turn): boolean {
  const { after, afterEver, topic } = saying;
  const { lastSpoken, timesSaid, topic: told } = turn.state;
  if (afterEver !== undefined && !Object.keys(timesSaid).some((id) => afterEver.test(id))) return false;
  if (after !== undefined && !lastSpoken.some(({ id }) => after.test(id))) return false;
  if (topic === undefined) return true;
  const answer = turn.services.knowledge.answers.find(({ id }) => id === told?.answerId);
  return answer?.intent === topic && told?.turnNumber === turn.state.turnNumber - 1;
}

/** What was read into the message gives way. A figure that was understood never does. */
function givesWay({ giveWay, means, after }: Saying, { intent, confidence, slots }: Act): boolean {
  // Right after what it is said of, what was read into the same thing gives way where it is named.
  if (intent === means && after !== undefined && giveWay?.includes(intent) === true) return true;
  if (intent === means) return Object.values(slots).every((slot) => slot === undefined);
  // "It was said in anger, get in touch again": plainly taken back.
  if (intent === 'undo' && confidence >= sureTakenBack) return false;
  if (giveWay !== undefined) return giveWay.includes(intent) && slots.monthlyAmount === undefined;
  if (after !== undefined && confidence >= sureOfAnother) return false;
  return !(isProtective(intent) && confidence >= sureToProtect && !isProtective(means));
}

const isSaid = ({ says, unless }: Saying, text: string): boolean =>
  says.some((one) => one.test(text)) && !unless.some((one) => one.test(text));

/** The thing that the saying does, in the place of what was read there. */
function actOf({ means, slots }: Saying, text: string, span: Act['span']): Act {
  const contact = means === 'contactPreference' ? contactWishIn(normalise(text).text) : undefined;
  return { intent: means, slots: contact === undefined ? slots : { contact, ...slots }, span, confidence: 1 };
}

/** The message with this saying in it: in the place of the part that says it, or of all of it where it does one thing. */
function withSaying(saying: Saying, { heard, typed: text }: Turn): CustomerTurn {
  const partSays = ({ span: [from, to] }: Act) => isSaid(saying, plain(text.slice(from, to)));
  const acts = heard.acts.length < 2 ? [] : heard.acts;
  const at = acts.findIndex((act) => partSays(act) && givesWay(saying, act));
  const kept = saying.after === undefined && at >= 0 ? acts : [];
  const own = actOf(saying, text, kept[at]?.span ?? [0, text.length]);
  const all = kept.length === 0 ? [own] : kept.map((act, index) => (index === at ? own : act));
  return { ...certainTurn(own.intent, own.slots), acts: all, language: heard.language, signals: heard.signals };
}

/** Hears a short message as what its plain words say. */
export function hearPlainly(turn: Turn): void {
  const { heard, state, typed } = turn;
  if (typed.length > lengthMax[state.locale] || state.taps.some(({ title }) => title === typed)) return;
  if (heard.intent === 'vulnerable' || heard.signals.includes('vulnerable')) return;
  const text = plain(typed);
  const saying = sayings.find(
    (one) => isPlace(one, turn) && isAbout(one, turn) && givesWay(one, mainAct(heard)) && isSaid(one, text),
  );
  if (saying === undefined) return;
  const asked = saying.orWhatWasAsked ? state.affirmMeans : null;
  turn.heard = asked ?? withSaying(saying, turn);
}

const mainAct = ({ intent, slots, confidence }: CustomerTurn): Act => ({ intent, slots, confidence, span: [0, 0] });
