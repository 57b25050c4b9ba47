// Earlier shapes of a saved negotiation, brought up to the present one: conversations under way go on.

type Saved = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Saved =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The offer that version 1 named by number, with the policy version it was made under; null when it is not on the table. */
function chosenTerms({ table, chosenNumber, offerVersions, policyVersion }: Saved) {
  const offer: unknown = Array.isArray(table)
    ? table.find((one: unknown) => isRecord(one) && one.number === chosenNumber)
    : undefined;
  if (offer === undefined) return null;
  const ownVersion = isRecord(offerVersions) ? offerVersions[String(chosenNumber)] : undefined;
  return { offer, policyVersion: ownVersion ?? policyVersion };
}

/**
 * Version 1 kept a stage and a number and did not know when or what exactly had been read: the offer stays chosen, and its
 * terms are read again before anything is signed.
 */
function fromVersion1(saved: Saved): Saved {
  const { chosenNumber: _, stage, ...rest } = saved;
  const terms = chosenTerms(saved);
  const signing =
    terms === null
      ? null
      : stage === 'agreed'
        ? { step: 'signed', terms }
        : stage === 'readingBack'
          ? { step: 'chosen', terms }
          : null;
  const wasSigning = stage === 'readingBack' || stage === 'agreed';
  return { ...rest, version: 2, stage: wasSigning ? 'offering' : stage, signing, pricedOn: {} };
}

/** Version 2 knew no wish for a first day or against a first payment: nobody has stated one yet. */
function fromVersion2(saved: Saved): Saved {
  const facts = isRecord(saved.facts) ? { ...saved.facts, startDate: null, noDownPayment: false } : saved.facts;
  return { ...saved, version: 3, facts };
}

/** Version 3 did not close its table: a conversation under way is one that nothing has closed. */
const fromVersion3 = (saved: Saved): Saved => ({ ...saved, version: 4, closedBy: null });

/** Any earlier version as the present one; everything else is left to the schema. */
export function upgradeNegotiation(saved: unknown): unknown {
  if (!isRecord(saved)) return saved;
  if (saved.version === 1) return fromVersion3(fromVersion2(fromVersion1(saved)));
  if (saved.version === 2) return fromVersion3(fromVersion2(saved));
  return saved.version === 3 ? fromVersion3(saved) : saved;
}
