// Teaches where acts begin: first from the words around a place, then from what the parts on both sides mean.

import { type LinearModel, probabilitiesOf } from '../../../data/linear/linear';
import { quantise } from '../../../data/linear/quantise';
import { type Example, trainLinear } from '../../../data/linear/trainLinear';
import type { Classify } from '../intents/classifier';
import { boundaryFeatures } from '../segments/boundaryFeatures';
import { partingFeatures } from '../segments/partingFeatures';
import { candidatesOf, partingAt, partReader } from '../segments/segment';
import type { LabelledLine } from './actExamples';
import type { Place } from './modelFile';

const places: readonly Place[] = ['inside', 'between'];
export const placeSettings = {
  classes: places.length,
  epochs: 6,
  rate: 0.5,
  smoothing: 0.02,
  dropped: 0.3,
  averaged: 3,
};

export function trainBoundary(lines: readonly LabelledLine[]): LinearModel<Place> {
  const examples = lines.flatMap(({ line, begins, skipped }): Example[] =>
    line.tokens.flatMap((_, index) =>
      index === 0 || skipped.has(index)
        ? []
        : [{ features: boundaryFeatures(line, index), label: begins.has(index) ? 1 : 0 }],
    ),
  );
  return quantise(places, trainLinear(examples, placeSettings), 1);
}

/** Examples of one message: each possible place between its nearest neighbours, and between the true acts around it. */
function partingExamples({ line, begins }: LabelledLine, boundary: LinearModel<Place>, classify: Classify): Example[] {
  const candidates = candidatesOf(line, (features) => probabilitiesOf(boundary, features)[1] ?? 0);
  const read = partReader(line, classify);
  const truth = [0, ...[...begins].sort((a, b) => a - b), line.tokens.length];
  const before = (at: number) => truth.filter((begin) => begin < at).at(-1) ?? 0;
  const after = (at: number) => truth.find((begin) => begin > at) ?? line.tokens.length;
  return candidates.flatMap((candidate, index) => {
    const label = begins.has(candidate.at) ? 1 : 0;
    const near = [candidates[index - 1]?.at ?? 0, candidates[index + 1]?.at ?? line.tokens.length] as const;
    const far = [before(candidate.at), after(candidate.at)] as const;
    const spans = near[0] === far[0] && near[1] === far[1] ? [near] : [near, far];
    return spans.map((span) => ({ features: partingFeatures(partingAt(line, candidate, span, read)), label }));
  });
}

/** Every line is judged by a boundary model that has not seen it: half of them by the model of the other half. */
export function trainParting(lines: readonly LabelledLine[], classify: Classify): LinearModel<Place> {
  const halves = [0, 1].map((half) => lines.filter((_, index) => index % 2 === half));
  const examples = halves.flatMap((half, index) => {
    const other = trainBoundary(halves[1 - index] ?? []);
    return half.flatMap((line) => partingExamples(line, other, classify));
  });
  return quantise(places, trainLinear(examples, { ...placeSettings, epochs: 12, dropped: 0.4 }), 1);
}
