// Before the turn: fetches the files of a message, looks through each, and keeps sound ones in memory until the turn decides.
import { randomBytes } from 'node:crypto';
import { ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import type { EvidenceRules, ReceivedFile } from '../../../data/domain/case/evidence';
import { maskPersonal } from '../../../data/domain/conduct/masking/masking';
import type { SealedFiles } from '../../../data/store/sealed/sealedFiles';
import { isGroupChat } from '../../../dialogs/talk/channel/groupChat';
import { setReceivedFiles } from '../../../dialogs/talk/channel/receivedFiles';
import type { AttachmentFetcher } from './fetchAttachments';
import { inspectFile } from './inspectFile';
import { type Upload, uploadsOf } from './uploads';

export interface ReceiveParts {
  readonly rules: EvidenceRules;
  readonly files: SealedFiles;
  readonly fetchAttachments: AttachmentFetcher;
}

const bytesKey = Symbol('bytesOfFiles');
const nameMax = 80;

/** A name without control characters, paths and whatever is personal in it. */
export const shownName = (name: string): string =>
  maskPersonal(
    name
      .replace(/^.*[/\\]/, '')
      .replace(/[\p{C}<>"]/gu, '')
      .trim(),
  )
    .slice(0, nameMax)
    .toWellFormed();

export class ReceiveFiles implements Middleware {
  constructor(private readonly parts: ReceiveParts) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { activity } = context;
    // Where others read along no papers are taken.
    if (activity.type === ActivityTypes.Message && !isGroupChat(activity)) {
      const uploads = uploadsOf(context) ?? (await this.parts.fetchAttachments(activity));
      if (uploads.length > 0) await this.receive(context, uploads);
    }
    await next();
  }

  private async receive(context: TurnContext, uploads: readonly Upload[]): Promise<void> {
    const { filesAtOnceMax } = this.parts.rules;
    const bytes = new Map<string, Buffer>();
    const received: ReceivedFile[] = [];
    for (const upload of uploads.slice(0, filesAtOnceMax)) received.push(await this.look(upload, bytes));
    if (uploads.length > filesAtOnceMax) received.push({ kind: 'refused', why: 'tooMany' });
    context.turnState.set(bytesKey, bytes);
    setReceivedFiles(context, received);
  }

  private async look(upload: Upload, bytes: Map<string, Buffer>): Promise<ReceivedFile> {
    if (upload.kind === 'refused') return upload;
    const inspection = await inspectFile(upload.bytes, this.parts.rules);
    if (inspection.kind === 'refused') return inspection;
    const fileId = `EV-${randomBytes(12).toString('base64url')}`;
    bytes.set(fileId, upload.bytes);
    return { ...inspection, fileId, name: shownName(upload.name), bytes: upload.bytes.length };
  }
}

/** Seals a file of this turn onto the disk. Its record follows in the turn's transaction; without one it is swept away. */
export async function keepFile(context: TurnContext, files: SealedFiles, fileId: string): Promise<void> {
  const bytes = context.turnState.get<ReadonlyMap<string, Buffer> | undefined>(bytesKey)?.get(fileId);
  if (bytes === undefined) throw new Error('a file is to be kept that did not come with this turn');
  await files.write(fileId, bytes);
}
