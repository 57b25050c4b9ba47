// The kinds and states of cases, in the order in which they are offered.
import type { CaseView } from '../../../../contract';
import type { Tone } from '../../parts/statusTag';

export const caseStatuses: readonly CaseView['status'][] = ['open', 'waiting', 'taken', 'closed'];

export const caseKinds: readonly CaseView['kind'][] = [
  'vulnerable',
  'complaint',
  'fraud',
  'dispute',
  'hardship',
  'person',
  'alreadyPaid',
  'bereavement',
  'identityLocked',
  'codeFailed',
  'wrongContact',
  'dataAccess',
  'dataCorrection',
  'dataErasure',
  'machineDecision',
];

export const toneOfStatus: Record<CaseView['status'], Tone> = {
  open: 'info',
  waiting: 'warn',
  taken: 'good',
  closed: 'quiet',
};
