// Server-sent events into a component: opens again by itself, and tells when the line is down.
import { useEffect, useRef, useState } from 'react';
import { apiAddress, checkSession } from './http';

const reopenAfterMs = 3000;

/** Null as path listens to nothing. `names` are the event names of the contract. */
export function useEvents<T>(
  path: string | null,
  names: readonly string[],
  onEvent: (event: T) => void,
  onOpen?: () => void,
): { readonly live: boolean } {
  const [live, setLive] = useState(false);
  const handlers = useRef({ onEvent, onOpen });
  handlers.current = { onEvent, onOpen };
  const listed = names.join(' ');
  useEffect(() => {
    if (path === null) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(apiAddress(path));
      source.onopen = () => {
        setLive(true);
        handlers.current.onOpen?.();
      };
      source.onerror = () => {
        setLive(false);
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, reopenAfterMs);
        void checkSession();
      };
      for (const name of listed.split(' '))
        source.addEventListener(name, (message: MessageEvent<string>) =>
          handlers.current.onEvent(JSON.parse(message.data) as T),
        );
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
      setLive(false);
    };
  }, [path, listed]);
  return { live };
}
