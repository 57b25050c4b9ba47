// Shows the desk that the agent is there, from every page, as long as they hold a conversation; and warns when that fails.
import { Alert, Button } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Heartbeat, Queue } from '../../../contract';
import { get, send } from '../api/http';
import { useLanguage } from '../app/language';
import { useUser } from './sessionContext';

const beatEveryMs = 15_000;
const clockMs = 1000;
/** Beats that may fail before the agent is told: one is a hiccup. */
const silentPart = 0.3;

interface Presence {
  /** Whether this agent holds a conversation now, as the desk page knows it. */
  holds(isHolding: boolean): void;
  /** Shows the desk at once that the agent is there. */
  beat(): void;
}

const Context = createContext<Presence>({ holds: () => undefined, beat: () => undefined });

export const usePresence = (): Presence => useContext(Context);

/** Seconds until held conversations go back to the queue; null while the desk hears of us. */
function secondsLeft(lastBeat: number, timeoutSeconds: number | null, holding: boolean): number | null {
  if (!holding || timeoutSeconds === null) return null;
  const away = (Date.now() - lastBeat) / 1000;
  return away < timeoutSeconds * silentPart ? null : Math.max(0, Math.round(timeoutSeconds - away));
}

export function PresenceProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage();
  const { user, has } = useUser();
  const mayHold = has('agent', 'supervisor');
  const [holding, setHolding] = useState(false);
  const [left, setLeft] = useState<number | null>(null);
  const lastBeat = useRef(Date.now());
  const timeout = useRef<number | null>(null);

  const beat = useCallback(() => {
    send<Heartbeat>('POST', 'desk/heartbeat', {}).then(
      (answer) => {
        lastBeat.current = Date.now();
        timeout.current = answer.timeoutSeconds;
        setHolding(answer.holding > 0);
      },
      () => undefined,
    );
  }, []);

  // What is held from before this page was opened.
  useEffect(() => {
    if (!mayHold) return;
    get<Queue>('desk/queue').then(
      ({ items }) => setHolding(items.some(({ agent }) => agent === user.username)),
      () => undefined,
    );
  }, [mayHold, user.username]);

  useEffect(() => {
    if (!holding) return;
    lastBeat.current = Date.now();
    beat();
    const beats = setInterval(beat, beatEveryMs);
    const clock = setInterval(() => setLeft(secondsLeft(lastBeat.current, timeout.current, true)), clockMs);
    // A page in the background is woken seldom; back in front it shows itself at once.
    const shown = () => document.visibilityState === 'visible' && beat();
    document.addEventListener('visibilitychange', shown);
    window.addEventListener('online', beat);
    return () => {
      clearInterval(beats);
      clearInterval(clock);
      setLeft(null);
      document.removeEventListener('visibilitychange', shown);
      window.removeEventListener('online', beat);
    };
  }, [holding, beat]);

  const tools = useMemo((): Presence => ({ holds: setHolding, beat }), [beat]);
  return (
    <Context value={tools}>
      {left !== null && (
        <Alert
          banner
          type="warning"
          title={t('desk.presenceLost', { seconds: left })}
          action={<Button onClick={beat}>{t('desk.stillHere')}</Button>}
        />
      )}
      {children}
    </Context>
  );
}
