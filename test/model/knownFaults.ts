// Faults that this model has found and that are not mended yet, each by the sentence of its law. The list is to become empty.
export const knownFaults: RegExp[] = [
  // After limits changed and a day went by, the same decision gives the offers another day of validity.
  /^P10: a decision comes out otherwise: offers\.\d+\.validUntil/,
];

export const isKnown = (sentence: string): boolean => knownFaults.some((known) => known.test(sentence));
