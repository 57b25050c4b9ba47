// The box in which the agent writes. Nothing typed is lost: not by a block, not by a lost connection, not by going elsewhere.
import { Alert, Button, Input } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { DeskConversation, DeskMessageAnswer } from '../../../../../contract';
import { type ApiError, pathOf, send } from '../../../api/http';
import { useSend } from '../../../api/useSend';
import { useLanguage } from '../../../app/language';
import { useDraft } from '../../../parts/hooks/drafts';
import { newId } from '../../../parts/hooks/newId';

interface ComposerProps {
  readonly data: DeskConversation;
  readonly mine: boolean;
  onSent(answer: DeskMessageAnswer): void;
  /** The conversation is no longer this agent's. */
  onLost(): void;
}

export const draftKey = (conversationId: string): string => `desk.${conversationId}`;

/** Only warnings: the writer may send it all the same. */
const isWarning = (error: ApiError): boolean =>
  error.code === 'guardBlocked' && error.details.length > 0 && error.details.every(({ path }) => path === 'warning');

function Blocked({ error, onSendAnyway }: { readonly error: ApiError; readonly onSendAnyway: () => void }) {
  const { t, pick } = useLanguage();
  const guard = error.code === 'guardBlocked';
  const warning = isWarning(error);
  return (
    <Alert
      type={warning ? 'warning' : 'error'}
      showIcon
      role="alert"
      className="blocked"
      title={guard ? t(warning ? 'desk.warned' : 'desk.blocked') : pick(error.words)}
      description={
        guard ? (
          <>
            <ul className="blockReasons">
              {error.details.map((detail) => (
                <li key={detail.path + detail.message['en-US']}>{pick(detail.message)}</li>
              ))}
            </ul>
            {t(warning ? 'desk.warnedHint' : 'desk.blockedHint')}
          </>
        ) : undefined
      }
      action={
        warning && (
          <Button size="small" onClick={onSendAnyway}>
            {t('desk.sendAnyway')}
          </Button>
        )
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

  async function submit(confirmed = false) {
    const words = (text ?? '').trim();
    if (words === '' || busy) return;
    setBlocked(null);
    if (attempt.current.text !== words) attempt.current = { text: words, clientId: newId() };
    const answer = await run(
      () =>
        send<DeskMessageAnswer>('POST', pathOf(['desk', item.conversationId, 'messages']), {
          text: words,
          clientId: attempt.current.clientId,
          ...(confirmed ? { confirmed } : {}),
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
      {blocked !== null && <Blocked error={blocked} onSendAnyway={() => void submit(true)} />}
      {!mine && <Alert type="warning" showIcon title={t('desk.lostIt')} className="blocked" />}
      <Input.TextArea
        value={text ?? ''}
        onChange={(event) => {
          setText(event.target.value);
          // A warning was about other words.
          if (blocked !== null && isWarning(blocked)) setBlocked(null);
        }}
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
