// A second reader of messages: a language model that the bank runs itself, behind an OpenAI-compatible address. None by default.
import { z } from 'zod';
import { isLoopbackName, optional, text } from './environment';

export const readerEnvironment = {
  READER_URL: optional(z.url({ protocol: /^https?$/ })),
  READER_MODEL: optional(text),
  READER_KEY: optional(text),
  /** Hosts besides this machine to which masked words may be sent, with commas between them. */
  READER_HOSTS: optional(text),
};
const environmentSchema = z.object(readerEnvironment);

export interface ReaderConfig {
  /** Address up to /v1, without a slash at its end. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
}

/** Null without one; what is wrong is added to `problems`. */
export function readReaderConfig(
  { READER_URL: url, READER_MODEL: model, READER_KEY: key, READER_HOSTS: hosts }: z.infer<typeof environmentSchema>,
  problems: string[],
): ReaderConfig | null {
  if (url === undefined && model === undefined) {
    if (key !== undefined || hosts !== undefined)
      problems.push('READER_KEY or READER_HOSTS is set without READER_URL and READER_MODEL: set these too, or none.');
    return null;
  }
  if (url === undefined || model === undefined) {
    problems.push('READER_URL and READER_MODEL belong together: set both, or none.');
    return null;
  }
  const { hostname } = new URL(url);
  const allowed = (hosts ?? '').split(',').map((host) => host.trim().toLowerCase());
  if (!isLoopbackName(hostname) && !allowed.includes(hostname.toLowerCase()))
    problems.push(`READER_URL leads to ${hostname}: name it in READER_HOSTS if customers' masked words may go there.`);
  return { url: url.replace(/\/+$/, ''), model, key: key ?? null };
}
