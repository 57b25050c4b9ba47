// Which messages of the assistant nobody has looked at yet, by the numbers in their ids, over reloads of the tab.
import { inTab } from './kept.js';

const keptIn = 'assistant.seen';
/** `CONVERSATION|0000012-…`: a later message has a higher number. */
const numberOf = (id) => Number(/\|(\d+)-/.exec(id ?? '')?.[1] ?? 0);

export class Unread {
  /** By number: the newest that was said here, the newest that was on the screen. */
  seen = { conversationId: '', said: 0, read: 0 };
  waiting = new Set();

  constructor(conversationId) {
    const kept = JSON.parse(inTab.getItem(keptIn) ?? 'null');
    this.seen = kept?.conversationId === conversationId ? kept : { conversationId, said: 0, read: 0 };
  }

  /** True for one that is new, false for what comes again after a reload or a lost connection. */
  take(id, isOnScreen) {
    const number = numberOf(id);
    const isNew = number > this.seen.said;
    if (number > this.seen.read && !isOnScreen) this.waiting.add(number);
    this.keep({
      said: Math.max(number, this.seen.said),
      read: isOnScreen ? Math.max(number, this.seen.read) : this.seen.read,
    });
    return isNew;
  }

  readAll() {
    this.waiting.clear();
    this.keep({ read: this.seen.said });
  }

  forget() {
    inTab.removeItem(keptIn);
  }

  get count() {
    return this.waiting.size;
  }

  keep(changed) {
    this.seen = { ...this.seen, ...changed };
    inTab.setItem(keptIn, JSON.stringify(this.seen));
  }
}
