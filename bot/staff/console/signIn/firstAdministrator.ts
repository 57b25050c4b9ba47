// The very first start: one administrator with a generated password, which is shown once and has to be changed.
import type { Instant } from '../../../../data/domain/calendar/instant';
import type { Repositories } from '../../../../data/store/repositories';
import { generatedPassword, hashPassword } from './passwords';

export interface FirstAdministrator {
  readonly username: string;
  readonly password: string;
}

/** Null when there is anybody already. */
export async function firstAdministrator(
  { staff, audit }: Pick<Repositories, 'staff' | 'audit'>,
  now: Instant,
): Promise<FirstAdministrator | null> {
  if ((await staff.list({ limit: 1 })).items.length > 0) return null;
  const [username, password] = ['admin', generatedPassword()];
  await staff.put(
    {
      username,
      displayName: 'Administrator',
      roles: ['administrator'],
      source: 'local',
      subject: null,
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
      disabled: false,
      createdAt: now,
      lastSignInAt: null,
    },
    null,
  );
  await audit.append({
    type: 'staff.created',
    conversationId: '',
    turnNumber: -1,
    at: now,
    customerId: null,
    inputs: { staff: '', about: username },
    decision: { roles: ['administrator'], disabled: false },
  });
  return { username, password };
}
