// What a change of limits does: to people, in numbers of them, and to value, in yuan; this version beside the compared one.
import { Segmented, Table } from 'antd';
import { useState } from 'react';
import type { SimulationEffect } from '../../../../../contract';
import { useLanguage } from '../../../app/language';
import type { DrawnResult } from './readResult';

interface EffectTableProps {
  readonly mine: DrawnResult;
  readonly today: DrawnResult | null;
}

type Measure = keyof SimulationEffect;
const people: readonly Measure[] = ['customers', 'signed', 'affordable', 'kept', 'hardship', 'refused', 'left'];
const money: readonly Measure[] = ['costFen', 'paidFen', 'valueFen', 'possibleFen'];

const everybody = '';

export function EffectTable({ mine, today }: EffectTableProps) {
  const { t, code, number, wholeMoney } = useLanguage();
  const [segment, setSegment] = useState(everybody);
  const effectIn = (result: DrawnResult | null) =>
    result?.pictures?.effects?.find(({ segmentId }) => (segmentId ?? everybody) === segment);
  const [here, there] = [effectIn(mine), effectIn(today)];
  const segments = mine.pictures?.effects?.flatMap(({ segmentId }) => segmentId ?? []) ?? [];
  const figure = (measure: Measure, value: number) => (money.includes(measure) ? wholeMoney(value) : number(value));
  const change = (measure: Measure): string => {
    if (here === undefined || there === undefined) return '—';
    const moved = here[measure] - there[measure];
    return moved === 0 ? '0' : `${moved > 0 ? '+' : '−'}${figure(measure, Math.abs(moved))}`;
  };
  return (
    <>
      {segments.length > 1 && (
        <Segmented
          value={segment}
          onChange={setSegment}
          options={[
            { value: everybody, label: t('simulation.everybody') },
            ...segments.map((id) => ({ value: id, label: id })),
          ]}
        />
      )}
      <Table<Measure>
        size="small"
        rowKey={(measure) => measure}
        dataSource={[...people, ...money]}
        pagination={false}
        columns={[
          { title: t('simulation.effect'), render: (_, measure) => code('simulation.effect', measure) },
          {
            title: <span title={mine.policyVersion}>{t('simulation.mine')}</span>,
            align: 'right',
            className: 'number',
            render: (_, measure) => (here === undefined ? '—' : figure(measure, here[measure])),
          },
          {
            title: <span title={today?.policyVersion}>{t('simulation.other')}</span>,
            align: 'right',
            className: 'number quiet',
            render: (_, measure) => (there === undefined ? '—' : figure(measure, there[measure])),
          },
          {
            title: t('simulation.change'),
            align: 'right',
            className: 'number',
            render: (_, measure) => change(measure),
          },
        ]}
      />
    </>
  );
}
