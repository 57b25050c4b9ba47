// Asks the server, when typing pauses, whether the draft could be saved: the same schema and the same ceilings.
import { useEffect, useState } from 'react';
import type { CheckAnswer, PolicyKind, ProblemDetail } from '../../../../../contract';
import { ApiError, pathOf, send } from '../../../api/http';

const pauseMs = 600;

export interface Check {
  readonly problems: readonly ProblemDetail[];
  readonly checking: boolean;
  /** Shows problems that a refused save came back with. */
  show(problems: readonly ProblemDetail[]): void;
}

/** `value` undefined: nothing was typed yet, and the stored version's own problems are shown. */
export function useCheck(kind: PolicyKind, version: string, value: unknown, stored: readonly ProblemDetail[]): Check {
  const [found, setFound] = useState<readonly ProblemDetail[] | null>(null);
  const [checking, setChecking] = useState(false);
  useEffect(() => {
    if (value === undefined) {
      setFound(null);
      return;
    }
    let current = true;
    const timer = setTimeout(async () => {
      setChecking(true);
      try {
        const { problems } = await send<CheckAnswer>('POST', pathOf(['policies', kind, version, 'check']), { value });
        if (current) setFound(problems);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (current) setFound(error.details);
      } finally {
        if (current) setChecking(false);
      }
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [kind, version, value]);
  return { problems: found ?? stored, checking, show: setFound };
}
