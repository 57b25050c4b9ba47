// What a tester may write for the digits of the person who is played.
import type { Persona } from '../../../../data/seed/persona';

/** `{card}` and `{id}` become this person's endings; without a person they stay as they are written. */
export const withDigitsOf = (person: Persona | undefined, text: string): string =>
  text
    .replaceAll('{card}', person?.accounts[0]?.cardTail ?? '{card}')
    .replaceAll('{id}', person?.customer.idTail ?? '{id}');
