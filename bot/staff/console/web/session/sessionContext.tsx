// Who is signed in, kept for all pages. A session that ends leaves the page as it is, under a new sign-in.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Role, Session } from '../../../contract';
import { get, send, setCsrfToken, whenSignedOut } from '../api/http';
import { useLanguage } from '../app/language';
import { forgetDrafts } from '../parts/hooks/drafts';

type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'signedIn'; readonly session: Session; readonly ended: boolean; readonly given: string };

interface SessionTools {
  readonly state: SessionState;
  /** `given` is a first password just typed: it has to be told once more when it is changed. */
  signedIn(session: Session, given?: string): void;
  /** Reads again who is signed in: an administrator may have changed their own roles. */
  refresh(): void;
  signOut(): Promise<void>;
}

const Context = createContext<SessionTools | null>(null);

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { setTimeZone } = useLanguage();
  const [state, setState] = useState<SessionState>({ kind: 'loading' });
  const signedIn = useCallback(
    (session: Session, given = '') => {
      setCsrfToken(session.csrfToken);
      setTimeZone(session.timeZone);
      setState((before) => {
        // Another person at the same desk must not find the first one's page.
        if (before.kind === 'signedIn' && before.session.user.username !== session.user.username) forgetDrafts();
        return { kind: 'signedIn', session, ended: false, given: session.user.mustChangePassword ? given : '' };
      });
    },
    [setTimeZone],
  );
  useEffect(() => {
    whenSignedOut(() =>
      setState((before) => (before.kind === 'signedIn' ? { ...before, ended: true } : { kind: 'signedOut' })),
    );
    get<Session>('session').then(
      (session) => signedIn(session),
      () => setState({ kind: 'signedOut' }),
    );
  }, [signedIn]);
  const tools = useMemo(
    (): SessionTools => ({
      state,
      signedIn,
      refresh: () =>
        void get<Session>('session').then(
          (session) => signedIn(session),
          () => undefined,
        ),
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
