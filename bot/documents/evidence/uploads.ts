// Files on their way in: as a channel hands them over, before they are looked through.
import type { TurnContext } from 'botbuilder';
import type { FileRefusal } from '../../../data/domain/case/evidence';

export type Upload =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Buffer }
  /** Not even read, or not whole. */
  | { readonly kind: 'refused'; readonly why: FileRefusal };

const key = Symbol('uploads');

/** A channel that receives files itself hands them over with the turn. */
export const setUploads = (context: TurnContext, uploads: readonly Upload[]): void => {
  context.turnState.set(key, uploads);
};

/** Undefined where the channel only names where its files lie. */
export const uploadsOf = (context: TurnContext): readonly Upload[] | undefined =>
  context.turnState.get<readonly Upload[] | undefined>(key);
