// outreach/…: whether messages that we begin leave, a day's messages with who gets none and why, and thirty days in figures.
import type { OutreachPause } from '../../../../data/domain/outreach/pause';
import { echoOf } from '../../../outreach/queue/echoOf';
import { type MonthOutlook, outlookFrom } from '../../../outreach/queue/month';
import { type PreviewParts, previewPage } from '../../../outreach/queue/preview';
import {
  type OutreachDayPage,
  type OutreachLine,
  type OutreachMonth,
  type OutreachStanding,
  outreachDayQuerySchema,
  outreachReasonSchema,
} from '../../contract/outreach';
import { ConsoleProblem } from '../../problems';
import { type StaffParts, staffAudit } from '../../staffParts';
import { type Call, type Handle, ok } from '../frame/call';
import { drop, queue, retry } from './queue';
import { shownMessage } from './shownMessage';

export interface OutreachParts extends StaffParts {
  /** How a day's messages are thought through, by the ways that they really go. */
  readonly preview: PreviewParts;
}

/** Customers that a month is counted on; of a larger book, those with the lowest numbers. */
const customersMax = 20_000;

async function standing({ repositories, preview, clock }: OutreachParts, call: Call) {
  const { rules, timeZone } = preview.terms;
  const pause = await repositories.outreachPauses.now();
  const echo = await echoOf(pause, clock(), { repositories, rules, timeZone });
  const { paused, resumedAt } = pause;
  return ok({ today: call.today, pause: { paused, resumedAt }, rule: rules.pause, echo } satisfies OutreachStanding);
}

/** By hand, whoever paused it; what led to the pause counts no more once a colleague has looked at it. */
async function setPause(parts: OutreachParts, call: Call, isToPause: boolean) {
  const { repositories, store } = parts;
  const { reason } = await call.body(outreachReasonSchema);
  const before = await repositories.outreachPauses.now();
  if ((before.paused !== null) === isToPause) throw new ConsoleProblem('wrongStatus');
  const next: OutreachPause = isToPause
    ? { ...before, paused: { by: call.username, at: call.now, why: 'byHand', reason } }
    : { paused: null, resumedAt: call.now };
  await store.transaction([
    repositories.outreachPauses.setOperation(next),
    staffAudit(parts, call, isToPause ? 'outreach.paused' : 'outreach.resumed', { reason }),
  ]);
  return standing(parts, call);
}

async function day({ preview }: OutreachParts, call: Call) {
  const { day: asked = call.today, after } = call.query(outreachDayQuerySchema);
  const { items, next } = await previewPage(asked, after, preview);
  const shown = items.map(({ line, customer }): OutreachLine => {
    const fate = line.goes
      ? { goes: true, way: line.way, notBefore: line.notBefore, why: null, nextAllowed: null }
      : { goes: false, way: null, notBefore: null, why: line.why, nextAllowed: line.nextAllowed };
    return { ...shownMessage(line, customer), ...fate };
  });
  return ok({ items: shown, next } satisfies OutreachDayPage);
}

/** The book is gone through once for everybody who asks at the same time. */
function monthsOf({ preview }: OutreachParts) {
  let underWay: { readonly from: string; readonly outlook: Promise<MonthOutlook> } | null = null;
  return async (from: string): Promise<MonthOutlook> => {
    if (underWay?.from === from) return underWay.outlook;
    const mine = { from, outlook: outlookFrom(from, customersMax, preview) };
    underWay = mine;
    try {
      return await mine.outlook;
    } finally {
      if (underWay === mine) underWay = null;
    }
  };
}

export const outreachHandlers = (parts: OutreachParts) => {
  const month = monthsOf(parts);
  return {
    outreach: (call) => standing(parts, call),
    pauseOutreach: (call) => setPause(parts, call, true),
    resumeOutreach: (call) => setPause(parts, call, false),
    outreachDay: (call) => day(parts, call),
    outreachMonth: async (call) => ok((await month(call.today)) satisfies OutreachMonth),
    outreachQueue: (call) => queue(parts, call),
    retryOutreach: (call) => retry(parts, call),
    dropOutreach: (call) => drop(parts, call),
  } satisfies Readonly<Record<string, Handle>>;
};
