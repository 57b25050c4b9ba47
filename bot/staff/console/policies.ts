// policies/…: thin, from requests to the life cycle of versions.
import { z } from 'zod';
import {
  approveRequestSchema,
  type CheckAnswer,
  type Comparison,
  cancelRequestSchema,
  changeDraftRequestSchema,
  checkRequestSchema,
  draftRequestSchema,
  ownStepRequestSchema,
  type PolicyFile,
  policyKindSchema,
  type Reading,
  returnRequestSchema,
  rollbackRequestSchema,
  submitRequestSchema,
  type TryAnswer,
  tryRequestSchema,
} from '../contract';
import { trySentence } from '../policies/check';
import { differencesOf } from '../policies/compare';
import { policySchemaOf } from '../policies/formSchema';
import { LifeCycle, type PolicyParts } from '../policies/lifeCycle';
import { readingOf } from '../policies/reading';
import { Versions } from '../policies/versions';
import { invalid, notFound } from '../problems';
import { type Call, created, type Handle, ok } from './frame/call';

/** Approved answers fill a hundred kilobytes; ten times that is not a policy. */
const bodyLimitBytes = 1024 * 1024;

const comparisonQuerySchema = z.object({ from: z.string(), to: z.string() });

function at(parts: PolicyParts, call: Call) {
  const kind = policyKindSchema.safeParse(call.param('kind'));
  if (!kind.success) throw notFound();
  const versions = new Versions(parts, kind.data, call.today);
  return { versions, lifeCycle: new LifeCycle(parts, versions, call), version: call.param('version'), kind: kind.data };
}

async function contentOf(versions: Versions, version: string): Promise<unknown> {
  const content = await versions.content(version);
  if (content === undefined) throw notFound();
  return content;
}

async function compare(parts: PolicyParts, call: Call) {
  const { versions, kind } = at(parts, call);
  const { from, to } = call.query(comparisonQuerySchema);
  const [before, after] = [await contentOf(versions, from), await contentOf(versions, to)];
  return ok({ from, to, differences: [...differencesOf(kind, before, after)] } satisfies Comparison);
}

async function check(parts: PolicyParts, call: Call) {
  const { versions, lifeCycle, version } = at(parts, call);
  const { value } = await call.body(checkRequestSchema, bodyLimitBytes);
  const problems = await lifeCycle.problems(value === undefined ? await contentOf(versions, version) : value);
  return ok({ problems: [...problems] } satisfies CheckAnswer);
}

/** A sentence, tried on the rules for what is said as they stand in the form. */
async function tryOn(parts: PolicyParts, call: Call) {
  if (at(parts, call).kind !== 'utteranceRules') throw notFound();
  const { value, text, locale } = await call.body(tryRequestSchema, bodyLimitBytes);
  const tried = await trySentence(value, text, locale);
  if (tried.kind === 'refused') throw invalid(...tried.problems);
  const hits = tried.hits.map(({ rule: { id, action, reason }, matched }) => ({ rule: id, matched, action, reason }));
  return ok({ hits } satisfies TryAnswer);
}

async function exportVersion(parts: PolicyParts, call: Call) {
  const { versions, kind, version } = at(parts, call);
  const summary = await versions.summary(version, call.person);
  if (summary === undefined) throw notFound();
  const { effectiveFrom, reason } = summary;
  const file: PolicyFile = { kind, version, effectiveFrom, reason, value: await contentOf(versions, version) };
  const name = `${kind}-${version}`.replace(/[^\w.-]/g, '_');
  call.res.setHeader('Content-Disposition', `attachment; filename="${name}.json"`);
  return ok(file);
}

export const policyHandlers = (parts: PolicyParts) =>
  ({
    policies: async (call) => ok(await at(parts, call).versions.list(call.person)),
    policySchema: (call) => ok(policySchemaOf(at(parts, call).kind)),
    comparePolicies: (call) => compare(parts, call),
    draftPolicy: async (call) =>
      created(await at(parts, call).lifeCycle.draft(await call.body(draftRequestSchema, bodyLimitBytes))),
    policy: async (call) => {
      const { lifeCycle, version } = at(parts, call);
      return ok(await lifeCycle.document(version));
    },
    changePolicy: async (call) => {
      const { lifeCycle, version } = at(parts, call);
      return ok(await lifeCycle.change(version, await call.body(changeDraftRequestSchema, bodyLimitBytes)));
    },
    checkPolicy: (call) => check(parts, call),
    trySentence: (call) => tryOn(parts, call),
    submitPolicy: async (call) => {
      const { lifeCycle, version } = at(parts, call);
      return ok(await lifeCycle.submit(version, (await call.body(submitRequestSchema)).expectedVersion));
    },
    withdrawPolicy: async (call) => {
      const { lifeCycle, version } = at(parts, call);
      return ok(await lifeCycle.withdraw(version, (await call.body(ownStepRequestSchema)).expectedVersion));
    },
    discardPolicy: async (call) => {
      const { lifeCycle, version } = at(parts, call);
      return ok(await lifeCycle.discard(version, (await call.body(ownStepRequestSchema)).expectedVersion));
    },
    cancelPolicy: async (call) => {
      const { lifeCycle, version } = at(parts, call);
      return ok(await lifeCycle.cancel(version, await call.body(cancelRequestSchema)));
    },
    approvePolicy: async (call) => {
      const { lifeCycle, version } = at(parts, call);
      return ok(await lifeCycle.approve(version, await call.body(approveRequestSchema)));
    },
    returnPolicy: async (call) => {
      const { lifeCycle, version } = at(parts, call);
      return ok(await lifeCycle.returnIt(version, await call.body(returnRequestSchema)));
    },
    rollbackPolicy: async (call) => {
      const { lifeCycle, version } = at(parts, call);
      return created(await lifeCycle.rollback(version, await call.body(rollbackRequestSchema)));
    },
    readPolicy: async (call) => {
      const { versions, kind, version } = at(parts, call);
      const lines = readingOf(kind, await contentOf(versions, version));
      return ok({ version, lines: [...lines] } satisfies Reading);
    },
    exportPolicy: (call) => exportVersion(parts, call),
  }) satisfies Readonly<Record<string, Handle>>;
