// Reads a .chat file into steps; the format is told in test/conversations/README.md.
import type { Instant } from '../../../../data/domain/calendar/instant';
import labels from './chatLabels.json';

export interface Expected {
  /** A message id, or a family of them: "negotiation.*". */
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

export type Step =
  | { readonly kind: 'setting'; readonly name: string; readonly value: string; readonly line: number }
  | { readonly kind: 'customer'; readonly text: string; readonly line: number }
  | { readonly kind: 'says' | 'never' | 'taps'; readonly expected: Expected; readonly line: number };

type Label = 'customer' | 'says' | 'never' | 'taps';

const pattern = (kind: Label): RegExp =>
  new RegExp(
    `^(?:${Object.values(labels)
      .map((one) => one[kind])
      .join('|')})[:：]\\s?(.*)$`,
  );

const patterns = (['customer', 'never', 'says', 'taps'] as const).map((kind) => [pattern(kind), kind] as const);

function expectedOf(text: string): Expected {
  const [id = '', ...pairs] = text.trim().split(/\s+/);
  const values = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Error(`"${pair}" is not name=value`);
    return [pair.slice(0, at), pair.slice(at + 1).replaceAll('|', ' ')];
  });
  return { id, values: Object.fromEntries(values) };
}

function stepOf(text: string, line: number): Step {
  const setting = /^>\s*(\w+)(?:=(.*))?$/.exec(text);
  if (setting?.[1] !== undefined) return { kind: 'setting', name: setting[1], value: setting[2] ?? '', line };
  for (const [labelled, kind] of patterns) {
    const rest = labelled.exec(text)?.[1];
    if (rest === undefined) continue;
    return kind === 'customer' ? { kind, text: rest, line } : { kind, expected: expectedOf(rest), line };
  }
  throw new Error(`Line ${line} is neither a setting nor something said: ${text}`);
}

export const parseChat = (content: string): Step[] =>
  content
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.trimEnd(), line: index + 1 }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'))
    .map(({ text, line }) => stepOf(text, line));

/** The moment at which a file begins: its first `now`, else ten in the morning of the tests' own day. */
export function startOf(steps: readonly Step[]): Instant {
  const first = steps.find((step) => step.kind === 'setting' && step.name === 'now');
  return first?.kind === 'setting' ? new Date(first.value).toISOString() : '2026-11-23T02:00:00.000Z';
}
