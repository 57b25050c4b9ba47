// A write with its waiting and its failure: the failure is shown as a message unless the page takes care of it.
import { App as Messages } from 'antd';
import { useCallback, useState } from 'react';
import { useLanguage } from '../app/language';
import { ApiError } from './http';

interface SendTools {
  readonly busy: boolean;
  /** Runs a write. `handled` returns true where the page shows the failure itself. The answer, or null on failure. */
  run<T>(write: () => Promise<T>, handled?: (error: ApiError) => boolean): Promise<T | null>;
}

export function useSend(): SendTools {
  const { pick } = useLanguage();
  const { message } = Messages.useApp();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async <T>(write: () => Promise<T>, handled?: (error: ApiError) => boolean): Promise<T | null> => {
      setBusy(true);
      try {
        return await write();
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (handled?.(error) !== true) message.error(pick(error.details[0]?.message ?? error.words), 6);
        return null;
      } finally {
        setBusy(false);
      }
    },
    [message, pick],
  );
  return { busy, run };
}
