// Any two versions side by side.
import { SwapOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { PolicyKind, PolicyList } from '../../../../../contract';
import { pathOf } from '../../../api/http';
import { useLoad } from '../../../api/useLoad';
import { useLanguage } from '../../../app/language';
import { useQueryState } from '../../../parts/hooks/useQueryState';
import { LoadedView } from '../../../parts/loadedView';
import { PageHead } from '../../../parts/pageHead';
import { ComparisonView } from './comparison';

export function ComparePage({ kind }: { readonly kind: PolicyKind }) {
  const { t } = useLanguage();
  const [{ from, to }, setQuery] = useQueryState(['from', 'to']);
  const list = useLoad<PolicyList>(pathOf(['policies', kind]));
  return (
    <div className="page">
      <PageHead
        back={{ to: ['policies', kind], name: t(`menu.${kind}`) }}
        title={t('policy.compareTitle')}
        hint={t('policy.compareHint')}
      />
      <LoadedView of={list} rows={2}>
        {({ versions, inForce }) => {
          const options = versions.map(({ version }) => ({ value: version, label: version }));
          const [before, after] = [from ?? inForce, to ?? versions[0]?.version ?? inForce];
          return (
            <>
              <div className="filters">
                <Select
                  className="filterSelect"
                  aria-label={t('policy.before')}
                  value={before}
                  options={options}
                  onChange={(value) => setQuery({ from: value, to: after })}
                />
                <Button
                  icon={<SwapOutlined />}
                  aria-label={`${after} – ${before}`}
                  onClick={() => setQuery({ from: after, to: before })}
                />
                <Select
                  className="filterSelect"
                  aria-label={t('policy.after')}
                  value={after}
                  options={options}
                  onChange={(value) => setQuery({ from: before, to: value })}
                />
              </div>
              <div className="panel">
                <ComparisonView kind={kind} from={before} to={after} />
              </div>
            </>
          );
        }}
      </LoadedView>
    </div>
  );
}
