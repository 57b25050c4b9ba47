// The log: structured, to standard error, and without a customer's words, names or numbers.
import pino from 'pino';

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

/** What may be logged of an error: its class and where it happened, never its message (it may quote a customer). */
export function errorFacts(error: unknown): { errorName: string; at: string } {
  if (!(error instanceof Error)) return { errorName: typeof error, at: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
  return {
    errorName: error.name,
    at: frames
      .slice(0, 4)
      .map((line) => line.trim())
      .join(' < '),
  };
}
