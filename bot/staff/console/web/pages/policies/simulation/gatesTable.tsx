// What a policy must keep whatever it earns: each gate with its figure, its target and today's figure.
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Table } from 'antd';
import type { GateName } from '../../../../../../../data/domain/simulation/result/gates';
import { useLanguage } from '../../../app/language';
import type { DrawnResult } from './readResult';

interface GatesTableProps {
  readonly mine: DrawnResult;
  readonly today: DrawnResult | null;
}

const counts: readonly string[] = ['violations', 'monotone', 'withdrawn', 'turnsMedian', 'turnsP95'];
const lowerIsBetter: readonly string[] = [...counts, 'stubbornnessPremium', 'reliefGap'];

export function GatesTable({ mine, today }: GatesTableProps) {
  const { t, code, number, percent } = useLanguage();
  const names = Object.keys(mine.gates) as GateName[];
  const figure = (name: string, value: number | undefined) =>
    value === undefined ? '—' : counts.includes(name) ? number(value, 1) : percent(value, 2);
  return (
    <Table<GateName>
      size="small"
      rowKey={(name) => name}
      dataSource={names}
      pagination={false}
      columns={[
        {
          title: t('simulation.gate'),
          render: (_, name) => (
            <span className="gateName">
              {mine.gates[name].ok ? (
                <CheckCircleFilled className="gateKept" aria-label={t('simulation.ok')} />
              ) : (
                <CloseCircleFilled className="gateBroken" aria-label={t('simulation.notOk')} />
              )}
              {code('simulation.gate', name)}
            </span>
          ),
        },
        {
          title: <span title={mine.policyVersion}>{t('simulation.mine')}</span>,
          align: 'right',
          className: 'number',
          render: (_, name) => figure(name, mine.gates[name].value),
        },
        ...(today === null
          ? []
          : [
              {
                title: <span title={today.policyVersion}>{t('simulation.other')}</span>,
                align: 'right' as const,
                className: 'number quiet',
                render: (_: unknown, name: GateName) => figure(name, today.gates[name]?.value),
              },
            ]),
        {
          title: t('simulation.target'),
          align: 'right',
          className: 'number quiet',
          render: (_, name) => `${lowerIsBetter.includes(name) ? '≤' : '≥'} ${figure(name, mine.gates[name].target)}`,
        },
      ]}
    />
  );
}
