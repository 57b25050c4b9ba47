// agencies/… and complaints/…: the register, who holds which account, and what became of complaints about conduct.

import type { StaffParts } from '../../staffParts';
import type { Handle } from '../frame/call';
import { complaints, complaintsOf, decide } from './complaints';
import { endPlacements, place, placements } from './placements';
import { actOnAgency, agencyList, changeAgency, createAgency } from './register';

export const agencyHandlers = (parts: StaffParts) =>
  ({
    agencies: (call) => agencyList(parts, call),
    createAgency: (call) => createAgency(parts, call),
    changeAgency: (call) => changeAgency(parts, call),
    suspendAgency: (call) => actOnAgency(parts, call, 'suspended'),
    resumeAgency: (call) => actOnAgency(parts, call, 'resumed'),
    endAgency: (call) => actOnAgency(parts, call, 'ended'),
    placements: (call) => placements(parts, call),
    place: (call) => place(parts, call),
    endPlacements: (call) => endPlacements(parts, call),
    agencyComplaints: (call) => complaintsOf(parts, call),
    complaints: () => complaints(parts),
    upholdComplaint: (call) => decide(parts, call, 'upheld'),
    dismissComplaint: (call) => decide(parts, call, 'dismissed'),
  }) satisfies Readonly<Record<string, Handle>>;
