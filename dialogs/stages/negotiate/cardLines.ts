// Which cards a plan over several of them is about, with what is owed on each.
import { type Account, owedOn } from '../../../data/domain/account/account';
import type { Turn } from '../../talk/turn';

/** Null for one card, which needs no naming. */
export function cardList(turn: Turn, accounts: readonly Account[]): string | null {
  if (accounts.length < 2) return null;
  const owed = (account: Account) => owedOn(account, turn.today).totalFen;
  return accounts
    .map((account) => turn.words('agreement.card', { tail: account.cardTail, owed: owed(account) }))
    .join(turn.words('agreement.cardAnd', {}));
}

/** Told once: the offers that follow are for all of these cards together. */
export async function sayCards(turn: Turn): Promise<void> {
  const { negotiatedAccountIds } = turn.state;
  const accounts = (await turn.ownAccounts()).filter(({ accountId }) => negotiatedAccountIds.includes(accountId));
  const list = cardList(turn, accounts);
  const [only] = accounts;
  const isOneOfSeveral = accounts.length === 1 && (await turn.ownAccounts()).length > 1;
  if (list !== null && turn.timesSaid('negotiation.offer.cards') === 0) turn.say('negotiation.offer.cards', { list });
  else if (only !== undefined && isOneOfSeveral && turn.timesSaid('offer.oneCard') === 0)
    turn.say('offer.oneCard', { tail: only.cardTail });
}
