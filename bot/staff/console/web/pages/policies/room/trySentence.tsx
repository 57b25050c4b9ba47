// A sentence, tried on the rules as they stand in the form: which of them would stop it, and by which words.
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { TryAnswer } from '../../../../../contract';
import { pathOf, send } from '../../../api/http';
import { useSend } from '../../../api/useSend';
import { useLanguage } from '../../../app/language';

interface TrySentenceProps {
  readonly version: string;
  readonly value: unknown;
}

const localeOf = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');

export function TrySentence({ version, value }: TrySentenceProps) {
  const { t, code, pick } = useLanguage();
  const { busy, run } = useSend();
  const [text, setText] = useState('');
  const [found, setFound] = useState<TryAnswer['hits'] | null>(null);

  async function tryIt() {
    const path = pathOf(['policies', 'utteranceRules', version, 'try']);
    const answer = await run(() => send<TryAnswer>('POST', path, { value, text, locale: localeOf(text) }));
    setFound(answer?.hits ?? null);
  }

  return (
    <section className="panel stackTight">
      <h3>{t('policy.try')}</h3>
      <Input.TextArea
        value={text}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={2000}
        aria-label={t('policy.tryText')}
        placeholder={t('policy.tryText')}
        onChange={(event) => {
          setText(event.target.value);
          setFound(null);
        }}
      />
      <div>
        <Button onClick={() => void tryIt()} loading={busy} disabled={text.trim() === ''}>
          {t('policy.tryIt')}
        </Button>
      </div>
      {found !== null && found.length === 0 && <Alert type="success" showIcon title={t('policy.tryPasses')} />}
      {(found ?? []).map(({ rule, matched, action, reason }) => (
        <Alert
          key={rule}
          type={action === 'block' ? 'error' : 'warning'}
          showIcon
          title={`${code('enum', action)} · ${rule} · “${matched}”`}
          description={pick(reason)}
        />
      ))}
    </section>
  );
}
