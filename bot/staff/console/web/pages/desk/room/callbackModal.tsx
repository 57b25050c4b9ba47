// A day and a free slot for calling the customer back.
import { DatePicker, Form, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { Callback, Slots } from '../../../../../contract';
import { pathOf } from '../../../api/http';
import { useLoad } from '../../../api/useLoad';
import { useLanguage } from '../../../app/language';
import { EmptyNote } from '../../../parts/emptyNote';
import { LoadedView } from '../../../parts/loadedView';

interface CallbackModalProps {
  readonly busy: boolean;
  onCancel(): void;
  onConfirm(slot: Callback): void;
}

export function CallbackModal({ busy, onCancel, onConfirm }: CallbackModalProps) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<Dayjs | null>(null);
  const [slot, setSlot] = useState<Callback | null>(null);
  const slots = useLoad<Slots>(pathOf(['desk', 'slots'], { date: chosen?.format('YYYY-MM-DD') }));
  return (
    <Modal
      open
      title={t('desk.callbackTitle')}
      okText={t('common.confirm')}
      okButtonProps={{ disabled: slot === null }}
      confirmLoading={busy}
      onCancel={onCancel}
      onOk={() => slot !== null && onConfirm(slot)}
    >
      <Form layout="vertical">
        <Form.Item label={t('desk.day')} htmlFor="callbackDay">
          <DatePicker
            id="callbackDay"
            value={chosen ?? (slots.data === null ? null : dayjs(slots.data.date))}
            allowClear={false}
            onChange={(next) => {
              setChosen(next);
              setSlot(null);
            }}
          />
        </Form.Item>
        <Form.Item label={t('desk.slot')}>
          <LoadedView of={slots} rows={2}>
            {(data) =>
              data.slots.length === 0 ? (
                <EmptyNote text={t('desk.noSlots')} />
              ) : (
                <Radio.Group
                  optionType="button"
                  value={slot?.from ?? null}
                  onChange={(event) => setSlot(data.slots.find(({ from }) => from === event.target.value) ?? null)}
                  options={data.slots.map((one) => ({
                    value: one.from,
                    disabled: one.free === 0,
                    label: `${one.from}–${one.until} · ${t('desk.free', { count: one.free })}`,
                  }))}
                />
              )
            }
          </LoadedView>
        </Form.Item>
      </Form>
    </Modal>
  );
}
