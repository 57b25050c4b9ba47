// Words that wait for a colleague: the writer sees why and may take them back, everybody else releases or declines them.
import { Alert, Button } from 'antd';
import type { HeldAnswer, HeldWords } from '../../../../../contract';
import { pathOf, send } from '../../../api/http';
import { useSend } from '../../../api/useSend';
import { useLanguage } from '../../../app/language';
import { Instead } from './instead';

interface HeldWordsProps {
  readonly held: HeldWords;
  readonly me: string;
  onDecided(): void;
}

function HeldCard({ held, me, onDecided }: HeldWordsProps) {
  const { t, pick } = useLanguage();
  const { busy, run } = useSend();
  const isOwn = held.writer === me;
  const decide = async (what: 'release' | 'decline') => {
    const path = pathOf(['desk', held.conversationId, 'held', held.heldId, what]);
    await run(() => send<HeldAnswer>('POST', path, {}));
    onDecided();
  };
  return (
    <Alert
      type="warning"
      showIcon
      className="blocked heldWords"
      title={isOwn ? t('desk.held') : t('desk.heldFor', { writer: held.writer })}
      description={
        <>
          <p className="suggestionText preLine">{held.text}</p>
          <ul className="blockReasons">
            {held.reasons.map((reason) => (
              <li key={reason['en-US']}>{pick(reason)}</li>
            ))}
          </ul>
          {isOwn && t('desk.heldHint')}
          {isOwn && held.instead !== null && <Instead conversationId={held.conversationId} phrase={held.instead} />}
        </>
      }
      action={
        <div className="row">
          {!isOwn && (
            <Button size="small" type="primary" loading={busy} onClick={() => decide('release')}>
              {t('desk.heldRelease')}
            </Button>
          )}
          <Button size="small" loading={busy} onClick={() => decide('decline')}>
            {t(isOwn ? 'desk.heldTakeBack' : 'desk.heldDecline')}
          </Button>
        </div>
      }
    />
  );
}

/** What still waits in a conversation, and what a colleague declined last. */
export function HeldWordsOf({
  all,
  me,
  onDecided,
}: {
  readonly all: readonly HeldWords[];
  readonly me: string;
  onDecided(): void;
}) {
  const { t } = useLanguage();
  const last = all.filter(({ status }) => status === 'declined').at(-1);
  const waiting = all.filter(({ status }) => status === 'held');
  return (
    <>
      {waiting.map((held) => (
        <HeldCard key={held.heldId} held={held} me={me} onDecided={onDecided} />
      ))}
      {waiting.length === 0 && last !== undefined && last.writer === me && last.decidedBy !== me && (
        <Alert
          type="info"
          className="blocked"
          title={t('desk.heldDeclined', { by: last.decidedBy ?? '' })}
          description={last.text}
        />
      )}
    </>
  );
}
