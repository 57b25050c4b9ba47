// Who may hear each message: an allow-list, complete by compilation. What is not opened here to somebody is for the verified
// cardholder alone, and a message that nobody has classified does not compile (promise P2).
import type { Party } from '../../../data/domain/conduct/outboundGuard';
import { isMessageId } from '../messages';
import { audiences, type Family } from './audiences';
import { type Audience, hearers } from './hearers';

/** The parties to which a message may be said; nobody for an id that is no message. */
export function mayHear(id: string): readonly Party[] {
  if (!isMessageId(id)) return [];
  const dot = id.indexOf('.');
  const family: 'holder' | Readonly<Record<string, Audience>> = audiences[id.slice(0, dot) as Family];
  const audience = family === 'holder' ? family : family[id.slice(dot + 1)];
  return audience === undefined ? [] : hearers[audience];
}
