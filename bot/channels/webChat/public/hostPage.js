// The page of the bank that shows the assistant in a frame: what it is told, and what it may ask. Never a word of the conversation.

const query = new URLSearchParams(location.search);
const hostOrigin = query.get('host') ?? '';
const signInWaitMs = 10_000;

/** Who may frame this page is said by its policy; here it is only whether somebody does, and who they say they are. */
export const isFramed =
  location.pathname === '/webchat/frame' && parent !== window && /^[a-z][\w+.-]*:\/\/./i.test(hostOrigin);

/** A message for another origin than the one that frames us is dropped by the browser. */
export function tellHost(type, facts = {}) {
  if (isFramed) parent.postMessage({ from: 'assistant', type, ...facts }, hostOrigin);
}

/** `listeners` by the type of what the page may ask; others, and other windows, are not heard. */
export function hearHost(listeners) {
  if (!isFramed) return;
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || origin !== hostOrigin || data?.to !== 'assistant') return;
    if (Object.hasOwn(listeners, data.type)) listeners[data.type](data);
  });
}

/** The bank's sign-in token, asked of its page; null where nobody is signed in, or the page does not say. */
export function signInOfHost() {
  if (!isFramed || query.get('signIn') !== 'asked') return Promise.resolve(null);
  return new Promise((resolve) => {
    const done = ({ source, origin, data }) => {
      if (source !== parent || origin !== hostOrigin || data?.to !== 'assistant' || data.type !== 'signIn') return;
      finish(typeof data.token === 'string' ? data.token : null);
    };
    const finish = (token) => {
      removeEventListener('message', done);
      clearTimeout(timer);
      resolve(token);
    };
    const timer = setTimeout(() => finish(null), signInWaitMs);
    addEventListener('message', done);
    tellHost('signIn');
  });
}
