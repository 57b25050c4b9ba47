// Which errors a person who starts a program can mend: those are said in one sentence, without a stack.
import { FolderUnusable, StoreInUse, StoreUnavailable } from '../../data/store/documentStore';
import { SealBroken } from '../../data/store/sealed/keyRing';
import { KeysDoNotFit } from '../../data/store/sealed/sealingStore';
import { ConfigError } from './config';
import { DataFileError } from './shippedData';

const mendable = [SealBroken, KeysDoNotFit, ConfigError, DataFileError, StoreInUse, FolderUnusable, StoreUnavailable];

/** The sentence, or undefined for a fault of the program, which keeps its stack. */
export function plainError(error: unknown): string | undefined {
  const isMendable = mendable.some((kind) => error instanceof kind);
  return error instanceof Error && isMendable ? error.message : undefined;
}
