// Problems of the server, put at the fields they are about.
import type { ErrorSchema } from '@rjsf/utils';
import type { Bilingual, ProblemDetail } from '../../../../../contract';

interface Tree {
  __errors?: string[];
  [key: string]: Tree | string[] | undefined;
}

export function atFields(problems: readonly ProblemDetail[], pick: (words: Bilingual) => string): ErrorSchema {
  const root: Tree = {};
  for (const { path, message } of problems) {
    let place = root;
    for (const part of path.split('.').filter(Boolean)) {
      const known = place[part];
      const below: Tree = known === undefined || Array.isArray(known) ? {} : known;
      place[part] = below;
      place = below;
    }
    place.__errors = [...(place.__errors ?? []), pick(message)];
  }
  return root as ErrorSchema;
}
