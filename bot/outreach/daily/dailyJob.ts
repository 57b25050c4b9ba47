// The daily job: what a day of the bank's calendar brings without anybody writing. Each day is done once, in order, also
// those on which nothing ran; a process that ends in the middle goes on where it was.
import { addDays, type CalendarDate, daysBetween, localTime } from '../../../data/domain/calendar/calendar';
import { type Operation, VersionConflict } from '../../../data/store/documentStore';
import type { Kept } from '../../../data/store/repositories/repository';
import { newBreather } from '../../ops/breathe';
import { outreachStep } from '../queue/planStep';
import { type DailyRun, DailyRuns, type StepRecord } from './dailyRun';
import { quotesStep, restsStep } from './endSteps';
import { evidenceStep } from './evidenceStep';
import { forgetSteps } from './forgetSteps';
import { arrangementsStep, promisesStep } from './settleSteps';
import type { DailyEvent, DailyParts, DailyStep, Slice } from './step';

export const dailySteps: readonly DailyStep[] = [
  arrangementsStep,
  promisesStep,
  restsStep,
  quotesStep,
  outreachStep,
  evidenceStep,
  ...forgetSteps,
];

/** More missed days than this are not made up one by one: the states of later days hold what the earlier ones brought. */
const missedDaysMax = 400;
/** A turn that stores the same record in the same moment makes a slice be worked out again. */
const attemptsMax = 20;

/** What one day would do; nothing is stored. */
export interface DayPreview {
  readonly day: CalendarDate;
  readonly steps: readonly {
    readonly name: string;
    readonly events: readonly DailyEvent[];
    readonly removed: number;
  }[];
}

/** Days that are to be done, the earliest first: one that was left in the middle, those missed, and today. */
export function daysDue(runs: readonly Pick<DailyRun, 'day' | 'endedAt'>[], today: CalendarDate): CalendarDate[] {
  const unended = runs.filter(({ day, endedAt }) => endedAt === null && day <= today).map(({ day }) => day);
  const last = runs
    .map(({ day }) => day)
    .sort()
    .at(-1);
  const missed = last === undefined ? 1 : Math.min(missedDaysMax, Math.max(0, daysBetween(last, today)));
  return [...unended, ...Array.from({ length: missed }, (_, index) => addDays(today, index + 1 - missed))];
}

function counted(before: StepRecord, { events, removed, next }: Slice): StepRecord {
  const counts = { ...before.counts };
  for (const { kind } of events) counts[kind] = (counts[kind] ?? 0) + 1;
  if (removed > 0) counts.removed = (counts.removed ?? 0) + removed;
  return { ...before, after: next, isDone: next === null, counts };
}

export class DailyJob {
  private readonly runs: DailyRuns;

  constructor(
    private readonly parts: DailyParts,
    private readonly steps: readonly DailyStep[] = dailySteps,
  ) {
    this.runs = new DailyRuns(parts.store);
  }

  today(): CalendarDate {
    return localTime(this.parts.clock(), this.parts.timeZone).date;
  }

  /** The newest days, newest first, and the days that are still to be done. */
  async standing(
    shownMax: number,
  ): Promise<{ readonly runs: readonly DailyRun[]; readonly due: readonly CalendarDate[] }> {
    const runs = (await this.runs.inOrder()).map(({ record }) => record);
    return { runs: runs.slice(-shownMax).toReversed(), due: daysDue(runs, this.today()) };
  }

  /** Does every day that is due; gives those that were done. Throws when it is stopped in between. */
  async run(signal: AbortSignal): Promise<readonly CalendarDate[]> {
    const runs = (await this.runs.inOrder()).map(({ record }) => record);
    const days = daysDue(runs, this.today());
    for (const day of days) await this.runDay(day, signal);
    return days;
  }

  private async runDay(day: CalendarDate, signal: AbortSignal): Promise<void> {
    const breathe = newBreather();
    let now = (await this.runs.kept(day)) ?? (await this.begin(day));
    for (const step of this.steps) {
      while (now.record.steps.find(({ name }) => name === step.name)?.isDone !== true) {
        signal.throwIfAborted();
        now = await this.storeSlice(now, step);
        await breathe();
      }
    }
    if (now.record.endedAt !== null) return;
    await this.parts.sweepFiles();
    await this.end(now);
  }

  private async begin(day: CalendarDate): Promise<Kept<DailyRun>> {
    const record: DailyRun = { day, startedAt: this.parts.clock(), endedAt: null, steps: [] };
    return { record, version: await this.runs.put(record, null) };
  }

  /** One slice and the mark of how far the step has come, together: a slice is stored once or not at all. */
  private async storeSlice({ record, version }: Kept<DailyRun>, step: DailyStep): Promise<Kept<DailyRun>> {
    const before = record.steps.find(({ name }) => name === step.name) ?? {
      name: step.name,
      after: null,
      isDone: false,
      counts: {},
    };
    for (let attempt = 1; ; attempt++) {
      const slice = await step.slice(this.parts, record.day, before.after ?? undefined);
      const others = record.steps.filter(({ name }) => name !== step.name);
      const changed: DailyRun = { ...record, steps: [...others, counted(before, slice)] };
      try {
        await this.parts.store.transaction([
          ...slice.operations,
          ...slice.events.map((event) => this.auditOf(record.day, event)),
          this.runs.putOperation(changed, version),
        ]);
        return { record: changed, version: version + 1 };
      } catch (error) {
        if (!(error instanceof VersionConflict) || error.collection === 'dailyRuns' || attempt === attemptsMax)
          throw error;
      }
    }
  }

  private async end({ record, version }: Kept<DailyRun>): Promise<void> {
    const ended: DailyRun = { ...record, endedAt: this.parts.clock() };
    const did = Object.fromEntries(record.steps.map(({ name, counts }) => [name, counts]));
    await this.parts.store.transaction([
      this.runs.putOperation(ended, version),
      this.auditLine('daily.done', null, { day: record.day }, did),
    ]);
  }

  private auditOf(day: CalendarDate, { kind, customerId, subject }: DailyEvent): Operation {
    return this.auditLine(`daily.${kind}`, customerId, { day }, { subject });
  }

  private auditLine(
    type: string,
    customerId: string | null,
    inputs: Record<string, unknown>,
    decision: Record<string, unknown>,
  ): Operation {
    const { repositories, clock } = this.parts;
    const at = clock();
    return repositories.audit.appendOperation({
      type,
      conversationId: '',
      turnNumber: -1,
      at,
      customerId,
      inputs,
      decision,
    });
  }

  /** What a day would do as the records stand now. */
  async preview(day: CalendarDate): Promise<DayPreview> {
    const steps: DayPreview['steps'][number][] = [];
    for (const step of this.steps) {
      const events: DailyEvent[] = [];
      let removed = 0;
      let after: string | null | undefined;
      while (after !== null) {
        const slice: Slice = await step.slice(this.parts, day, after);
        events.push(...slice.events);
        removed += slice.removed;
        after = slice.next;
      }
      steps.push({ name: step.name, events, removed });
    }
    return { day, steps };
  }
}
