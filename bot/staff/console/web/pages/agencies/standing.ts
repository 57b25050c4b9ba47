// The colour of an agency's standing.
import type { AgencyView } from '../../../../contract';
import type { Tone } from '../../parts/statusTag';

export const toneOfStanding: Record<AgencyView['standing'], Tone> = {
  authorised: 'good',
  notYet: 'info',
  expired: 'warn',
  suspended: 'bad',
  ended: 'quiet',
};
