// Who is signed in, kept for all pages. A session that ends leaves the page as it is, under a new sign-in.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Role, Session } from '../../contract';
import { get, send, setCsrfToken, whenSignedOut } from '../api/http';
import { useLanguage } from '../language';
import { forgetDrafts } from '../parts/drafts';

type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'signedIn'; readonly session: Session; readonly ended: boolean };

interface SessionTools {
  readonly state: SessionState;
  signedIn(session: Session): void;
  signOut(): Promise<void>;
}

const Context = createContext<SessionTools | null>(null);

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { setTimeZone } = useLanguage();
  const [state, setState] = useState<SessionState>({ kind: 'loading' });
  const signedIn = useCallback(
    (session: Session) => {
      setCsrfToken(session.csrfToken);
      setTimeZone(session.timeZone);
      setState((before) => {
        // Another person at the same desk must not find the first one's page.
        if (before.kind === 'signedIn' && before.session.user.username !== session.user.username) forgetDrafts();
        return { kind: 'signedIn', session, ended: false };
      });
    },
    [setTimeZone],
  );
  useEffect(() => {
    whenSignedOut(() =>
      setState((before) => (before.kind === 'signedIn' ? { ...before, ended: true } : { kind: 'signedOut' })),
    );
    get<Session>('session').then(signedIn, () => setState({ kind: 'signedOut' }));
  }, [signedIn]);
  const tools = useMemo(
    (): SessionTools => ({
      state,
      signedIn,
      async signOut() {
        await send('DELETE', 'session').catch(() => undefined);
        forgetDrafts();
        setCsrfToken('');
        setState({ kind: 'signedOut' });
      },
    }),
    [state, signedIn],
  );
  return <Context value={tools}>{children}</Context>;
}

export function useSessionState(): SessionTools {
  const tools = useContext(Context);
  if (tools === null) throw new Error('useSessionState needs SessionProvider');
  return tools;
}

/** The signed-in user; for pages inside the shell only. */
export function useUser() {
  const { state } = useSessionState();
  if (state.kind !== 'signedIn') throw new Error('useUser is for pages inside the shell');
  const { user } = state.session;
  return { user, has: (...roles: Role[]) => roles.some((role) => user.roles.includes(role)) };
}
