// Messages that we begin. Each may be read by others on a screen or a phone: nothing in them says that anything is owed.
import type { MessageSpec } from './valueKinds';

export const outreachSpec = {
  'outreach.promiseDue': { bank: 'name' },
  'outreach.instalmentDue': { bank: 'name' },
  'outreach.instalmentMissed': { bank: 'name' },
  'outreach.quoteExpiring': { bank: 'name' },
  'outreach.caseAnswered': { bank: 'name' },
  'outreach.planFinished': { bank: 'name' },
  'outreach.documentReady': { bank: 'name' },
  'outreach.earlyReminder': { bank: 'name' },
  'outreach.byText': { hotline: 'name' },
  'outreach.byMessage': {},
  'outreach.stopped': { bank: 'name', hotline: 'name' },
} as const satisfies MessageSpec;
