// Messages of human detours (hardship, safety, disputes, people): id → name and kind of each value.
import type { MessageSpec } from './valueKinds';

const caseOpened = { caseNumber: 'name' } as const;

export const detourSpec = {
  // Human detours
  'hardship.ask': {},
  'hardship.noted': {},
  'hardship.evidence': { list: 'approved' },
  'hardship.recorded': { caseNumber: 'name', holdUntil: 'date' },
  'vulnerable.first': { lifeline: 'name', medical: 'name', police: 'name' },
  'vulnerable.person': {},
  'vulnerable.stay': { lifeline: 'name' },
  'vulnerable.bereaved': { caseNumber: 'name', hotline: 'name' },
  'thirdParty.noted': {},
  'thirdParty.still': {},
  'dispute.opened': { caseNumber: 'name', days: 'count' },
  'dispute.stops': {},
  'alreadyPaid.found': { date: 'date', amount: 'money' },
  'alreadyPaid.opened': { caseNumber: 'name', days: 'count' },
  'complaint.opened': { caseNumber: 'name', days: 'count', hardCaseDays: 'count' },
  'complaint.lines': { regulator: 'name', centralBank: 'name' },
  'complaint.danger': { police: 'name' },
  'collector.ask': {},
  'collector.listed': { agency: 'name', phone: 'name' },
  'collector.authorised': { agency: 'name', phone: 'name' },
  'collector.notAuthorised': { hotline: 'name' },
  'collector.neverPrivate': {},
  'contact.stopped': {},
  'contact.noted': {},
  'contact.stillStopped': {},
  'contact.times': { from: 'name', until: 'name' },
  'handoff.waiting': { caseNumber: 'name', position: 'count' },
  'handoff.closed': { caseNumber: 'name', opens: 'name' },
  'handoff.already': { caseNumber: 'name', position: 'count' },
  'handoff.meanwhile': {},
  'handoff.returned': {},
  'handoff.agentJoined': {},
  'handoff.agentLost': {},
  'handoff.caseOnly': caseOpened,
  'guard.safe': { hotline: 'name' },
} as const satisfies MessageSpec;
