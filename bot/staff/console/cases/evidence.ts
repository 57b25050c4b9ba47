// cases/:number/evidence: what was handed in for a case, and the content of one file for those who work on it.
import { contentTypes, type Evidence, missingPapers, papersFor } from '../../../../data/domain/case/evidence';
import { SealBroken } from '../../../../data/store/sealed/keyRing';
import type { SealedFiles } from '../../../../data/store/sealed/sealedFiles';
import { errorFacts } from '../../../ops/log';
import type { EvidenceList } from '../../contract/cases';
import { ConsoleProblem, notFound } from '../../problems';
import { type StaffParts, staffAudit } from '../../staffParts';
import { type Call, type Handle, ok } from '../frame/call';
import { keptCase } from './handlers';

export interface EvidenceParts extends StaffParts {
  readonly files: SealedFiles;
}

const viewOf = ({ fileId, name, type, bytes, receivedAt, paper }: Evidence): EvidenceList['items'][number] => ({
  fileId,
  name,
  type,
  bytes,
  receivedAt,
  paper,
});

async function list({ data, ...parts }: EvidenceParts, call: Call) {
  const { record } = await keptCase({ data, ...parts }, call.param('number'));
  const kept = await parts.repositories.evidence.ofCase(record.caseNumber);
  const reason = kept.find((one) => one.reason !== null)?.reason ?? null;
  const missing = missingPapers(papersFor(data.evidence, record.kind, reason), kept);
  return ok({ items: kept.map(viewOf), missing: [...missing] } satisfies EvidenceList);
}

async function found(parts: EvidenceParts, call: Call): Promise<Evidence> {
  const { record } = await keptCase(parts, call.param('number'));
  const kept = await parts.repositories.evidence.ofCase(record.caseNumber);
  const one = kept.find(({ fileId }) => fileId === call.param('fileId'));
  if (one === undefined) throw notFound();
  return one;
}

async function contentOf({ files, log }: EvidenceParts, { fileId }: Evidence): Promise<Buffer> {
  try {
    const content = await files.read(fileId);
    if (content !== undefined) return content;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    log.error({ ...errorFacts(error), fileId }, 'a paper cannot be opened');
    throw new ConsoleProblem('unavailable');
  }
  throw notFound();
}

/** Given out as a download, never shown in the console's own page; who opened it stands in the audit log before it leaves. */
async function content(parts: EvidenceParts, call: Call): Promise<undefined> {
  const one = await found(parts, call);
  const bytes = await contentOf(parts, one);
  const { fileId, caseNumber, type, conversationId } = one;
  await parts.store.transaction([
    staffAudit(parts, call, 'evidence.opened', { caseNumber, fileId }, {}, conversationId),
  ]);
  call.res.writeHead(200, {
    'Content-Type': contentTypes[type],
    'Content-Length': bytes.length,
    'Content-Disposition': `attachment; filename="${fileId}.${type}"`,
  });
  call.res.end(bytes);
  return undefined;
}

export const evidenceHandlers = (parts: EvidenceParts) =>
  ({
    caseEvidence: (call) => list(parts, call),
    evidenceContent: (call) => content(parts, call),
  }) satisfies Readonly<Record<string, Handle>>;
