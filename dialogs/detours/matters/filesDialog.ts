// Photos and PDFs sent in the chat: taken for an open matter of a verified customer, named by a tap, and what is missing is said.
import type { CaseRecord } from '../../../data/domain/case/case';
import {
  type Evidence,
  type FileRefusal,
  missingPapers,
  papersFor,
  type ReceivedFile,
  wantsPapers,
} from '../../../data/domain/case/evidence';
import type { Paper } from '../../../data/domain/case/paper';
import { askToVerify } from '../../stages/verify/verifyIdentityDialog';
import { casesAt } from '../../talk/matters';
import type { After, Turn } from '../../talk/turn';

type SoundFile = Extract<ReceivedFile, { kind: 'sound' }>;

const bytesOfMegabyte = 1024 * 1024;
export const megabytesMax = ({ services }: Turn): number =>
  Math.floor(services.evidenceRules.fileBytesMax / bytesOfMegabyte);

function sayRefusal(turn: Turn, why: FileRefusal): void {
  if (why === 'tooLarge') turn.say('file.tooLarge', { megabytes: megabytesMax(turn) });
  else if (why === 'tooMany') turn.say('file.tooMany', { count: turn.services.evidenceRules.filesAtOnceMax });
  else turn.say(`file.${why}`, {});
}

/** Matters that the talk was just about come first, then the newest. */
async function matterFor(turn: Turn): Promise<CaseRecord | undefined> {
  const open = (await casesAt(turn))
    .filter(({ status, kind }) => status !== 'closed' && wantsPapers(kind))
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt));
  const spoken = [...turn.said, ...turn.state.lastSpoken].map(({ id }) => id.split('.')[0]);
  return open.find(({ kind }) => spoken.includes(kind)) ?? open.find(({ kind }) => kind !== 'person') ?? open[0];
}

/** Why the customer is in difficulty: as told now, or with an earlier paper of the same matter. */
const reasonOf = (turn: Turn, kept: readonly Evidence[]): Evidence['reason'] =>
  turn.state.hardshipReason ?? kept.find(({ reason }) => reason !== null)?.reason ?? null;

/** Takes the files of this message; nothing is kept of one that was refused, or for which there is no matter. */
export async function takeFiles(turn: Turn): Promise<void> {
  const { files } = turn.input;
  for (const why of new Set(files.flatMap((file) => (file.kind === 'refused' ? [file.why] : []))))
    sayRefusal(turn, why);
  const sound = files.filter((file) => file.kind === 'sound');
  if (sound.length > 0) await takeSound(turn, sound);
  if (turn.state.stage !== 'atRisk') turn.tap('button.human', {}, 'human');
}

async function takeSound(turn: Turn, sound: readonly SoundFile[]): Promise<void> {
  const { stage } = turn.state;
  if (stage === 'atRisk' || stage === 'someoneElse') {
    turn.say('file.notKept', {});
    return;
  }
  if (turn.customerId === null) {
    turn.say('file.verifyFirst', {});
    if (stage === 'open') askToVerify(turn);
    return;
  }
  const matter = await matterFor(turn);
  if (matter === undefined) {
    turn.say('file.whatFor', {}).tap('button.hardshipReview', {}, 'hardship');
    return;
  }
  await keepFor(turn, matter, turn.customerId, sound);
}

async function keepFor(turn: Turn, matter: CaseRecord, customerId: string, sound: readonly SoundFile[]): Promise<void> {
  const { filesOfCaseMax } = turn.services.evidenceRules;
  const { caseNumber, kind } = matter;
  const before = (await turn.services.evidenceOf(customerId)).filter((one) => one.caseNumber === caseNumber);
  const known = new Set(before.map(({ sha256 }) => sha256));
  const fresh = sound.filter(({ sha256 }) => !known.has(sha256) && known.add(sha256));
  const taken = fresh.slice(0, Math.max(0, filesOfCaseMax - before.length));
  const reason = kind === 'hardship' ? reasonOf(turn, before) : null;
  for (const { fileId, name, type, bytes, sha256 } of taken) {
    const about = { caseNumber, caseKind: kind, reason, customerId, conversationId: turn.input.conversationId };
    const record: Evidence = { fileId, ...about, receivedAt: turn.input.now, name, type, bytes, sha256, paper: null };
    turn.record({ kind: 'keepEvidence', record });
    turn.audit('evidenceKept', { type, bytes, sha256 }, { caseNumber, fileId });
  }
  const about = turn.words(`caseKind.${kind}`, {});
  if (taken.length > 0) turn.say('file.kept', { count: taken.length, about, caseNumber });
  else if (fresh.length === 0) turn.say('file.already', { caseNumber });
  if (taken.length < fresh.length) turn.say('file.caseFull', { count: filesOfCaseMax });
  if (taken.length > 0) askWhich(turn, missingPapers(papersFor(turn.services.evidenceRules, kind, reason), before));
}

/** Which paper it is, is told by a tap: nobody here reads what is in it. */
function askWhich(turn: Turn, missing: readonly Paper[]): void {
  if (missing.length === 0) return;
  turn.say('file.which', {});
  for (const paper of [...missing, 'other' as const])
    turn.tap('button.paper', { paper: turn.words(`paper.${paper}`, {}) }, 'evidence', { paper });
}

/** A paper that was just sent is named; what its matter still asks for is said. Undefined where none waits for a name. */
export async function namePaper(turn: Turn, paper: Paper): Promise<After | undefined> {
  const { customerId } = turn;
  const all = customerId === null ? [] : await turn.services.evidenceOf(customerId);
  const unnamed = all.filter((one) => one.paper === null && one.conversationId === turn.input.conversationId);
  const caseNumber = unnamed.at(-1)?.caseNumber;
  const matter = (await casesAt(turn)).find((one) => one.caseNumber === caseNumber && one.status !== 'closed');
  if (matter === undefined) return undefined;
  const named = unnamed.filter((one) => one.caseNumber === caseNumber).map(({ fileId }) => fileId);
  turn.record({ kind: 'namePaper', fileIds: named, paper });
  turn.say('file.named', { paper: turn.words(`paper.${paper}`, {}) });
  const ofCase = all.filter((one) => one.caseNumber === caseNumber);
  const wanted = papersFor(turn.services.evidenceRules, matter.kind, reasonOf(turn, ofCase));
  const missing = missingPapers(wanted, [...ofCase, { paper }]);
  const papers = missing.map((one) => turn.words(`paper.${one}`, {})).join(turn.words('paper.and', {}));
  if (missing.length > 0) turn.say('file.missing', { papers });
  else turn.say('file.allHere', { date: matter.dueOn });
  turn.tap('button.human', {}, 'human');
  return 'resume';
}
