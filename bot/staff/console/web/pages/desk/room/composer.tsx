// The box in which the agent writes. Nothing typed is lost: not by a block, not by a lost connection, not by going elsewhere.
import { Alert, Button, Input } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { DeskConversation, DeskMessageAnswer } from '../../../../../contract';
import { type ApiError, pathOf, send } from '../../../api/http';
import { useSend } from '../../../api/useSend';
import { useLanguage } from '../../../app/language';
import { useDraft } from '../../../parts/hooks/drafts';
import { newId } from '../../../parts/hooks/newId';
import { draftKey } from './draftKey';
import { Instead } from './instead';

interface ComposerProps {
  readonly data: DeskConversation;
  readonly mine: boolean;
  onSent(answer: DeskMessageAnswer): void;
  /** The conversation is no longer this agent's. */
  onLost(): void;
}

function Blocked({ error, conversationId }: { readonly error: ApiError; readonly conversationId: string }) {
  const { t, pick } = useLanguage();
  const guard = error.code === 'guardBlocked';
  const instead = error.details.find(({ path }) => path === 'instead');
  const reasons = error.details.filter(({ path }) => path !== 'instead');
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="blocked"
      title={guard ? t('desk.blocked') : pick(error.words)}
      description={
        guard ? (
          <>
            <ul className="blockReasons">
              {reasons.map((detail) => (
                <li key={detail.path + detail.message['en-US']}>{pick(detail.message)}</li>
              ))}
            </ul>
            {t('desk.blockedHint')}
            {instead !== undefined && <Instead conversationId={conversationId} phrase={pick(instead.message)} />}
          </>
        ) : undefined
      }
    />
  );
}

export function Composer({ data, mine, onSent, onLost }: ComposerProps) {
  const { t } = useLanguage();
  const { item } = data;
  const [text, setText] = useDraft<string>(draftKey(item.conversationId));
  const [blocked, setBlocked] = useState<ApiError | null>(null);
  const { busy, run } = useSend();
  // The same words sent again after a lost answer carry the same id, so that they are delivered once.
  const attempt = useRef({ text: '', clientId: '' });

  async function submit() {
    const words = (text ?? '').trim();
    if (words === '' || busy) return;
    setBlocked(null);
    if (attempt.current.text !== words) attempt.current = { text: words, clientId: newId() };
    const answer = await run(
      () =>
        send<DeskMessageAnswer>('POST', pathOf(['desk', item.conversationId, 'messages']), {
          text: words,
          clientId: attempt.current.clientId,
        }),
      (error) => {
        setBlocked(error);
        if (error.code === 'notHolder' || error.code === 'wrongStatus') onLost();
        return true;
      },
    );
    if (answer === null) return;
    attempt.current = { text: '', clientId: '' };
    setText(null);
    onSent(answer);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter that chooses a word in an input method is not Enter that sends; Safari marks it 229, after the composition.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    void submit();
  }

  if (!mine && (text === null || text === '')) return null;
  return (
    <footer className="composer">
      {blocked !== null && <Blocked error={blocked} conversationId={item.conversationId} />}
      {!mine && <Alert type="warning" showIcon title={t('desk.lostIt')} className="blocked" />}
      <Input.TextArea
        value={text ?? ''}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        aria-label={t('desk.compose')}
        placeholder={t('desk.compose')}
        readOnly={!mine}
      />
      <div className="composerFoot">
        <span className="quiet small">{t('desk.composeHint')}</span>
        <Button
          type="primary"
          onClick={() => void submit()}
          loading={busy}
          disabled={!mine || (text ?? '').trim() === ''}
        >
          {t('desk.send')}
        </Button>
      </div>
    </footer>
  );
}
