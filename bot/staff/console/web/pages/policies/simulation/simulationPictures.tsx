// The pictures of a simulation: what changes at a glance, value captured, gates, who gets what, instalment and capacity.
import { Alert } from 'antd';
import type { Simulation } from '../../../../../contract';
import { useLanguage } from '../../../app/language';
import { EffectTable } from './effectTable';
import { EndingsChart } from './endingsChart';
import { GatesTable } from './gatesTable';
import { Headline } from './headline';
import { PointsChart } from './pointsChart';
import { readResult } from './readResult';
import { SurplusChart } from './surplusChart';

export function SimulationPictures({ simulation }: { readonly simulation: Simulation }) {
  const { t, number } = useLanguage();
  const mine = readResult(simulation.result?.version);
  const today = readResult(simulation.result?.against);
  if (mine === null) return <Alert type="error" showIcon title={t('common.failed')} />;
  return (
    <div className="stack">
      <p className="quiet small">
        {t('simulation.done', {
          customers: mine.customers * mine.seeds.length,
          seconds: number(mine.seconds, 1),
        })}
      </p>
      <Headline mine={mine} today={today} />
      <div className="charts">
        {mine.pictures?.effects !== undefined && (
          <section className="panel">
            <h2>{t('simulation.effectTitle')}</h2>
            <p className="quiet small">{t('simulation.effectHint')}</p>
            <EffectTable mine={mine} today={today} />
          </section>
        )}
        <section className="panel">
          <h2>{t('simulation.surplus')}</h2>
          <p className="quiet small">{t('simulation.surplusHint')}</p>
          <SurplusChart mine={mine} today={today} />
        </section>
        <section className="panel">
          <h2>{t('simulation.gates')}</h2>
          <GatesTable mine={mine} today={today} />
        </section>
        {mine.pictures !== undefined && (
          <>
            <section className="panel">
              <h2>{t('simulation.whoGets')}</h2>
              <p className="quiet small">{t('simulation.whoGetsHint')}</p>
              <EndingsChart mine={mine} today={today} />
            </section>
            <section className="panel">
              <h2>{t('simulation.points')}</h2>
              <p className="quiet small">{t('simulation.pointsHint')}</p>
              <PointsChart points={mine.pictures.points} />
            </section>
          </>
        )}
      </div>
    </div>
  );
}
