// Files sent while a colleague holds the conversation: kept for the case they hold, where its customer is known.
import type { TurnContext } from 'botbuilder';
import { type Evidence, type EvidenceRules, wantsPapers } from '../../../data/domain/case/evidence';
import type { Operation } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import { receivedFilesOf } from '../../../dialogs/talk/channel/receivedFiles';

export interface HeldFileParts {
  readonly repositories: Pick<Repositories, 'cases' | 'evidence' | 'audit'>;
  readonly rules: Pick<EvidenceRules, 'filesOfCaseMax'>;
  keepFile(context: TurnContext, fileId: string): Promise<void>;
}

export interface HeldFiles {
  /** To be stored with the turn. */
  readonly operations: readonly Operation[];
  /** What the colleague sees in the transcript: a name for what was kept, a mark for what was not. */
  readonly marks: readonly string[];
}

const notKept = '📎 ✗';

/** `at`: when the message came. */
export const newHeldFiles =
  ({ repositories, rules, keepFile }: HeldFileParts) =>
  async (context: TurnContext, caseNumber: string, at: string): Promise<HeldFiles> => {
    const files = receivedFilesOf(context);
    if (files.length === 0) return { operations: [], marks: [] };
    const matter = await repositories.cases.get(caseNumber);
    const before = await repositories.evidence.ofCase(caseNumber);
    const operations: Operation[] = [];
    const marks: string[] = [];
    let room = rules.filesOfCaseMax - before.length;
    for (const file of files) {
      const isWanted = matter !== undefined && matter.customerId !== null && wantsPapers(matter.kind) && room > 0;
      if (file.kind === 'refused' || !isWanted) {
        marks.push(file.kind === 'refused' ? `${notKept} ${file.why}` : notKept);
        continue;
      }
      const { fileId, name, type, bytes, sha256 } = file;
      const conversationId = context.activity.conversation.id;
      const about = { caseNumber, caseKind: matter.kind, customerId: matter.customerId ?? '', conversationId };
      const record: Evidence = {
        fileId,
        ...about,
        reason: null,
        receivedAt: at,
        name,
        type,
        bytes,
        sha256,
        paper: null,
      };
      await keepFile(context, fileId);
      operations.push(repositories.evidence.putOperation(record, null), auditOf(repositories, record));
      marks.push(`📎 ${name}`);
      room -= 1;
    }
    return { operations, marks };
  };

const auditOf = (
  { audit }: Pick<Repositories, 'audit'>,
  { conversationId, receivedAt: at, customerId, type, bytes, sha256, caseNumber, fileId }: Evidence,
): Operation =>
  audit.appendOperation({
    type: 'evidenceKept',
    conversationId,
    turnNumber: -1,
    at,
    customerId,
    inputs: { type, bytes, sha256 },
    decision: { caseNumber, fileId },
  });
