// One conversation from its first word to its last: what was said, and between the lines what was decided and why.
import { Collapse, Switch } from 'antd';
import { useState } from 'react';
import type { Replay, ReplayStep } from '../../../../contract';
import { pathOf } from '../../api/http';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { Bubble } from '../../parts/bubble';
import { EmptyNote } from '../../parts/emptyNote';
import { LoadedView } from '../../parts/loadedView';
import { PageHead } from '../../parts/pageHead';
import { EntryFacts } from './entryFacts';

function Step({ step }: { readonly step: ReplayStep }) {
  const { t, code, clock } = useLanguage();
  if (step.kind === 'said') return <Bubble entry={step} />;
  return (
    <Collapse
      size="small"
      ghost
      className="decided"
      items={[
        {
          key: 'entry',
          label: (
            <span className="quiet small">
              {t('audit.decided')} · {code('audit.types', step.entry.type)} · #{step.entry.sequence} · {clock(step.at)}
            </span>
          ),
          children: <EntryFacts entry={step.entry} />,
        },
      ]}
    />
  );
}

export function ReplayView({ conversationId }: { readonly conversationId: string }) {
  const { t } = useLanguage();
  const replay = useLoad<Replay>(pathOf(['audit', 'replay', conversationId]));
  const [withDecisions, setWithDecisions] = useState(true);
  return (
    <div className="page">
      <PageHead
        back={{ to: ['audit'], name: t('menu.audit') }}
        title={t('audit.replayTitle')}
        hint={
          <>
            {t('audit.replayHint')} <span className="mono">{conversationId}</span>
          </>
        }
        actions={
          <div className="row">
            <Switch id="withDecisions" checked={withDecisions} onChange={setWithDecisions} />
            <label htmlFor="withDecisions">{t('audit.onlyDecisions')}</label>
          </div>
        }
      />
      <LoadedView of={replay}>
        {({ steps }) => {
          const shown = steps.filter((step) => withDecisions || step.kind === 'said');
          if (shown.length === 0) return <EmptyNote text={t('audit.replayEmpty')} />;
          return (
            <div className="panel replay">
              {shown.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a replay never changes its order.
                <Step key={index} step={step} />
              ))}
            </div>
          );
        }}
      </LoadedView>
    </div>
  );
}
