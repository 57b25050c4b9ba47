// The demo accounts that the model talks as, and how their figures may be recognised in a reply.
import type { Account } from '../../data/domain/account/account';
import { owedOn } from '../../data/domain/account/account';
import type { CalendarDate } from '../../data/domain/calendar/calendar';
import { fenToYuanText } from '../../data/domain/money/money';
import personas from '../../data/seed/personas.json';

export interface Persona {
  readonly personaId: string;
  readonly customerId: string;
  readonly displayName: string;
  readonly phone: string;
  readonly cardTail: string;
  readonly idTail: string;
  /** Card ending and identity ending, as they are asked for. */
  readonly endings: string;
}

const all: readonly Persona[] = personas.map(({ personaId, customer, accounts }) => ({
  personaId,
  customerId: customer.customerId,
  displayName: customer.displayName,
  phone: customer.phone,
  cardTail: accounts[0]?.cardTail ?? '',
  idTail: customer.idTail,
  endings: `${accounts[0]?.cardTail ?? ''} ${customer.idTail}`,
}));

export const modelPersonaIds = ['canonical', 'englishSpeaker', 'twoCards', 'income75k', 'arrangementMissed'] as const;
export type ModelPersonaId = (typeof modelPersonaIds)[number];

export function personaOf(personaId: string): Persona {
  const found = all.find((one) => one.personaId === personaId);
  if (found === undefined) throw new Error(`There is no persona ${personaId}.`);
  return found;
}

export const namesOfEverybody: readonly string[] = all.map(({ displayName }) => displayName);

/** Texts that give an account away: amounts owed, in total and by part, from a thousand yuan up (smaller ones say nothing). */
export function telltaleTexts(accounts: readonly Account[], today: CalendarDate): readonly string[] {
  const amounts = accounts.flatMap((account) => {
    const { principalFen, interestFen, feesFen, totalFen } = owedOn(account, today);
    return [principalFen, interestFen, feesFen, totalFen, account.minimumDueFen];
  });
  return [...new Set(amounts.filter((fen) => fen >= 100_000).map(fenToYuanText))];
}
