// A law looks at one exchange in its world and says in a sentence what is broken; nothing means that it holds.
import type { Exchange, World } from '../world';

export type Law = (world: World, exchange: Exchange) => readonly string[] | Promise<readonly string[]>;

export const idsOf = ({ reply }: Pick<Exchange, 'reply'>): readonly string[] => reply.said.map(({ id }) => id);

/** The sentence when the condition is broken. */
export const unless = (holds: boolean, sentence: string): readonly string[] => (holds ? [] : [sentence]);
