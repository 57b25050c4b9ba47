// Offer limits, contact rules, utterance rules and approved answers: one life cycle, one page.
import '../../styles/policies.css';
import { Result } from 'antd';
import type { PolicyKind } from '../../../../contract';
import { useLanguage } from '../../app/language';
import { useRoute } from '../../app/router';
import { ComparePage } from './compare/comparePage';
import { VersionRoom } from './room/versionRoom';
import { VersionList } from './versionList';

const kinds: readonly string[] = ['offerLimits', 'contactRules', 'utteranceRules', 'answers'];
const isKind = (text: string | undefined): text is PolicyKind => text !== undefined && kinds.includes(text);

export default function PoliciesPage() {
  const { t } = useLanguage();
  const { parts } = useRoute();
  const [, kind, version] = parts;
  if (!isKind(kind)) return <Result status="404" title={t('common.notFound')} />;
  if (version === undefined) return <VersionList key={kind} kind={kind} />;
  if (version === 'compare') return <ComparePage kind={kind} />;
  return <VersionRoom key={`${kind}/${version}`} kind={kind} version={version} />;
}
