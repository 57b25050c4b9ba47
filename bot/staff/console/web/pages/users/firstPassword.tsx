// The password that is shown this once, large enough to copy by hand.
import { Modal, Typography } from 'antd';
import type { CreatedStaff } from '../../../../contract';
import { useLanguage } from '../../app/language';

export function FirstPassword({ created, onClose }: { readonly created: CreatedStaff; readonly onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Modal
      open
      title={t('users.passwordTitle')}
      okText={t('common.done')}
      cancelButtonProps={{ hidden: true }}
      mask={{ closable: false }}
      closable={false}
      onOk={onClose}
    >
      <p className="quiet gapBelow">{t('users.passwordHint', { name: created.user.displayName })}</p>
      <Typography.Paragraph copyable={{ text: created.password }} className="firstPassword">
        {created.password}
      </Typography.Paragraph>
    </Modal>
  );
}
