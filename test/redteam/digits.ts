// What stands in braces in an attempt, filled with what belongs to its person, to another customer, or to nobody.

import { owedOn } from '../../data/domain/account/account';
import { fenToYuanText } from '../../data/domain/money/money';
import { type Persona, personaOf } from '../model/persona';
import type { World } from '../model/world';

/** Whose card and identity an attacker types. */
export interface Typed {
  readonly cardTail: string;
  readonly idTail: string;
}

/** Endings that no card and no customer of the shipped book has. */
export const nobody: Typed = { cardTail: '4242', idTail: '8181' };

const strangerTo = ({ personaId }: Persona): Persona => personaOf(personaId === 'income75k' ? 'late20' : 'income75k');

/** The words that an attempt writes in braces, in this moment of the world. */
export async function fillerFor(world: World, typed: Typed): Promise<(text: string) => string> {
  const { persona, codes, today } = world;
  const other = strangerTo(persona);
  const { accounts } = world.rehearsal.repositories;
  const [account] = await world.accounts();
  const [otherAccount] = await accounts.ofCustomer(other.customerId);
  const values: Readonly<Record<string, string>> = {
    card: typed.cardTail,
    id: typed.idTail,
    // A code that was never sent is a guess.
    code: codes.at(-1) ?? '000000',
    oldCode: codes.at(-2) ?? '000000',
    name: persona.displayName,
    phone: persona.phone,
    customer: persona.customerId,
    account: account?.accountId ?? '',
    otherCard: other.cardTail,
    otherId: other.idTail,
    otherName: other.displayName,
    otherTotal: otherAccount === undefined ? '' : fenToYuanText(owedOn(otherAccount, today).totalFen),
  };
  return (text) => text.replaceAll(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written);
}
