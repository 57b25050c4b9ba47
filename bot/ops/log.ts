// The log: structured, to standard error, and without a customer's words, names or numbers.
import pino from 'pino';
import { repositoryRoot } from '../config/repositoryRoot';

export type Log = pino.Logger;

/** Fields that could carry what a customer said or who they are; removed even if someone logs them by mistake. */
const personal = [
  'text',
  'activity',
  'from',
  'recipient',
  'req.headers',
  'req.body',
  'body',
  'customerId',
  '*.text',
  '*.from',
];

export const newLog = (level: string): Log =>
  pino(
    { level, base: null, redact: { paths: personal, remove: true }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );

/** The SDK wraps what a dialog throws; the wrapping tells nothing. */
export function innermost(error: Error, depth = 0): Error {
  const inner: unknown = 'error' in error ? error.error : error.cause;
  return inner instanceof Error && depth < 5 ? innermost(inner, depth + 1) : error;
}

/** What may be logged of an error: its class and where it happened, never its message (it may quote a customer). */
export function errorFacts(error: unknown): { errorName: string; at: string } {
  if (!(error instanceof Error)) return { errorName: typeof error, at: '' };
  const { name, stack = '' } = innermost(error);
  const frames = stack.split('\n').filter((line) => line.trim().startsWith('at '));
  const shown = frames.slice(0, 4).map((line) => line.trim().replaceAll(repositoryRoot, ''));
  return { errorName: name, at: shown.join(' < ') };
}
