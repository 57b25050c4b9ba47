// The state of a version in a word.
import type { PolicyStatus } from '../../../../contract';
import { useLanguage } from '../../app/language';
import { StatusTag, type Tone } from '../../parts/statusTag';

const toneOf: Record<PolicyStatus, Tone> = {
  draft: 'quiet',
  submitted: 'warn',
  returned: 'bad',
  approved: 'info',
  effective: 'good',
  retired: 'quiet',
  discarded: 'quiet',
  cancelled: 'bad',
};

export function PolicyStatusTag({ status }: { readonly status: PolicyStatus }) {
  const { code } = useLanguage();
  return <StatusTag tone={toneOf[status]}>{code('policy.status', status)}</StatusTag>;
}
