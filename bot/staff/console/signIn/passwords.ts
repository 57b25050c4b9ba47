// Passwords: kept as argon2id hashes, compared in a time that tells nothing, generated where nobody has chosen one yet.
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import commonPasswords from './commonPasswords.json';

export const passwordLengthMin = 12;

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), costs);

/** Made once, of a password that nobody has: a name that does not exist takes as long as one that does. */
let nobody: Promise<string> | undefined;

export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(generatedPassword());
  const right = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'));
  return right && passwordHash !== null;
}

/** Without letters and digits that are taken for one another; 20 of them are over 95 bits. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';

export const generatedPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)] ?? '2').join(''),
  ).join('-');

const common = new Set(commonPasswords);

/** Long enough, not the name, not one that everybody tries first. */
export function isAcceptable(password: string, username: string, before: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (password.length < passwordLengthMin || password === before) return false;
  if (plain.includes(username.toLowerCase()) && plain.length < username.length + passwordLengthMin) return false;
  return !common.has(plain) && new Set(plain).size >= 5;
}
