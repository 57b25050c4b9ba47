// Every address of the console's API and who may use it. The router is made of this table, and so is its test.
import type { Role } from '../../../../data/domain/bank/staff';

type Method = 'get' | 'post' | 'put' | 'patch' | 'del';

/** 'anyone' needs no session; 'signedIn' any; a list one of these roles. */
export type Access = 'anyone' | 'signedIn' | readonly Role[];

export interface RouteEntry {
  readonly method: Method;
  /** Below /console/api/. */
  readonly path: string;
  readonly access: Access;
}

const at = (method: Method, path: string, access: Access): RouteEntry => ({ method, path, access });

const readPolicies: Access = ['maker', 'checker', 'supervisor', 'auditor', 'administrator'];
const simulate: Access = ['maker', 'checker', 'supervisor'];
const desk: Access = ['agent', 'supervisor'];
const agenciesRead: Access = ['supervisor', 'administrator', 'auditor'];
const agenciesWrite: Access = ['supervisor', 'administrator'];
const book: Access = ['supervisor', 'administrator'];
const casesRead: Access = ['agent', 'supervisor', 'auditor'];
const audit: Access = ['auditor', 'supervisor'];
const outreachRead: Access = ['supervisor', 'administrator', 'auditor'];

export const routeTable = {
  sessionOptions: at('get', 'session/options', 'anyone'),
  signIn: at('post', 'session', 'anyone'),
  session: at('get', 'session', 'signedIn'),
  signOut: at('del', 'session', 'signedIn'),
  changePassword: at('post', 'session/password', 'signedIn'),
  oidcStart: at('get', 'session/oidc/start', 'anyone'),
  oidcCallback: at('get', 'session/oidc/callback', 'anyone'),

  users: at('get', 'users', ['administrator']),
  createUser: at('post', 'users', ['administrator']),
  changeUser: at('patch', 'users/:id', ['administrator']),
  resetUser: at('post', 'users/:id/reset', ['administrator']),

  policies: at('get', 'policies/:kind', readPolicies),
  policySchema: at('get', 'policies/:kind/schema', readPolicies),
  comparePolicies: at('get', 'policies/:kind/compare', readPolicies),
  draftPolicy: at('post', 'policies/:kind/drafts', ['maker']),
  policy: at('get', 'policies/:kind/:version', readPolicies),
  changePolicy: at('put', 'policies/:kind/:version', ['maker']),
  checkPolicy: at('post', 'policies/:kind/:version/check', readPolicies),
  trySentence: at('post', 'policies/:kind/:version/try', readPolicies),
  submitPolicy: at('post', 'policies/:kind/:version/submit', ['maker']),
  withdrawPolicy: at('post', 'policies/:kind/:version/withdraw', ['maker']),
  discardPolicy: at('post', 'policies/:kind/:version/discard', ['maker']),
  cancelPolicy: at('post', 'policies/:kind/:version/cancel', ['checker']),
  approvePolicy: at('post', 'policies/:kind/:version/approve', ['checker']),
  returnPolicy: at('post', 'policies/:kind/:version/return', ['checker']),
  rollbackPolicy: at('post', 'policies/:kind/:version/rollback', ['maker']),
  readPolicy: at('get', 'policies/:kind/:version/reading', readPolicies),
  exportPolicy: at('get', 'policies/:kind/:version/export', readPolicies),

  simulations: at('get', 'simulations', simulate),
  simulate: at('post', 'simulations', simulate),
  simulation: at('get', 'simulations/:id', simulate),
  simulationEvents: at('get', 'simulations/:id/events', simulate),
  cancelSimulation: at('del', 'simulations/:id', simulate),

  queue: at('get', 'desk/queue', desk),
  deskEvents: at('get', 'desk/events', desk),
  heartbeat: at('post', 'desk/heartbeat', desk),
  deskSlots: at('get', 'desk/slots', desk),
  deskAgents: at('get', 'desk/agents', desk),
  deskHeld: at('get', 'desk/held', desk),
  deskConversation: at('get', 'desk/:conversationId', desk),
  take: at('post', 'desk/:conversationId/take', desk),
  release: at('post', 'desk/:conversationId/release', desk),
  deskMessage: at('post', 'desk/:conversationId/messages', desk),
  releaseHeld: at('post', 'desk/:conversationId/held/:heldId/release', desk),
  declineHeld: at('post', 'desk/:conversationId/held/:heldId/decline', desk),
  deskNote: at('post', 'desk/:conversationId/notes', desk),
  transfer: at('post', 'desk/:conversationId/transfer', desk),
  handBack: at('post', 'desk/:conversationId/handback', desk),
  closeConversation: at('post', 'desk/:conversationId/close', desk),
  callback: at('post', 'desk/:conversationId/callback', desk),
  unlock: at('post', 'desk/:conversationId/unlock', desk),
  sendOffer: at('post', 'desk/:conversationId/offers/:number/send', desk),

  agencies: at('get', 'agencies', agenciesRead),
  createAgency: at('post', 'agencies', agenciesWrite),
  changeAgency: at('patch', 'agencies/:id', agenciesWrite),
  suspendAgency: at('post', 'agencies/:id/suspend', agenciesWrite),
  resumeAgency: at('post', 'agencies/:id/resume', agenciesWrite),
  endAgency: at('post', 'agencies/:id/end', agenciesWrite),
  placements: at('get', 'agencies/:id/placements', agenciesRead),
  place: at('post', 'agencies/:id/placements', agenciesWrite),
  endPlacements: at('post', 'agencies/:id/placements/end', agenciesWrite),
  agencyComplaints: at('get', 'agencies/:id/complaints', agenciesRead),
  complaints: at('get', 'complaints', agenciesRead),
  upholdComplaint: at('post', 'complaints/:caseNumber/uphold', agenciesWrite),
  dismissComplaint: at('post', 'complaints/:caseNumber/dismiss', agenciesWrite),

  importAccounts: at('post', 'book/accounts', book),
  importPayments: at('post', 'book/payments', book),
  imports: at('get', 'book/imports', book),
  bookImport: at('get', 'book/imports/:id', book),
  importEvents: at('get', 'book/imports/:id/events', book),
  daily: at('get', 'daily', ['supervisor', 'administrator', 'auditor']),
  exportCsv: at('get', 'exports/:file', book),

  outreach: at('get', 'outreach', outreachRead),
  outreachDay: at('get', 'outreach/day', outreachRead),
  outreachMonth: at('get', 'outreach/month', outreachRead),
  outreachQueue: at('get', 'outreach/queue', outreachRead),
  pauseOutreach: at('post', 'outreach/pause', ['supervisor']),
  resumeOutreach: at('post', 'outreach/resume', ['supervisor']),
  retryOutreach: at('post', 'outreach/queue/:key/retry', ['supervisor']),
  dropOutreach: at('post', 'outreach/queue/:key/drop', ['supervisor']),

  cases: at('get', 'cases', casesRead),
  case: at('get', 'cases/:number', casesRead),
  caseEvidence: at('get', 'cases/:number/evidence', casesRead),
  evidenceContent: at('get', 'cases/:number/evidence/:fileId', ['agent', 'supervisor']),
  takeCase: at('post', 'cases/:number/take', ['agent', 'supervisor']),
  noteCase: at('post', 'cases/:number/notes', ['agent', 'supervisor']),
  extendCase: at('post', 'cases/:number/extend', ['supervisor']),
  closeCase: at('post', 'cases/:number/close', ['agent', 'supervisor']),

  audit: at('get', 'audit', audit),
  verifyAudit: at('post', 'audit/verify', audit),
  replay: at('get', 'audit/replay/:conversationId', audit),

  dashboard: at('get', 'dashboard', ['supervisor', 'auditor', 'maker', 'checker']),
} as const satisfies Readonly<Record<string, RouteEntry>>;

export type RouteName = keyof typeof routeTable;
