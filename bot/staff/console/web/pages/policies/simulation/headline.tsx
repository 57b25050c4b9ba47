// The figures that a checker looks at first, each beside today's.
import { useLanguage } from '../../../app/language';
import { Tile } from '../../../parts/tile';
import type { DrawnResult } from './readResult';

interface HeadlineProps {
  readonly mine: DrawnResult;
  readonly today: DrawnResult | null;
}

export function Headline({ mine, today }: HeadlineProps) {
  const { t, percent, number } = useLanguage();
  const compared = (value: (result: DrawnResult) => string): string | null =>
    today === null ? null : t('simulation.today', { version: value(today) });
  const surplus = ({ surplusCaptured: { engine } }: DrawnResult) => percent(engine.mean);
  const agreed = ({ agreementRate }: DrawnResult) => percent(agreementRate);
  const kept = ({ reported }: DrawnResult) => percent(reported.engine.kept);
  const affordable = ({ reported }: DrawnResult) => percent(reported.engine.affordable);
  const cost = ({ reported }: DrawnResult) => percent(reported.engine.customerCost, 2);
  const turns = ({ turns: { median, p95 } }: DrawnResult) => `${number(median, 1)} / ${number(p95, 1)}`;
  return (
    <div className="tiles">
      <Tile name={t('simulation.surplus')} value={surplus(mine)} hint={compared(surplus)} />
      <Tile
        name={t('simulation.agreementRate')}
        value={agreed(mine)}
        hint={compared(agreed)}
        help={t('simulation.agreementHint')}
      />
      <Tile name={t('simulation.kept')} value={kept(mine)} hint={compared(kept)} />
      <Tile name={t('simulation.affordable')} value={affordable(mine)} hint={compared(affordable)} />
      <Tile name={t('simulation.customerCost')} value={cost(mine)} hint={compared(cost)} />
      <Tile name={t('simulation.turns')} value={turns(mine)} hint={compared(turns)} />
    </div>
  );
}
