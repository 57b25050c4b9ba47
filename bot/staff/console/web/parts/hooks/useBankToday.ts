// Today as the bank's server counts it, which may differ from this machine's date.
import type { PolicyList } from '../../../../contract';
import { useLoad } from '../../api/useLoad';

/** Null until the server has told. */
export function useBankToday(): string | null {
  const list = useLoad<PolicyList>('policies/offerLimits');
  return list.data?.today ?? null;
}
