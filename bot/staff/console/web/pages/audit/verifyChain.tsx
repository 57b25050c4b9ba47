// Walks the whole hash chain on the server and says whether any record was changed or removed.
import { SafetyOutlined } from '@ant-design/icons';
import { Button, App as Messages } from 'antd';
import type { ChainAnswer } from '../../../../contract';
import { send } from '../../api/http';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';

export function VerifyChain() {
  const { t, number } = useLanguage();
  const { modal } = Messages.useApp();
  const { busy, run } = useSend();
  async function verify() {
    const answer = await run(() => send<ChainAnswer>('POST', 'audit/verify'));
    if (answer === null) return;
    if (answer.problems.length > 0)
      modal.warning({
        title: t('audit.storeProblems', { count: answer.problems.length }),
        content: answer.problems.map(({ where, detail }) => (
          <div key={`${where} ${detail}`} className="mono">
            {where}: {detail}
          </div>
        )),
      });
    if (answer.kind === 'whole')
      modal.success({
        title: t('audit.whole', { entries: answer.entries, seconds: number(answer.tookMs / 1000, 1) }),
        content: <span className="mono">{t('audit.lastHash', { hash: answer.lastHash })}</span>,
      });
    else
      modal.error({
        title: t(answer.reason === 'missing' ? 'audit.brokenMissing' : 'audit.brokenChanged', {
          sequence: answer.sequence,
        }),
      });
  }
  return (
    <Button icon={<SafetyOutlined />} loading={busy} onClick={() => void verify()}>
      {t(busy ? 'audit.verifying' : 'audit.verify')}
    </Button>
  );
}
