// Sentences of the red team's attempts, for random talks. What asks for a signature is left to the acts, whose laws know it.
import { readAttempts } from '../redteam/attempt';

const signs = /确认|同意|签|confirm|agree|sign|批准|ok\b|好|行|嗯|sure|fine|yep/i;

export const strangeSentences: readonly string[] = readAttempts().flatMap(({ steps }) =>
  steps.filter((step): step is string => typeof step === 'string' && !signs.test(step) && step.length < 200),
);
