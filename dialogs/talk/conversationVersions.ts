// Earlier shapes of a saved conversation, brought up to the present one step by step: conversations under way go on.

type Saved = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Saved =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Version 1 did not know who was verified nor since when: what was under way rests until that customer is verified again.
 * A check that was locked had no end; it begins anew, under the limits of the whole bank.
 */
function fromVersion1(saved: Saved): Saved {
  const { verifiedCustomerId: customerId, verifyFailures: _counted, ...rest } = saved;
  const fresh = { ...rest, version: 2, verified: null, resting: null, secondFactor: null, lockedUntil: null };
  if (customerId === null) return rest.stage === 'locked' ? { ...fresh, stage: 'open' } : fresh;
  const { stage, negotiation, negotiatedAccountIds, signed, caseNumbers, expects, affirmMeans } = rest;
  const stays = stage === 'atRisk' || stage === 'someoneElse';
  const resting = { customerId, stage, negotiation, negotiatedAccountIds, signed, caseNumbers, expects, affirmMeans };
  const nothing = { negotiation: null, negotiatedAccountIds: [], signed: {}, caseNumbers: {}, expects: null };
  return { ...fresh, ...nothing, affirmMeans: null, lastSpoken: [], stage: stays ? stage : 'open', resting };
}

/** Stage and negotiation, of the talk or of what rests of it, with the signature in the negotiation alone. */
function signingInOnePlace(talk: Saved): Saved {
  const { stage, negotiation } = talk;
  const leftBehind = stage !== 'signing' && isRecord(negotiation) && negotiation.stage === 'readingBack';
  return {
    ...talk,
    stage: stage === 'signing' ? 'negotiating' : stage,
    negotiation: leftBehind ? { ...negotiation, stage: 'offering', chosenNumber: null } : negotiation,
  };
}

/** A code sent before codes were numbered: when it was sent is not known, when it ends is. */
function numberedCode(secondFactor: Saved): Saved {
  const { accepted: _, ...code } = isRecord(secondFactor.code) ? secondFactor.code : {};
  return { ...secondFactor, code: { ...code, codeId: 'unnumbered', sentAt: '1970-01-01T00:00:00.000Z' } };
}

/**
 * Version 2 kept a stage "signing", the code and the engine's own stage apart, and they could disagree. What was being signed
 * stays chosen and is read again with a new code; where nothing was (a refusal had left the engine's stage behind), it is not.
 */
function fromVersion2(saved: Saved): Saved {
  const { code: _, resting, secondFactor, ...rest } = saved;
  return {
    ...signingInOnePlace(rest),
    version: 3,
    resting: isRecord(resting) ? signingInOnePlace(resting) : resting,
    secondFactor: isRecord(secondFactor) ? numberedCode(secondFactor) : secondFactor,
  };
}

/** By version: how it becomes the next one. */
const steps: Readonly<Record<number, (saved: Saved) => Saved>> = { 1: fromVersion1, 2: fromVersion2 };

/** Any earlier version as the present one; everything else is left to the schema. */
export function upgradeConversation(saved: unknown): unknown {
  if (!isRecord(saved) || typeof saved.version !== 'number') return saved;
  const step = steps[saved.version];
  return step === undefined ? saved : upgradeConversation(step(saved));
}
