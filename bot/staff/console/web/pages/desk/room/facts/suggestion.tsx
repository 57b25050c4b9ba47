// What the assistant would say next; goes into the box, where the agent can change it before it is sent.
import { BulbOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { DeskConversation } from '../../../../../../contract';
import { useLanguage } from '../../../../app/language';
import { useDraft } from '../../../../parts/hooks/drafts';
import { draftKey } from '../draftKey';

export function Suggestion({ data, mine }: { readonly data: DeskConversation; readonly mine: boolean }) {
  const { t, pick } = useLanguage();
  const [text, setText] = useDraft<string>(draftKey(data.item.conversationId));
  const { suggestion } = data;
  return (
    <section className="facts-section">
      <h3>
        <BulbOutlined /> {t('desk.suggestion')}
      </h3>
      {suggestion === null ? (
        <p className="quiet small">{t('desk.noSuggestion')}</p>
      ) : (
        <>
          <p className="quiet small">{pick(suggestion.why)}</p>
          <p className="suggestionText preLine">{suggestion.text}</p>
          {mine && (
            <Button
              size="small"
              onClick={() => setText(text === null || text === '' ? suggestion.text : `${text}\n${suggestion.text}`)}
            >
              {t('desk.useSuggestion')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
