// What happened to one version, in order: drafted, submitted, returned or approved, in force.
import { Timeline } from 'antd';
import type { PolicySummary } from '../../../contract';
import { useLanguage } from '../../language';
import { Link } from '../../router';

export function VersionHistory({ summary }: { readonly summary: PolicySummary }) {
  const { t, time } = useLanguage();
  const { kind, status, basedOn, approver, decidedAt, comment, effectiveFrom } = summary;
  const decided = decidedAt === null ? '' : time(decidedAt);
  const who = approver ?? '—';
  const inForce = status === 'approved' || status === 'effective' || status === 'retired';
  return (
    <Timeline
      items={[
        {
          title: time(summary.createdAt),
          content: (
            <>
              {summary.shipped ? t('policy.shipped') : t('policy.history.created', { who: summary.author })}
              <div className="preLine">{summary.reason}</div>
              {basedOn !== null && (
                <div className="quiet small">
                  {t('policy.basedOn')} <Link to={['policies', kind, basedOn]}>{basedOn}</Link>
                </div>
              )}
            </>
          ),
        },
        ...(status === 'submitted' ? [{ title: '', content: t('policy.history.submitted') }] : []),
        ...(status === 'returned'
          ? [
              {
                title: decided,
                color: 'red',
                content: (
                  <>
                    {t('policy.history.returned', { who })}
                    <div className="preLine">{comment}</div>
                  </>
                ),
              },
            ]
          : []),
        ...(inForce && approver !== null
          ? [
              {
                title: decided,
                color: 'green',
                content: (
                  <>
                    {t('policy.history.decided', { who })}
                    <div className="preLine">{comment}</div>
                  </>
                ),
              },
            ]
          : []),
        ...(inForce && effectiveFrom !== null
          ? [{ title: '', color: 'green', content: t('policy.history.effective', { day: effectiveFrom }) }]
          : []),
      ]}
    />
  );
}
