// A store before which the turns of chosen people wait, so that they come late or fail, while everybody else's go on.
import type { DocumentStore, Operation } from '../../../../../data/store/documentStore';
import type { Follower } from './follower';

/** Where the turns of some people wait, or fail, before they are stored; what is stored of earlier ones goes on. */
export class HeldTurns {
  private readonly held = new Map<string, () => Promise<void>>();

  readonly around = (store: DocumentStore): DocumentStore =>
    new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name !== 'transaction') return value.bind(target);
        return async (operations: readonly Operation[]) => {
          const turns = operations.flatMap((one) =>
            'id' in one && one.collection === 'processedActivities' ? [one.id] : [],
          );
          for (const [openId, before] of this.held) if (turns.some((id) => id.includes(openId))) await before();
          return target.transaction(operations);
        };
      },
    });

  /** Gives what to call for the turn to go on, and for it to fail. */
  hold({ openId }: Pick<Follower, 'openId'>): { readonly open: () => void; readonly fail: () => void } {
    let settle: { resolve: () => void; reject: (error: Error) => void } | null = null;
    let how: 'open' | 'fail' | null = null;
    const go = () => {
      if (how === 'open') settle?.resolve();
      if (how === 'fail') settle?.reject(new Error('the disk is full'));
    };
    this.held.set(openId, () => {
      if (how !== null) this.held.delete(openId);
      const waits = new Promise<void>((resolve, reject) => {
        settle = { resolve, reject };
      });
      go();
      return waits;
    });
    const end = (as: 'open' | 'fail') => () => {
      how = as;
      if (settle !== null) this.held.delete(openId);
      go();
    };
    return { open: end('open'), fail: end('fail') };
  }
}
