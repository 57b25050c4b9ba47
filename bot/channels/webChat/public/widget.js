// The assistant on a page of the bank: a button, and behind it the chat in a frame of our own origin. This file is all that a page
// loads before the button is pressed. It reads nothing of the page, and the page reads nothing of the conversation.
((settings) => {
  if (window.assistantWidget) return;
  const script = document.currentScript;
  const assistantOrigin = new URL(script.src).origin;
  /** How the panel stood, in the page's own storage, so that it stands so again on the bank's next page. */
  const stoodIn = 'assistant.widget';

  const given = script.dataset.locale || document.documentElement.lang || navigator.language;
  const locale = given.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
  const words = settings.texts[locale];
  const narrow = matchMedia('(max-width: 480px)');
  const state = {
    isOpen: false,
    isModal: false,
    isFrameAlive: false,
    isForgetting: false,
    unread: 0,
    pageOverflow: '',
  };

  const styles = `
    :host { all: initial; --paper: #ffffff; --line: #dde3e8; --ink: #1f2933; color-scheme: light dark; }
    @media (prefers-color-scheme: dark) { :host { --paper: #161b20; --line: #333c45; --ink: #e6eaee; } }
    button { all: unset; box-sizing: border-box; cursor: pointer; display: grid; place-items: center; }
    button:focus-visible { outline: 3px solid #f0b429; outline-offset: 2px; }
    .launch {
      position: fixed; z-index: 2147483000; width: 56px; height: 56px; border-radius: 50%;
      right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom));
      background: ${settings.colours.primary}; color: ${settings.colours.onPrimary}; box-shadow: 0 4px 16px rgb(0 0 0 / 28%);
    }
    .launch svg { width: 28px; height: 28px; grid-area: 1 / 1; }
    .launch .cross, .launch[aria-expanded=true] .bubble { visibility: hidden; }
    .launch[aria-expanded=true] .cross { visibility: visible; }
    .count {
      position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; padding: 0 6px; box-sizing: border-box;
      border-radius: 11px; background: #b42318; color: #ffffff; font: 600 13px/22px system-ui, sans-serif; text-align: center;
    }
    .count[hidden] { display: none; }
    dialog {
      position: fixed; z-index: 2147483000; margin: 0; padding: 0; inset: auto max(20px, env(safe-area-inset-right)) 88px auto;
      width: 400px; max-width: calc(100vw - 40px); height: min(680px, calc(100vh - 108px)); max-height: none; overflow: hidden;
      border: 1px solid var(--line); border-radius: 16px; background: var(--paper); box-shadow: 0 12px 40px rgb(0 0 0 / 26%);
    }
    dialog::backdrop { background: var(--paper); }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    .away {
      position: absolute; top: 8px; right: 8px; width: 44px; height: 44px; border-radius: 50%; color: var(--ink);
      font: 20px/1 system-ui, sans-serif;
    }
    .away[hidden] { display: none; }
    @media (max-width: 480px) {
      dialog {
        inset: 0; width: 100%; max-width: none; height: 100vh; height: 100dvh; border: 0; border-radius: 0;
      }
      .launch[aria-expanded=true] { display: none; }
    }
    @media print { .launch, dialog { display: none; } }`;

  /** An element with attributes and children, without a line of markup: pages may forbid that. */
  function make(tag, attributes = {}, ...children) {
    const drawn = tag === 'svg' || tag === 'path';
    const element = drawn ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  const picture = (className, d) =>
    make(
      'svg',
      {
        class: className,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': '2',
        'aria-hidden': 'true',
      },
      make('path', { d, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
    );

  const count = make('span', { class: 'count', 'aria-hidden': 'true', hidden: '' });
  const launch = make(
    'button',
    { type: 'button', class: 'launch', 'aria-expanded': 'false', 'aria-haspopup': 'dialog' },
    picture('bubble', 'M4 5h16v11H10l-5 4v-4H4z M8 9h8 M8 12.5h5'),
    picture('cross', 'M6 6l12 12 M18 6L6 18'),
    count,
  );
  // The frame has its own cross as soon as it is there; until then nobody is shut in before an empty panel.
  const away = make('button', { type: 'button', class: 'away', 'aria-label': words.close }, '✕');
  const dialog = make('dialog', { 'aria-label': settings.bankName[locale] }, away);
  const host = make('assistant-widget', { lang: locale });
  const root = host.attachShadow({ mode: 'open' });
  let frame = null;

  const tell = (type, detail = {}) => dispatchEvent(new CustomEvent(`assistant:${type}`, { detail }));
  /** A frame that is not there yet is told of what matters when it says that it is alive. */
  function tellFrame(type, facts = {}) {
    if (state.isFrameAlive) frame.contentWindow.postMessage({ to: 'assistant', type, ...facts }, assistantOrigin);
  }

  /** A page may forbid storage altogether; then the panel begins closed on each. */
  const stood = {
    get() {
      try {
        return sessionStorage.getItem(stoodIn);
      } catch {
        return null;
      }
    },
    set(how) {
      try {
        if (how === null) sessionStorage.removeItem(stoodIn);
        else sessionStorage.setItem(stoodIn, how);
      } catch {}
    },
  };

  function showUnread(unread) {
    if (unread !== state.unread) tell('unread', { count: unread });
    state.unread = unread;
    count.hidden = unread === 0;
    count.textContent = unread > 99 ? '99+' : String(unread);
    showName();
  }

  function showName() {
    const { unread, isOpen } = state;
    const name = isOpen ? words.close : words.open;
    launch.setAttribute('aria-label', unread > 0 ? `${name} · ${words.unread.replace('{count}', unread)}` : name);
    launch.setAttribute('aria-expanded', String(isOpen));
  }

  function loadFrame() {
    if (frame !== null) return;
    const query = new URLSearchParams({ lang: locale, host: location.origin });
    if (script.dataset.signIn) query.set('signIn', 'asked');
    frame = make('iframe', {
      src: `${assistantOrigin}/webchat/frame?${query}`,
      title: words.pageTitle,
      // It may open an agreement in a new tab, and never lead the bank's page away.
      sandbox:
        'allow-scripts allow-same-origin allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox',
      allow: 'clipboard-write',
      referrerpolicy: 'no-referrer',
    });
    dialog.append(frame);
  }

  /** Over the whole screen of a phone nothing behind it can be reached; beside a page it is one more thing on it. */
  function showPanel(movesFocus) {
    state.isModal = narrow.matches;
    if (state.isModal) {
      state.pageOverflow = document.documentElement.style.overflow;
      document.documentElement.style.overflow = 'hidden';
      dialog.showModal();
    } else if (movesFocus) dialog.show();
    else dialog.setAttribute('open', '');
  }

  function hidePanel() {
    dialog.close();
    if (state.isModal) document.documentElement.style.overflow = state.pageOverflow;
  }

  function open({ movesFocus = true } = {}) {
    if (state.isOpen) return;
    state.isOpen = true;
    stood.set('open');
    loadFrame();
    showPanel(movesFocus);
    if (movesFocus) frame.focus();
    tellFrame('open', { movesFocus });
    showUnread(0);
    tell('open');
  }

  function close() {
    if (!state.isOpen) return;
    state.isOpen = false;
    stood.set('closed');
    hidePanel();
    tellFrame('close');
    showName();
    launch.focus();
    tell('close');
  }

  /** For a page whose customer has signed out: nothing of the conversation is left in this browser. */
  function forget() {
    close();
    stood.set(null);
    showUnread(0);
    state.isForgetting = true;
    // A frame that was never loaded on this page may still keep a conversation of an earlier one.
    loadFrame();
    tellFrame('forget');
  }

  /** The page's own function gives the bank's token, or nothing where nobody is signed in. */
  async function signIn() {
    let token = null;
    try {
      token = (await window[script.dataset.signIn]?.()) ?? null;
    } catch {}
    tellFrame('signIn', { token: typeof token === 'string' && token !== '' ? token : null });
  }

  const heard = {
    alive() {
      state.isFrameAlive = true;
      away.hidden = true;
      if (state.isForgetting) tellFrame('forget');
      else if (state.isOpen) tellFrame('open', { movesFocus: root.activeElement === frame });
    },
    forgotten() {
      frame.remove();
      frame = null;
      away.hidden = false;
      Object.assign(state, { isFrameAlive: false, isForgetting: false });
      if (state.isOpen) loadFrame();
    },
    ready: () => tell('ready'),
    message: ({ by }) => tell('message', { by }),
    unread: ({ count: unread }) => showUnread(state.isOpen ? 0 : unread),
    close,
    signIn: () => void signIn(),
  };

  addEventListener('message', ({ source, origin, data }) => {
    if (frame === null || source !== frame.contentWindow || origin !== assistantOrigin) return;
    if (data?.from === 'assistant' && Object.hasOwn(heard, data.type)) heard[data.type](data);
  });
  launch.addEventListener('click', () => (state.isOpen ? close() : open()));
  away.addEventListener('click', close);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.isOpen && !event.defaultPrevented && !event.isComposing) close();
  });
  // A phone that is turned, a window that is made narrow.
  narrow.addEventListener('change', () => {
    if (!state.isOpen) return;
    hidePanel();
    showPanel(true);
  });

  function begin() {
    if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      root.adoptedStyleSheets = [sheet];
    } else root.append(make('style', {}, styles));
    root.append(dialog, launch);
    showName();
    document.body.append(host);
    const before = stood.get();
    if (before === 'open') open({ movesFocus: false });
    // Somebody who has talked before is told of an answer that comes meanwhile.
    if (before === 'closed') setTimeout(loadFrame, 1000);
  }

  window.assistantWidget = { open: () => open(), close, forget };
  if (document.body) begin();
  else addEventListener('DOMContentLoaded', begin);
})(__SETTINGS__);
