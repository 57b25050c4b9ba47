// The hash chain of the audit log: each entry's hash covers the hash before it, so that nothing can be changed unseen.
import { createHash } from 'node:crypto';

/** The hash before the first entry. */
export const chainStart = '0'.repeat(64);

/** JSON with keys in a fixed order and no blanks: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
  return JSON.stringify(sorted(plain));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  // Without a prototype, a key such as "__proto__" is a key like any other.
  const out: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) out[key] = sorted(inner);
  return out;
}

export const chainHash = (previousHash: string, entry: unknown): string =>
  createHash('sha256').update(previousHash).update(canonicalJson(entry)).digest('hex');
