// One message and the one answer that its own request can carry back. The platform asks again after five seconds, three times;
// whichever request is open takes the answer, and the customer sees it once.

/** An open request of the platform. */
export interface Caller {
  /** Ends the request; true once all of it has gone to a platform that still listened. */
  end(body: string): Promise<boolean>;
}

/** The platform's word for "taken, and nothing to show". */
export const taken = 'success';

type State =
  /** Nothing has been answered; `caller` is the request that would take it, where one is open. */
  | { readonly kind: 'open'; readonly caller: Caller | null }
  /** Answered: who asks again is told the same. */
  | { readonly kind: 'answered'; readonly body: string };

export class Exchange {
  private state: State = { kind: 'open', caller: null };
  /** The turn of this message; null before and after it. */
  turn: Promise<void> | null = null;

  get isOpen(): boolean {
    return this.state.kind === 'open';
  }

  /** A request for this message: the first, or one that asks again. An older one that still hangs has been given up. */
  async joinedBy(caller: Caller): Promise<void> {
    const { state } = this;
    if (state.kind === 'answered') {
      await caller.end(state.body);
      return;
    }
    this.state = { kind: 'open', caller };
    await state.caller?.end('');
  }

  /** Gives the answer to the open request; false where there is none any more, and the words must go another way. */
  async answer(body: string): Promise<boolean> {
    const { state } = this;
    if (state.kind !== 'open' || state.caller === null) return false;
    this.state = { kind: 'answered', body };
    if (await state.caller.end(body)) return true;
    this.state = { kind: 'open', caller: null };
    return false;
  }

  /** Ends this request with "taken" if it is still the one that waits; what is said later goes another way. */
  async endWithoutWords(caller: Caller): Promise<void> {
    if (this.state.kind !== 'open' || this.state.caller !== caller) return;
    await this.answer(taken);
  }

  /** Gives the request up without an answer, so that the platform asks again. */
  release(caller: Caller): boolean {
    if (this.state.kind !== 'open' || this.state.caller !== caller) return false;
    this.state = { kind: 'open', caller: null };
    return true;
  }
}
