// Plays the steps of a .chat file against an assistant, whatever way it is reached, and says what each reply should have said.
import type { NamedMessage } from '../../../turn/nameMessages';
import type { Expected, Step } from './chatFile';

/** A reply as a file can speak of it. */
export interface HeardReply {
  readonly said: readonly NamedMessage[];
  readonly taps: readonly NamedMessage[];
  readonly isSilent: boolean;
  /** Its words, and below them what can be tapped. */
  readonly words: string;
}

/** Whoever answers: the assistant of a test, or a server. */
export interface ChatPartner {
  /** Says something; "{code}" is the newest one-time code. */
  say(text: string): Promise<HeardReply>;
  /** `now=…`, `user=…` and their like; throws on a name that it does not know. */
  set(name: string, value: string): void | Promise<void>;
}

export interface PlayedChat {
  /** What the customer's lines were answered, by their number in the file. */
  readonly replies: ReadonlyMap<number, HeardReply>;
  /** What is wrong, in the order of the file; empty when all is as it says. */
  readonly faults: readonly ChatFault[];
}

export interface ChatFault {
  readonly line: number;
  readonly why: string;
}

const isNamed = (id: string, pattern: string) =>
  pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;

const matches = (one: NamedMessage, { id, values }: Expected) =>
  isNamed(one.id, id) && Object.entries(values).every(([name, value]) => one.values[name] === value);

const written = (all: readonly { readonly id: string; readonly values: Readonly<Record<string, string>> }[]) =>
  all.map(({ id, values }) => [id, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' '));

/** A reply that is being checked, and the place after the message that was found last: files name messages in their order. */
interface Checked {
  readonly reply: HeardReply;
  from: number;
}

function checkSaid(checked: Checked, expected: Expected): readonly string[] | null {
  const { reply, from } = checked;
  if (expected.id === '(silence)') return reply.isSilent ? null : [reply.words];
  const found = reply.said.findIndex((one, index) => index >= from && matches(one, expected));
  if (found < 0) return [...written(reply.said), reply.words];
  checked.from = found + 1;
  return null;
}

type CheckStep = Step & { readonly kind: 'says' | 'never' | 'taps' };

/** What was there instead, or null where the reply is as the step says. */
function instead(checked: Checked, { kind, expected }: CheckStep): readonly string[] | null {
  const { said, taps } = checked.reply;
  if (kind === 'says') return checkSaid(checked, expected);
  if (kind === 'taps') return taps.some((tap) => matches(tap, expected)) ? null : written(taps);
  return said.some((one) => matches(one, expected)) ? written(said) : null;
}

const asWritten = ({ kind, expected }: CheckStep) => `${kind} ${written([expected])[0] ?? ''}`;

/** Lines of the customer that no line says anything of: their replies could be anything. */
export const unmentioned = (steps: readonly Step[]): readonly Step[] =>
  steps.filter((step, index) => {
    if (step.kind !== 'customer') return false;
    const next = steps.slice(index + 1).find((one) => one.kind !== 'setting');
    return next === undefined || next.kind === 'customer';
  });

/** Plays all steps, also after a fault: the rest of a conversation is worth seeing. */
export async function playChat(steps: readonly Step[], partner: ChatPartner): Promise<PlayedChat> {
  const replies = new Map<number, HeardReply>();
  const faults: ChatFault[] = [];
  let checked: Checked | undefined;
  for (const step of steps) {
    if (step.kind === 'setting') await partner.set(step.name, step.value);
    else if (step.kind === 'customer') {
      checked = { reply: await partner.say(step.text), from: 0 };
      replies.set(step.line, checked.reply);
    } else if (checked === undefined) faults.push({ line: step.line, why: 'nobody has said anything yet' });
    else {
      const found = instead(checked, step);
      if (found !== null)
        faults.push({ line: step.line, why: [`${asWritten(step)}; there was:`, ...found].join('\n  ') });
    }
  }
  return { replies, faults };
}
