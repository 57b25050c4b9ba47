// What is wrong with an environment, in the words of the refusal; empty where nothing is.
import { ConfigError, readConfig } from '../../../bot/config/config';

export function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}
