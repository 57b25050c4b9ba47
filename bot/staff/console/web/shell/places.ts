// Every page of the console: its address, its place in the menu, and whose roles open it. Pages load when first opened.
import { type ComponentType, lazy } from 'react';
import type { Role } from '../../../contract';
import type { TextKey } from '../app/text';

export type IconName =
  | 'desk'
  | 'cases'
  | 'limits'
  | 'contact'
  | 'utterance'
  | 'answers'
  | 'agencies'
  | 'book'
  | 'audit'
  | 'dashboard'
  | 'outreach'
  | 'users';

export interface Place {
  /** First parts of the address; what follows belongs to the page. */
  readonly at: readonly string[];
  readonly name: TextKey;
  readonly group: TextKey;
  readonly icon: IconName;
  readonly roles: readonly Role[];
  readonly page: ComponentType;
}

const rulesRoles: readonly Role[] = ['maker', 'checker', 'supervisor', 'auditor', 'administrator'];

const policies = lazy(() => import('../pages/policies/policiesPage'));
const rules = (kind: string, name: TextKey, icon: IconName): Place => ({
  at: ['policies', kind],
  name,
  group: 'menu.rules',
  icon,
  roles: rulesRoles,
  page: policies,
});

export const places: readonly Place[] = [
  {
    at: ['dashboard'],
    name: 'menu.dashboard',
    group: 'menu.oversight',
    icon: 'dashboard',
    roles: ['supervisor', 'auditor', 'maker', 'checker'],
    page: lazy(() => import('../pages/dashboard/dashboardPage')),
  },
  {
    at: ['desk'],
    name: 'menu.desk',
    group: 'menu.work',
    icon: 'desk',
    roles: ['agent', 'supervisor'],
    page: lazy(() => import('../pages/desk/deskPage')),
  },
  {
    at: ['cases'],
    name: 'menu.cases',
    group: 'menu.work',
    icon: 'cases',
    roles: ['agent', 'supervisor', 'auditor'],
    page: lazy(() => import('../pages/cases/casesPage')),
  },
  {
    at: ['outreach'],
    name: 'menu.outreach',
    group: 'menu.work',
    icon: 'outreach',
    roles: ['supervisor', 'administrator', 'auditor'],
    page: lazy(() => import('../pages/outreach/outreachPage')),
  },
  rules('offerLimits', 'menu.offerLimits', 'limits'),
  rules('contactRules', 'menu.contactRules', 'contact'),
  rules('utteranceRules', 'menu.utteranceRules', 'utterance'),
  rules('answers', 'menu.answers', 'answers'),
  {
    at: ['audit'],
    name: 'menu.audit',
    group: 'menu.oversight',
    icon: 'audit',
    roles: ['auditor', 'supervisor'],
    page: lazy(() => import('../pages/audit/auditPage')),
  },
  {
    at: ['agencies'],
    name: 'menu.agencies',
    group: 'menu.setup',
    icon: 'agencies',
    roles: ['supervisor', 'administrator', 'auditor'],
    page: lazy(() => import('../pages/agencies/agenciesPage')),
  },
  {
    at: ['book'],
    name: 'menu.book',
    group: 'menu.setup',
    icon: 'book',
    roles: ['supervisor', 'administrator'],
    page: lazy(() => import('../pages/book/bookPage')),
  },
  {
    at: ['users'],
    name: 'menu.users',
    group: 'menu.setup',
    icon: 'users',
    roles: ['administrator'],
    page: lazy(() => import('../pages/users/usersPage')),
  },
];

export const groups: readonly TextKey[] = ['menu.work', 'menu.rules', 'menu.oversight', 'menu.setup'];

export const placesFor = (roles: readonly Role[]): readonly Place[] =>
  places.filter((place) => place.roles.some((role) => roles.includes(role)));

export const placeAt = (parts: readonly string[]): Place | undefined =>
  places.find((place) => place.at.every((part, index) => parts[index] === part));

/** Where somebody with these roles begins: the desk for those who answer, else the first that is open to them. */
export function startFor(roles: readonly Role[]): Place | undefined {
  const open = placesFor(roles);
  const first = (key: string) => open.find((place) => place.at.includes(key));
  if (roles.includes('agent')) return first('desk');
  if (roles.includes('maker') || roles.includes('checker')) return first('offerLimits');
  if (roles.length === 1 && roles.includes('administrator')) return first('users');
  return open[0];
}
