// Today as the bank's server counts it, which may differ from this machine's date.
import dayjs from 'dayjs';
import type { PolicyList } from '../../contract';
import { useLoad } from '../api/useLoad';

export function useBankToday(): string {
  const list = useLoad<PolicyList>('policies/offerLimits');
  return list.data?.today ?? dayjs().format('YYYY-MM-DD');
}
