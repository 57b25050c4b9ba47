// Reads the difference between two versions and shows it.
import type { Comparison, PolicyKind } from '../../../../../contract';
import { pathOf } from '../../../api/http';
import { useLoad } from '../../../api/useLoad';
import { useLanguage } from '../../../app/language';
import { LoadedView } from '../../../parts/loadedView';
import { DifferenceTable } from './differenceTable';

interface ComparisonProps {
  readonly kind: PolicyKind;
  readonly from: string;
  readonly to: string;
}

export function ComparisonView({ kind, from, to }: ComparisonProps) {
  const { t } = useLanguage();
  const comparison = useLoad<Comparison>(pathOf(['policies', kind, 'compare'], { from, to }));
  return (
    <LoadedView of={comparison}>
      {({ differences }) => (
        <>
          <p className="quiet gapBelow">{t('policy.differences', { count: differences.length })}</p>
          <DifferenceTable differences={differences} before={from} after={to} />
        </>
      )}
    </LoadedView>
  );
}
