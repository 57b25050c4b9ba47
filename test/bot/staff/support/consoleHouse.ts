// A running house with staff in it: one colleague for each role, signed in, with passwords that they chose themselves.

import type { ShippedData } from '../../../../bot/config/shippedData';
import { hashPassword } from '../../../../bot/staff/console/signIn/passwords';
import type { CreatedStaff } from '../../../../bot/staff/contract/session';
import type { Role } from '../../../../data/domain/bank/staff';
import { type RunningHouse, startHouse, testNow } from '../../support/runningHouse';
import { StaffClient } from './staffClient';

export const password = 'a long walk by the river';

export interface ConsoleHouse extends RunningHouse {
  /** Somebody with these roles, signed in; the same person when asked for again. */
  staff(...roles: readonly Role[]): Promise<StaffClient>;
  /** Another person with these roles. */
  another(name: string, ...roles: readonly Role[]): Promise<StaffClient>;
  administrator(): Promise<{ client: StaffClient; firstPassword: string }>;
}

let hashed: Promise<string> | undefined;

export async function startConsole(
  environment: Record<string, string> = {},
  dataDir?: string,
  data?: ShippedData,
): Promise<ConsoleHouse> {
  const running = await startHouse(dataDir, environment, data);
  const known = new Map<string, Promise<StaffClient>>();
  const join = async (username: string, roles: readonly Role[]): Promise<StaffClient> => {
    hashed ??= hashPassword(password);
    await running.house.repositories.staff.put(
      {
        username,
        displayName: username,
        roles: [...roles],
        source: 'local',
        subject: null,
        passwordHash: await hashed,
        mustChangePassword: false,
        disabled: false,
        createdAt: testNow,
        lastSignInAt: null,
      },
      'any',
    );
    const client = new StaffClient(running.address, username);
    await client.signIn(password);
    return client;
  };
  return {
    ...running,
    staff(...roles) {
      const username = roles.join('-') || 'nobody';
      const client = known.get(username) ?? join(username, roles);
      known.set(username, client);
      return client;
    },
    another: (name, ...roles) => join(name, roles),
    async administrator() {
      const first = await running.house.firstAdministrator();
      if (first === null) throw new Error('there are staff already');
      const client = new StaffClient(running.address, first.username);
      await client.signIn(first.password);
      return { client, firstPassword: first.password };
    },
  };
}

export type { CreatedStaff };
