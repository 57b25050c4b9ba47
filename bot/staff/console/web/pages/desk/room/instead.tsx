// Approved words that say what may be said; they go into the box, where the agent may still change them.
import { Button } from 'antd';
import { useLanguage } from '../../../app/language';
import { useDraft } from '../../../parts/hooks/drafts';
import { draftKey } from './draftKey';

export function Instead({ conversationId, phrase }: { readonly conversationId: string; readonly phrase: string }) {
  const { t } = useLanguage();
  const [, setText] = useDraft<string>(draftKey(conversationId));
  return (
    <p className="instead">
      {t('desk.instead')} “{phrase}”{' '}
      <Button size="small" onClick={() => setText(phrase)}>
        {t('desk.useInstead')}
      </Button>
    </p>
  );
}
