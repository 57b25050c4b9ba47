// Which customers to try, how many, and from which seeds.
import { PlayCircleOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Segmented, Select } from 'antd';
import type { SimulationRequest, SimulationStarted } from '../../../../../contract';
import { send } from '../../../api/http';
import { useSend } from '../../../api/useSend';
import { useLanguage } from '../../../app/language';

interface SimulationFormProps {
  readonly version: string;
  readonly against: string;
  readonly again: boolean;
  onStarted(id: string): void;
}

interface Fields {
  readonly kind: SimulationRequest['kind'];
  readonly customers: number;
  readonly seeds: readonly string[];
}

export function SimulationForm({ version, against, again, onStarted }: SimulationFormProps) {
  const { t } = useLanguage();
  const { busy, run } = useSend();
  async function start({ kind, customers, seeds }: Fields) {
    const request: SimulationRequest = {
      kind,
      version,
      against,
      customers,
      seeds: seeds.map(Number).filter((seed) => Number.isInteger(seed) && seed >= 0),
    };
    const started = await run(() => send<SimulationStarted>('POST', 'simulations', request));
    if (started !== null) onStarted(started.id);
  }
  return (
    <Form<Fields>
      layout="inline"
      className="panel simulationForm"
      initialValues={{ kind: 'population', customers: 500, seeds: ['1', '2', '3'] }}
      onFinish={(fields) => void start(fields)}
    >
      <Form.Item name="kind">
        <Segmented
          options={[
            { value: 'population', label: t('simulation.population') },
            { value: 'book', label: t('simulation.book') },
          ]}
        />
      </Form.Item>
      <Form.Item name="customers" label={t('simulation.customers')} rules={[{ required: true, message: '' }]}>
        <InputNumber min={10} max={20000} step={100} precision={0} />
      </Form.Item>
      <Form.Item
        name="seeds"
        label={t('simulation.seeds')}
        tooltip={t('simulation.seedsHint')}
        rules={[{ required: true, message: '' }]}
      >
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', ' ']}
          className="seedsInput"
          maxCount={20}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" icon={<PlayCircleOutlined />} loading={busy}>
        {t(again ? 'simulation.again' : 'simulation.start')}
      </Button>
    </Form>
  );
}
