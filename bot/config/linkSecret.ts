// The secret that signs links and tokens: given by the environment, or made once and kept in the data folder.
import { randomBytes } from 'node:crypto';
import { keptSecret } from './keptSecret';

/** Gives the secret of this data folder, making it at the first start; throws FolderUnusable where it cannot be kept. */
export const linkSecretOf = (dataDir: string, given: string | null): string =>
  given ?? keptSecret(dataDir, 'link-secret', () => randomBytes(32));
