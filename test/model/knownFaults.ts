// Faults that this model has found and that are not mended yet, each by the sentence of its law. The list is to become empty.
export const knownFaults: RegExp[] = [
  // The guard stops the warning about scams, and what is said next is the same again.
  /^P3: guardBlocked: .*threatPolice/,
  // Someone else who takes something back gets words that the guard stops.
  /^P3: guardBlocked: .*toSomeoneElse/,
  // Danger told before anybody is verified rests no address.
  /^P9: after vulnerable\.first we may still/,
];

export const isKnown = (sentence: string): boolean => knownFaults.some((known) => known.test(sentence));
