// What happens at the bank between two messages: payments and reversals by file, documents, policies, days, a restart.

import { newLog } from '../../bot/ops/log';
import { DailyJob } from '../../bot/outreach/daily/dailyJob';
import { dailyPartsOf } from '../../bot/outreach/daily/dailyParts';
import { BookImports } from '../../bot/staff/book/imports';
import { policyLimitsSchema } from '../../data/domain/limits/policyLimits';
import { type Fen, fenToYuanText } from '../../data/domain/money/money';
import { shipped, type World } from './world';

const header = 'paymentId,accountId,paidOn,amount,channel,reverses';
const never = new AbortController().signal;

async function takeIn(world: World, row: string): Promise<void> {
  const { store, repositories, now } = world.rehearsal;
  const { bank, contract } = shipped;
  const parts = { store, repositories, clock: () => now, log: newLog('silent'), timeZone: bank.timeZone, contract };
  const imports = new BookImports(parts);
  const { id } = await imports.start('payments', Buffer.from(`${header}\n${row}`), 'clerk');
  await imports.ended();
  const done = await imports.get(id);
  if (done?.status !== 'done') throw new Error(`The payment was not taken in: ${JSON.stringify(done?.errors)}`);
}

/** A payment on the first account, by the bank's file. */
export async function pay(world: World, amountFen: Fen): Promise<void> {
  const [account] = await world.accounts();
  if (account === undefined) return;
  const id = `PAY-${account.payments.length + (account.reversals ?? []).length * 2 + 1}-${world.story.length}`;
  world.story.push(`(the customer pays ${fenToYuanText(amountFen)} yuan: ${id})`);
  await takeIn(
    world,
    `${id},${account.accountId},${world.today},${fenToYuanText(amountFen).replaceAll(',', '')},transfer,`,
  );
}

/** The newest payment that came by file is taken back. */
export async function reverseLast(world: World): Promise<void> {
  const [account] = await world.accounts();
  const payment = account?.payments.filter(({ paymentId }) => paymentId.startsWith('PAY-')).at(-1);
  if (account === undefined || payment === undefined) return;
  world.story.push(`(payment ${payment.paymentId} is taken back)`);
  const amount = fenToYuanText(payment.amountFen).replaceAll(',', '');
  const { paymentId } = payment;
  await takeIn(world, `R-${paymentId},${account.accountId},${world.today},-${amount},transfer,${paymentId}`);
}

/** Documents of the first account are accepted, or what was accepted is withdrawn. */
export async function changeEvidence(world: World, monthlyCapacityFen: Fen | null): Promise<void> {
  const [kept] = await world.rehearsal.repositories.accounts.keptOfCustomer(world.persona.customerId);
  if (kept === undefined) return;
  const { documentedReasons: _withdrawn, ...account } = kept.record;
  const reasons = monthlyCapacityFen === null ? {} : { documentedReasons: ['illness' as const] };
  world.story.push(
    monthlyCapacityFen === null ? '(evidence is withdrawn)' : `(evidence: ${monthlyCapacityFen} fen a month)`,
  );
  const record = { ...account, ...reasons, documentedMonthlyCapacityFen: monthlyCapacityFen };
  await world.rehearsal.repositories.accounts.put(record, kept.version);
}

/** Ways in which the bank changes its limits. */
export const policyChanges = ['dearer', 'cheaper', 'shorter', 'slower'] as const;
export type PolicyChange = (typeof policyChanges)[number];

/** Two people have approved other limits, in force from today. */
export async function approvePolicy(world: World, change: PolicyChange): Promise<void> {
  const { limits } = world.policies.at(-1) ?? { limits: shipped.offerLimits };
  const version = `model-${world.policies.length}-${change}`;
  const rateBy = { dearer: 0.001, cheaper: -0.0005, shorter: 0, slower: 0 }[change];
  const content = policyLimitsSchema.parse({
    ...limits,
    version,
    effectiveFrom: world.today,
    readingSeconds: change === 'slower' ? 20 : limits.readingSeconds,
    segments: limits.segments.map((segment) => ({
      ...segment,
      monthlyRateList: Math.min(0.015, Math.max(segment.monthlyRateFloor, segment.monthlyRateList + rateBy)),
      instalmentCounts:
        change === 'shorter' ? segment.instalmentCounts.filter((n) => n <= 36) : segment.instalmentCounts,
    })),
  });
  const now = world.rehearsal.now;
  await world.rehearsal.repositories.policies.put(
    {
      ...{
        kind: 'offerLimits' as const,
        version,
        effectiveFrom: world.today,
        status: 'approved' as const,
        basedOn: limits.version,
      },
      ...{
        reason: 'the model',
        author: 'maker',
        createdAt: now,
        approver: 'checker',
        decidedAt: now,
        comment: '',
        content,
      },
    },
    null,
  );
  await world.rehearsal.reloadPolicies();
  world.policies.push({ from: world.today, limits: content });
  world.story.push(`(limits ${version} are approved)`);
}

const noFiles = { list: async () => [], remove: async () => undefined };

/** Days pass, and the daily job has run. */
export async function passDays(world: World, days: number): Promise<void> {
  const { rehearsal } = world;
  rehearsal.wait(days * 86_400);
  // No channel sends a message again after days.
  world.last = null;
  const { store, repositories } = rehearsal;
  const parts = { store, repositories, data: shipped, clock: () => rehearsal.now, files: noFiles };
  await new DailyJob(dailyPartsOf(parts, () => shipped.contactRules)).run(never);
  world.story.push(`(${days} days pass, the daily job runs)`);
}

/** Seconds pass while somebody reads. */
export const passSeconds = (world: World, seconds: number): void => {
  world.rehearsal.wait(seconds);
  if (seconds >= 60) world.story.push(`(${Math.round(seconds / 60)} minutes pass)`);
};

/** A stop in good order waits until it is on record what has arrived. */
export async function restart(world: World): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 80));
  world.rehearsal.restart();
  await world.rehearsal.reloadPolicies();
  world.story.push('(the program is started anew)');
}

export function newConversation(world: World): void {
  world.rehearsal.newConversation();
  world.story.push('(the same person opens another conversation)');
}
