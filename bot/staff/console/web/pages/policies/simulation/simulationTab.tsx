// Simulates a version against today's on the same customers, with progress, and keeps the last result in sight.
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import type { Simulation, SimulationEvent, SimulationList } from '../../../../../contract';
import { pathOf } from '../../../api/http';
import { useEvents } from '../../../api/useEvents';
import { useLoad } from '../../../api/useLoad';
import { useLanguage } from '../../../app/language';
import { EmptyNote } from '../../../parts/emptyNote';
import { LoadedView } from '../../../parts/loadedView';
import { useUser } from '../../../session/sessionContext';
import { SimulationForm } from './simulationForm';
import { SimulationPictures } from './simulationPictures';

interface SimulationTabProps {
  readonly version: string;
  readonly against: string;
  readonly unsaved: boolean;
}

function Running({ id, onEnded }: { readonly id: string; readonly onEnded: () => void }) {
  const { t } = useLanguage();
  const [share, setShare] = useState(0);
  useEvents<SimulationEvent>(pathOf(['simulations', id, 'events']), ['progress', 'done'], (event) => {
    if (event.type === 'done') onEnded();
    else setShare(event.progress);
  });
  return (
    <div className="panel" role="status">
      <p>{t('simulation.running')}</p>
      <Progress percent={Math.round(share * 100)} status="active" />
    </div>
  );
}

function Result({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const simulation = useLoad<Simulation>(pathOf(['simulations', id]));
  return (
    <LoadedView of={simulation} rows={8}>
      {(data) =>
        data.status === 'running' ? (
          <Running id={id} onEnded={simulation.reload} />
        ) : data.status === 'done' ? (
          <SimulationPictures simulation={data} />
        ) : (
          <Alert type="error" showIcon title={t('simulation.failed')} description={data.failure ?? undefined} />
        )
      }
    </LoadedView>
  );
}

export function SimulationTab({ version, against, unsaved }: SimulationTabProps) {
  const { t } = useLanguage();
  const { has } = useUser();
  const list = useLoad<SimulationList>('simulations');
  const [started, setStarted] = useState<string | null>(null);
  const earlier = list.data?.simulations.find(({ request }) => request.version === version)?.id ?? null;
  const id = started ?? earlier;
  return (
    <div className="stack">
      <p className="quiet">{t('simulation.hint')}</p>
      {unsaved && <Alert type="info" showIcon title={t('simulation.unsaved')} />}
      {has('maker', 'checker', 'supervisor') && (
        <SimulationForm version={version} against={against} again={id !== null} onStarted={setStarted} />
      )}
      {id !== null ? (
        <Result key={id} id={id} />
      ) : list.loading ? null : (
        <div className="panel">
          <EmptyNote
            text={t('simulation.none')}
            action={
              list.error === null ? (
                <p className="quiet small">{t('simulation.noneHint')}</p>
              ) : (
                <Button onClick={list.reload}>{t('common.retry')}</Button>
              )
            }
          />
        </div>
      )}
    </div>
  );
}
