// Files that are kept beside the documents, each sealed: papers that customers handed in.
import { open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, removeFile, syncFolder } from '../lowdb/disk/durableFile';
import { makeFolder } from '../lowdb/disk/makeFolder';
import type { KeyRing } from './keyRing';

const ending = '.sealed';
const idPattern = /^EV-[\w-]{4,60}$/;

export class SealedFiles {
  constructor(
    private readonly folder: string,
    private readonly keys: () => KeyRing,
  ) {}

  /** On disk when it resolves; a file is whole or absent. */
  async write(id: string, plain: Buffer): Promise<void> {
    await this.keep(id, this.keys().seal(plain, placeOf(id)));
  }

  /** Undefined where there is none; throws SealBroken where it cannot be opened. */
  async read(id: string): Promise<Buffer | undefined> {
    const sealed = await this.sealedBytes(id);
    return sealed === undefined ? undefined : this.keys().open(sealed, placeOf(id));
  }

  async remove(id: string): Promise<void> {
    await removeFile(this.pathOf(id));
  }

  /** Every file with the time of its last writing, in milliseconds since 1970. */
  async list(): Promise<readonly { readonly id: string; readonly writtenMs: number }[]> {
    const names = await this.names();
    return Promise.all(
      names.map(async (name) => {
        const { mtimeMs } = await stat(join(this.folder, name));
        return { id: name.slice(0, -ending.length), writtenMs: mtimeMs };
      }),
    );
  }

  /** Seals a file anew with the key that seals now; false where it already is. */
  async renew(id: string): Promise<boolean> {
    const sealed = await this.sealedBytes(id);
    if (sealed === undefined || this.keys().isCurrent(sealed)) return false;
    await this.keep(id, this.keys().seal(this.keys().open(sealed, placeOf(id)), placeOf(id)));
    return true;
  }

  private async keep(id: string, sealed: Buffer): Promise<void> {
    makeFolder(this.folder);
    const path = this.pathOf(id);
    const temporary = `${path}.tmp`;
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(sealed);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(this.folder);
  }

  private async sealedBytes(id: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.pathOf(id));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  private async names(): Promise<readonly string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => name.endsWith(ending));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  /** An id that is none of ours leads nowhere. */
  private pathOf(id: string): string {
    if (!idPattern.test(id)) throw new Error('not the id of a sealed file');
    return join(this.folder, `${id}${ending}`);
  }
}

const placeOf = (id: string): string => `file/${id}`;
