// Files that came with a message, looked through before the dialogs hear of them: put on the turn by whoever received them.
import type { ReceivedFile } from '../../../data/domain/case/evidence';

const key = Symbol('receivedFiles');

/** The part of a turn context that is needed here; a botbuilder TurnContext is one. */
interface TurnStateHolder {
  readonly turnState: { get(key: symbol): unknown; set(key: symbol, value: unknown): unknown };
}

export const setReceivedFiles = (context: TurnStateHolder, files: readonly ReceivedFile[]): void => {
  context.turnState.set(key, files);
};

export const receivedFilesOf = (context: TurnStateHolder): readonly ReceivedFile[] =>
  (context.turnState.get(key) as readonly ReceivedFile[] | undefined) ?? [];
