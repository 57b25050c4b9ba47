// The words of a card, however deep they lie in it.

/** All texts and titles in their order; fields named in `leftOut` are not looked into. */
export function cardTexts(value: unknown, leftOut: readonly string[] = []): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => cardTexts(one, leftOut));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (leftOut.includes(name)) return [];
    return (name === 'text' || name === 'title') && typeof inner === 'string' ? [inner] : cardTexts(inner, leftOut);
  });
}
