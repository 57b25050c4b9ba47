// The customer whom the channel itself has signed in, as the bank's own token said: put on the turn by the channel.
const key = Symbol('signedInCustomer');

/** The part of a turn context that is needed here; a botbuilder TurnContext is one. */
interface TurnStateHolder {
  readonly turnState: { get(key: symbol): unknown; set(key: symbol, value: unknown): unknown };
}

export const setSignedInCustomer = (context: TurnStateHolder, customerId: string): void => {
  context.turnState.set(key, customerId);
};

/** Null where nobody is signed in, or the channel cannot tell. */
export function signedInCustomerOf(context: TurnStateHolder): string | null {
  const customerId = context.turnState.get(key);
  return typeof customerId === 'string' ? customerId : null;
}
