// Registers an agency or changes its entry: licence, written authorisation, scope, channels, period.
import { Alert, Button, Checkbox, DatePicker, Drawer, Form, Input, App as Messages } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { AgencyAnswer, AgencyView } from '../../../../contract';
import { type ApiError, pathOf, send } from '../../api/http';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import type { TextKey } from '../../app/text';

interface AgencyFormProps {
  /** Null for a new one. */
  readonly view: AgencyView | null;
  onClose(): void;
  onSaved(view: AgencyView): void;
}

interface Fields {
  readonly agencyId?: string;
  readonly name: { 'zh-CN': string; 'en-US': string };
  readonly scope: { 'zh-CN': string; 'en-US': string };
  readonly phone: string;
  readonly licenceNumber: string;
  readonly authorisationNumber: string;
  readonly channels: AgencyView['agency']['channels'];
  readonly period: [Dayjs, Dayjs];
}

const channels = ['call', 'text', 'letter', 'visit'] as const;
const isView = (value: unknown): value is AgencyView =>
  typeof value === 'object' && value !== null && 'agency' in value && 'version' in value;

export function AgencyForm({ view, onClose, onSaved }: AgencyFormProps) {
  const { t, code, pick } = useLanguage();
  const { message } = Messages.useApp();
  const { busy, run } = useSend();
  const [form] = Form.useForm<Fields>();
  const [version, setVersion] = useState(view?.version ?? 0);
  const [problem, setProblem] = useState<ApiError | null>(null);

  function failed(error: ApiError): boolean {
    setProblem(error);
    if (error.code === 'conflict' && isView(error.current)) setVersion(error.current.version);
    form.setFields(
      error.details.map((detail) => ({
        name: (detail.path.startsWith('authorised') ? ['period'] : detail.path.split('.')) as never,
        errors: [pick(detail.message)],
      })),
    );
    return true;
  }

  async function save({ agencyId, period, ...rest }: Fields) {
    setProblem(null);
    const fields = {
      ...rest,
      authorisedFrom: period[0].format('YYYY-MM-DD'),
      authorisedUntil: period[1].format('YYYY-MM-DD'),
    };
    const answer = await run(
      () =>
        view === null
          ? send<AgencyAnswer>('POST', 'agencies', { ...fields, agencyId: agencyId?.trim() || undefined })
          : send<AgencyAnswer>('PATCH', pathOf(['agencies', view.agency.agencyId]), {
              ...fields,
              expectedVersion: version,
            }),
      failed,
    );
    if (answer === null) return;
    message.success(t('agencies.saved'));
    onSaved(answer.agency);
  }

  const text = (name: string | string[], label: TextKey, extra?: TextKey, required = true) => (
    <Form.Item
      name={name}
      label={t(label)}
      extra={extra === undefined ? undefined : t(extra)}
      rules={required ? [{ required: true, whitespace: true, message: t('common.required') }] : []}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
  const agency = view?.agency;
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={t(view === null ? 'agencies.new' : 'agencies.edit')}
      footer={
        <div className="row rowEnd">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {t('common.save')}
          </Button>
        </div>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        onFinish={(fields) => void save(fields)}
        initialValues={
          agency === undefined
            ? { channels: ['call', 'text'] }
            : { ...agency, period: [dayjs(agency.authorisedFrom), dayjs(agency.authorisedUntil)] }
        }
      >
        {problem !== null && (
          <Alert
            type={problem.code === 'conflict' ? 'warning' : 'error'}
            showIcon
            role="alert"
            className="gapBelow"
            title={problem.code === 'conflict' ? t('conflict.title') : pick(problem.words)}
            description={problem.code === 'conflict' ? t('conflict.hint') : undefined}
          />
        )}
        {view === null && text('agencyId', 'agencies.id', 'agencies.idHint', false)}
        <div className="formPair">
          {text(['name', 'zh-CN'], 'agencies.nameZh')}
          {text(['name', 'en-US'], 'agencies.nameEn')}
          {text('phone', 'agencies.phone')}
          {text('licenceNumber', 'agencies.licence')}
          {text('authorisationNumber', 'agencies.authorisation')}
          <Form.Item
            name="period"
            label={t('agencies.period')}
            rules={[{ required: true, message: t('common.required') }]}
          >
            <DatePicker.RangePicker className="fullWidth" />
          </Form.Item>
        </div>
        {text(['scope', 'zh-CN'], 'agencies.scopeZh')}
        {text(['scope', 'en-US'], 'agencies.scopeEn')}
        <Form.Item
          name="channels"
          label={t('agencies.channels')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <Checkbox.Group options={channels.map((value) => ({ value, label: code('channel', value) }))} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
