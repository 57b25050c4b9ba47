// One version with its schema, and the unsaved draft of it.
import type { PolicyDocument, PolicyKind, PolicySchema } from '../../../../../contract';
import { pathOf } from '../../../api/http';
import { type Loaded, useLoad } from '../../../api/useLoad';
import { useDraft } from '../../../parts/hooks/drafts';

/** What was typed and not yet saved, and which stored version it was typed upon. */
export interface PolicyDraft {
  readonly value: unknown;
  readonly reason: string;
  readonly expectedVersion: number;
}

export interface VersionTools {
  readonly document: Loaded<PolicyDocument>;
  readonly schema: Loaded<PolicySchema>;
  readonly draft: PolicyDraft | null;
  setDraft(draft: PolicyDraft | null): void;
}

export function useVersion(kind: PolicyKind, version: string): VersionTools {
  const document = useLoad<PolicyDocument>(pathOf(['policies', kind, version]));
  const schema = useLoad<PolicySchema>(pathOf(['policies', kind, 'schema']));
  const [draft, setDraft] = useDraft<PolicyDraft>(`policy.${kind}.${version}`);
  return { document, schema, draft, setDraft };
}
