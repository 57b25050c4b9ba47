// The accounts in an agency's hands: placing several at once, ending one.
import { Button, Form, Input, App as Messages, Modal, Table } from 'antd';
import { useState } from 'react';
import type { AgencyView, PlacementList } from '../../../../contract';
import { type ApiError, pathOf, send } from '../../api/http';
import { useLoad } from '../../api/useLoad';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { EmptyNote } from '../../parts/emptyNote';
import { LoadedView } from '../../parts/loadedView';

interface PlacementsProps {
  readonly view: AgencyView;
  readonly writes: boolean;
  onChanged(): void;
}

export function Placements({ view, writes, onChanged }: PlacementsProps) {
  const { t, pick } = useLanguage();
  const { message, modal } = Messages.useApp();
  const { busy, run } = useSend();
  const [form] = Form.useForm<{ accounts: string }>();
  const path = ['agencies', view.agency.agencyId, 'placements'];
  const list = useLoad<PlacementList>(pathOf(path));
  const [placing, setPlacing] = useState(false);

  async function place(accounts: string) {
    const accountIds = accounts.split(/[\s,，;；]+/).filter(Boolean);
    const failed = (error: ApiError) => {
      const errors = error.details.map((detail) => pick(detail.message));
      form.setFields([{ name: 'accounts', errors: errors.length > 0 ? errors : [pick(error.words)] }]);
      return true;
    };
    const answer = await run(() => send('POST', pathOf(path), { accountIds }), failed);
    if (answer === null) return;
    message.success(t('agencies.placed', { count: accountIds.length }));
    setPlacing(false);
    list.reload();
    onChanged();
  }

  const end = (accountId: string) =>
    modal.confirm({
      title: t('agencies.endPlacementAsk', { account: accountId }),
      okText: t('agencies.endPlacement'),
      onOk: async () => {
        await run(() => send('POST', pathOf([...path, 'end']), { accountIds: [accountId] }));
        list.reload();
        onChanged();
      },
    });

  return (
    <LoadedView of={list} rows={3}>
      {({ placements }) => (
        <>
          {writes && (
            <div className="row rowEnd gapBelow">
              <Button onClick={() => setPlacing(true)}>{t('agencies.place')}</Button>
            </div>
          )}
          <Table
            size="small"
            rowKey={(placement) => `${placement.accountId}|${placement.placedOn}`}
            dataSource={placements}
            pagination={placements.length > 50 ? { pageSize: 50 } : false}
            locale={{ emptyText: <EmptyNote text={t('agencies.noPlacements')} /> }}
            columns={[
              { title: t('agencies.account'), dataIndex: 'accountId' },
              { title: t('agencies.card'), dataIndex: 'cardTail', className: 'number' },
              { title: t('agencies.placedOn'), dataIndex: 'placedOn', className: 'number' },
              { title: t('agencies.endedOn'), className: 'number', render: (_, { endedOn }) => endedOn ?? '—' },
              {
                title: '',
                align: 'right',
                render: (_, { accountId, endedOn }) =>
                  writes &&
                  endedOn === null && (
                    <Button size="small" onClick={() => end(accountId)}>
                      {t('agencies.endPlacement')}
                    </Button>
                  ),
              },
            ]}
          />
          <Modal
            open={placing}
            title={t('agencies.place')}
            okText={t('agencies.place')}
            confirmLoading={busy}
            onOk={form.submit}
            onCancel={() => setPlacing(false)}
            destroyOnHidden
          >
            <Form form={form} layout="vertical" requiredMark={false} onFinish={({ accounts }) => void place(accounts)}>
              <Form.Item
                name="accounts"
                label={t('agencies.account')}
                extra={t('agencies.placeHint')}
                rules={[{ required: true, whitespace: true, message: t('common.required') }]}
              >
                <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} autoFocus />
              </Form.Item>
            </Form>
          </Modal>
        </>
      )}
    </LoadedView>
  );
}
