// A person of the staff as the console shows them to themselves.
import { type StaffRecord, separatedRoles } from '../../../../data/domain/bank/staff';
import type { User } from '../../contract/session';

export const userOf = ({ username, displayName, roles, mustChangePassword, source }: StaffRecord): User => ({
  username,
  displayName,
  roles: separatedRoles(roles),
  mustChangePassword,
  source,
});
