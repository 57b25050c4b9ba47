// What the readers of the environment share: how a variable may be left out, and which hosts are this machine.
import { z } from 'zod';

export const text = z.string().trim().min(1);

/** An empty variable is the same as none: shells and container files often set them so. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Https, or this machine: a secret may travel there. */
export const isSafeAddress = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopbackName(hostname);
};

/** This machine by its name or number, as HOST or an address has it. */
export const isLoopbackName = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i.test(host);
