// What happened to one version, in order: drafted, submitted, returned or approved, cancelled, in force.
import { Timeline } from 'antd';
import type { PolicySummary } from '../../../../contract';
import { useLanguage } from '../../app/language';
import { Link } from '../../app/router';

function When({ at }: { readonly at: string }) {
  return <div className="quiet small number">{at}</div>;
}

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
          content: (
            <>
              <When at={time(summary.createdAt)} />
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
        ...(status === 'submitted' ? [{ content: t('policy.history.submitted') }] : []),
        ...(status === 'returned'
          ? [
              {
                color: 'red',
                content: (
                  <>
                    <When at={decided} />
                    {t('policy.history.returned', { who })}
                    <div className="preLine">{comment}</div>
                  </>
                ),
              },
            ]
          : []),
        ...(status === 'discarded' ? [{ content: t('policy.history.discarded') }] : []),
        ...(status === 'cancelled'
          ? [
              { color: 'green', content: t('policy.history.decided', { who }) },
              {
                color: 'red',
                content: (
                  <>
                    {t('policy.history.cancelled')}
                    <div className="preLine">{comment}</div>
                  </>
                ),
              },
            ]
          : []),
        ...(inForce && approver !== null
          ? [
              {
                color: 'green',
                content: (
                  <>
                    <When at={decided} />
                    {t('policy.history.decided', { who })}
                    <div className="preLine">{comment}</div>
                  </>
                ),
              },
            ]
          : []),
        ...(inForce && effectiveFrom !== null
          ? [{ color: 'green', content: t('policy.history.effective', { day: effectiveFrom }) }]
          : []),
      ]}
    />
  );
}
