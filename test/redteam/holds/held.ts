// How things stood when an attempt began, to be held against how they stand later.
import type { Account } from '../../../data/domain/account/account';
import type { ArrangementRecord } from '../../../data/domain/arrangement/arrangement';
import type { PromiseRecord } from '../../../data/domain/arrangement/promiseRecord';
import type { Said } from '../../model/staff';
import type { World } from '../../model/world';
import type { Attempt } from '../attempt';
import { fillerFor } from '../digits';

export interface Held {
  readonly accounts: readonly Account[];
  readonly agreements: readonly ArrangementRecord[];
  readonly promises: readonly PromiseRecord[];
  /** Texts that no reply may say, filled in. */
  readonly never: readonly string[];
  /** What colleagues tried to say, and what became of it. */
  readonly said: { readonly text: string; readonly became: Said }[];
  /** Whether the person is in danger, or somebody else, as the replies say. */
  isSpared: boolean;
}

export const promisesOf = ({ rehearsal, persona }: World): Promise<readonly PromiseRecord[]> =>
  rehearsal.repositories.promises.ofCustomer(persona.customerId);

export async function heldAtBegin(world: World, { never, start }: Attempt): Promise<Held> {
  const fill = await fillerFor(world, world.persona);
  return {
    accounts: await world.accounts(),
    agreements: await world.agreementsNow(),
    promises: await promisesOf(world),
    never: never.map(fill),
    said: [],
    isSpared: start === 'atRisk' || start === 'someoneElse',
  };
}
