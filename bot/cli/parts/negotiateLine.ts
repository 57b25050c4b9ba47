// One line of `npm run negotiate`: read, answered by the engine, and written; a wrong line says what is wrong with it.
import { z } from 'zod';
import { type NegotiableAccount, negotiableAccountSchema } from '../../../data/domain/account/account';
import {
  type CustomerTurn,
  certainTurn,
  type Expects,
  expectsSchema,
  intentSchema,
  localeSchema,
  signalSchema,
  slotsSchema,
} from '../../../data/domain/customer/customerTurn';
import type { PolicyLimits } from '../../../data/domain/limits/policyLimits';
import { type Move, offersOf } from '../../../data/domain/negotiation/move';
import { type Negotiation, startNegotiation } from '../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../data/domain/negotiation/nextMove';
import { rehearseYes } from '../../../data/domain/negotiation/signing/signingProof';
import { explicitConsentIn } from '../../../dialogs/stages/sign/signingWords';
import type { DialogServices } from '../../../dialogs/talk/services';

export interface Known {
  readonly account: NegotiableAccount;
  readonly negotiation: Negotiation;
}

/** What a line is answered with. */
export interface Desk {
  readonly limits: PolicyLimits;
  readonly today: string;
  /** Loaded when the first line of text comes: a million structured lines need no language model. */
  readonly understand: () => DialogServices['understand'];
  readonly get: (id: string) => Known | undefined;
  readonly set: (id: string, known: Known) => void;
}

const idSchema = z.union([z.string().min(1).max(200), z.number()]);
/** A line longer than this is not a turn. */
const lineLengthMax = 256 * 1024;

const accountDefaults = {
  product: 'standard',
  documentedMonthlyCapacityFen: null,
  salaryCreditsFen: [],
  brokenArrangements: 0,
};
const lineAccountSchema = z.preprocess(
  (given) => (typeof given === 'object' && given !== null ? { ...accountDefaults, ...given } : given),
  negotiableAccountSchema,
);
const textTurnSchema = z.strictObject({ text: z.string().min(1).max(4000), locale: localeSchema.default('zh-CN') });
const actTurnSchema = z.strictObject({
  intent: intentSchema,
  slots: slotsSchema.default({}),
  signals: z.array(signalSchema).default([]),
});
const lineSchema = z.object({
  id: idSchema,
  account: lineAccountSchema.optional(),
  turn: z.record(z.string(), z.unknown()),
});

const described = (error: z.ZodError, under = ''): string =>
  error.issues
    .slice(0, 5)
    .map(
      (issue) =>
        `${[under, ...issue.path].filter((part) => part !== '').join('.') || 'line'}: ${issue.message.slice(0, 200)}`,
    )
    .join(' | ');

type HeardTurn = z.infer<typeof textTurnSchema> | z.infer<typeof actTurnSchema>;

function turnOf(turn: HeardTurn, desk: Desk, negotiation: Negotiation): CustomerTurn {
  if ('text' in turn) {
    const expects = expectsSchema.safeParse(negotiation.lastAsked);
    const context: { refDate: string; expects?: Expects; offers: Negotiation['table'] } = {
      refDate: desk.today,
      offers: negotiation.table,
      ...(expects.success ? { expects: expects.data } : {}),
    };
    return desk.understand()(turn.text, turn.locale, context);
  }
  return { ...certainTurn(turn.intent, turn.slots), signals: turn.signals };
}

/** The move as the line shows it: offers and agreement are always there, reasons with it. */
function written(move: Move) {
  const offers = move.kind === 'readBack' ? [move.offer] : offersOf(move);
  const agreement =
    move.kind === 'agreed' ? { ...move.agreement.offer, policyVersion: move.agreement.policyVersion } : null;
  const { reasons, ...said } = move;
  // The proof is the engine's own business: an undefined value is not written.
  return { ...said, proof: undefined, offers, agreement, reasons };
}

/** The id of a line that is not even JSON, where it can be made out. */
function idInText(line: string): string | null {
  const found = /"id"\s*:\s*"((?:[^"\\]|\\.){1,200})"/.exec(line.slice(0, 1000));
  return found?.[1] ?? null;
}

/** Reads the id of a line that may be wrong otherwise. */
function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? idSchema.safeParse(value.id) : null;
  return id?.success ? id.data : null;
}

export function answerLine(line: string, desk: Desk): string {
  const wrong = (id: string | number | null, error: string) => JSON.stringify({ id, error });
  if (line.length > lineLengthMax) return wrong(null, `the line is longer than ${lineLengthMax} characters`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return wrong(idInText(line), 'the line is not JSON');
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) return wrong(idOf(value), described(parsed.error));
  const { id, account: given } = parsed.data;
  const turn = ('text' in parsed.data.turn ? textTurnSchema : actTurnSchema).safeParse(parsed.data.turn);
  if (!turn.success) return wrong(id, described(turn.error, 'turn'));
  const key = `${typeof id}:${id}`;
  const known = desk.get(key);
  const account = given ?? known?.account;
  if (account === undefined) return wrong(id, 'account: it must come on the first line of an id');
  try {
    const before = known?.negotiation ?? startNegotiation(desk.limits, account, desk.today);
    const said = turnOf(turn.data, desk, before);
    // The two steps of a signature: a read-back that this id was answered with, then `affirm`. Typed words must be explicit.
    const saysYes = !('text' in turn.data) || explicitConsentIn(turn.data.text) !== null;
    // A promise too is recorded by an explicit word only: after a vague one it is read back again.
    const isVague = !saysYes && said.intent === 'affirm' && before.stage === 'promising';
    const heard = isVague ? certainTurn('promiseToPay') : said;
    const proof = saysYes ? rehearseYes(before.signing, heard) : null;
    const { move, negotiation } = nextMove(before, heard, account, desk.limits, desk.today, proof);
    desk.set(key, { account, negotiation });
    return JSON.stringify({ id, move: written(move), policyVersion: negotiation.policyVersion });
  } catch (error) {
    return wrong(id, error instanceof Error ? error.message : 'the turn could not be answered');
  }
}
