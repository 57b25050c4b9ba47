// The cost table of an offer as it stands now: read to the customer before a code is asked for, hashed, and kept with the record.
import type { Account } from '../../../data/domain/account/account';
import { type CostTable, costTableOf } from '../../../data/domain/offer/costTable';
import type { Offer } from '../../../data/domain/offer/offer';
import type { Turn } from '../../talk/turn';
import { costTableLines } from '../../text/costTableLines';

/** The accounts under negotiation, as they are in the book today. */
export async function accountsInPlan(turn: Turn): Promise<readonly Account[]> {
  const all = await turn.ownAccounts();
  return all.filter((account) => turn.state.negotiatedAccountIds.includes(account.accountId));
}

/** Null where the offer takes more off than is owed by now: it has to be made anew before it can be read. */
export async function costTableNow(turn: Turn, offer: Offer): Promise<CostTable | null> {
  const [first, ...others] = await accountsInPlan(turn);
  if (first === undefined) return null;
  const accounts: readonly [Account, ...Account[]] = [first, ...others];
  const { contract } = turn.services;
  return costTableOf({ offer, accounts, contract, today: turn.today });
}

/** Reads the table out, line by line; a card shows the same where the channel has cards. */
export const sayCostTable = (turn: Turn, table: CostTable): void =>
  turn.sayTable(costTableLines(table, turn.services.bank));
