// What a colleague must know before the first word: the danger that was told, whether the phone is watched, what was promised.
import type { ConversationState } from '../../../../dialogs/talk/conversationState';
import type { Care } from '../../contract/desk';
import promisedBy from './promised.json';

export const careOf = (memory: ConversationState | null, phoneUnsafe: boolean): Care => ({
  danger: memory?.danger ?? null,
  phoneUnsafe,
  promised: Object.entries(promisedBy).flatMap(([id, text]) => ((memory?.timesSaid[id] ?? 0) > 0 ? [text] : [])),
});
