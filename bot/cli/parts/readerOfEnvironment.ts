// The second reader of the environment, for commands that measure with and without it.
import type { SecondReader } from '../../../dialogs/understanding/secondReading/reading';
import { readConfig } from '../../config/config';
import { newSecondReader } from '../../reader/openAiReader';

/** Throws, with what to do, where none is configured. */
export function readerOfEnvironment(): SecondReader {
  const { reader } = readConfig(process.env);
  if (reader === null)
    throw new Error('--reader needs READER_URL and READER_MODEL, and READER_KEY where the address asks for one.');
  return newSecondReader(reader);
}
