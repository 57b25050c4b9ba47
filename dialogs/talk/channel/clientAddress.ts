// The network address that a message came from, where the channel is our own: put on the turn by the channel, counted by
// the identity check.
const key = Symbol('clientAddress');

/** The part of a turn context that is needed here; a botbuilder TurnContext is one. */
interface TurnStateHolder {
  readonly turnState: { get(key: symbol): unknown; set(key: symbol, value: unknown): unknown };
}

export const setClientAddress = (context: TurnStateHolder, address: string): void => {
  context.turnState.set(key, address);
};

/** Null where a channel's service stands between: there is no telling then. */
export function clientAddressOf(context: TurnStateHolder): string | null {
  const address = context.turnState.get(key);
  return typeof address === 'string' ? address : null;
}
