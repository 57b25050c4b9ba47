// One entry of a list with what can be done to it: move, remove.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import type { ArrayFieldItemTemplateProps } from '@rjsf/utils';
import { Button, Popconfirm } from 'antd';
import { useLanguage } from '../../../../app/language';

export function ListEntryTemplate({ children, hasToolbar, buttonsProps }: ArrayFieldItemTemplateProps) {
  const { t } = useLanguage();
  const { hasMoveUp, hasMoveDown, hasRemove, readonly, disabled } = buttonsProps;
  const editable = hasToolbar && readonly !== true && disabled !== true;
  return (
    <>
      {children}
      {editable && (
        <div className="row rowEnd">
          <Button
            size="small"
            icon={<ArrowUpOutlined />}
            aria-label={t('policy.moveUp')}
            disabled={!hasMoveUp}
            onClick={buttonsProps.onMoveUpItem}
          />
          <Button
            size="small"
            icon={<ArrowDownOutlined />}
            aria-label={t('policy.moveDown')}
            disabled={!hasMoveDown}
            onClick={buttonsProps.onMoveDownItem}
          />
          <Popconfirm title={t('policy.removeAsk')} onConfirm={() => buttonsProps.onRemoveItem()} disabled={!hasRemove}>
            <Button size="small" danger icon={<DeleteOutlined />} disabled={!hasRemove}>
              {t('policy.removeItem')}
            </Button>
          </Popconfirm>
        </div>
      )}
    </>
  );
}
