// What was said so far, at its end when something new comes unless the reader has scrolled up.
import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { DeskConversation } from '../../../../../contract';
import { useLanguage } from '../../../app/language';
import { Bubble } from '../../../parts/bubble';

const nearEndPx = 120;
const dayOf = (instant: string): string => instant.slice(0, 10);

export function Transcript({ data }: { readonly data: DeskConversation }) {
  const { t } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const count = data.transcript.length;
  const lastDay = dayOf(data.transcript.at(-1)?.at ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the reason to move.
  useEffect(() => {
    const element = list.current;
    if (element !== null && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [count]);
  return (
    <div
      ref={list}
      className="transcript"
      role="log"
      aria-live="polite"
      // A scrolled region must be reachable with the keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      aria-label={t('cases.conversation')}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < nearEndPx;
      }}
    >
      {data.atRisk && <Alert type="error" showIcon role="alert" title={t('desk.atRisk')} />}
      {!data.item.verified && <Alert type="warning" showIcon title={t('desk.unverifiedHint')} />}
      {data.transcript.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages are only ever added at the end.
        <Bubble key={index} entry={entry} brief={dayOf(entry.at) === lastDay} />
      ))}
    </div>
  );
}
