// The customer's page: Microsoft's Web Chat over the embedded Direct Line, in two languages, with a demo side panel.
import { Connection, callJson } from './connection.js';
import { hearHost, isFramed, signInOfHost, tellHost } from './hostPage.js';
import { inBrowser } from './kept.js';
import { cardStyle, chatStyle, renderText, whenNightChanges } from './look.js';
import { Unread } from './unread.js';

const directLineAddress = `${location.origin}/directline`;
/** Of Web Chat's connection, by its own numbers. */
const [expiredToken, failedToConnect] = [3, 4];
const byId = (id) => document.getElementById(id);

const state = {
  settings: null,
  locale: 'zh-CN',
  chat: null,
  notice: null,
  unread: null,
  isOnScreen: !isFramed,
  wantsFocus: false,
};
const connection = new Connection(
  {
    ended: () => showNotice('ended'),
    unreachable: () => showNotice('failed'),
    renewed() {
      showNotice(null);
      // Web Chat goes on with the newer token; what waits in it unsent can be sent again by a tap.
      const { directLine } = state.chat ?? {};
      directLine?.reconnect({ ...connection.current, streamUrl: directLine.streamUrl });
    },
  },
  signInOfHost,
);

const words = () => state.settings.texts[state.locale];

function firstLocale() {
  const inAddress = new URLSearchParams(location.search).get('lang');
  const chosen = inBrowser.getItem('assistant.locale');
  // An address is somebody's wish for this visit; the page around a frame only guesses, and what was chosen in it stays.
  const asked = (isFramed ? (chosen ?? inAddress) : (inAddress ?? chosen)) ?? navigator.language;
  return asked.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
}

/** The page around us learns that something was said and how much is unread; a new message may mean a text on the demo phone. */
const watchReplies = () => (next) => (action) => {
  if (action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED' && action.payload.activity.type === 'message')
    tellHost('message', { by: 'customer' });
  if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return next(action);
  const { type, id, from } = action.payload.activity;
  if (from?.role !== 'bot') return next(action);
  void showPhone();
  if (type !== 'message') return next(action);
  if (state.unread.take(id, state.isOnScreen)) tellHost('message', { by: 'assistant' });
  tellHost('unread', { count: state.unread.count });
  return next(action);
};

function showChat() {
  const { WebChat } = window;
  state.unread = new Unread(connection.current.conversationId);
  state.chat?.directLine.end();
  const directLine = WebChat.createDirectLine({
    token: connection.current.token,
    domain: directLineAddress,
    webSocket: true,
  });
  const store = WebChat.createStore({}, watchReplies);
  state.chat = { directLine, store };
  directLine.connectionStatus$.subscribe((status) => {
    if (state.chat?.directLine !== directLine) return;
    if (status === expiredToken) void connection.renew();
    if (status === failedToConnect) showNotice('failed');
  });
  renderChat();
}

/** A connection that Web Chat has given up is made anew: the same conversation, and what was being typed stays. */
async function connectAgain() {
  const { sendBoxValue = '' } = state.chat.store.getState();
  if (!(await connection.renew()) || state.notice !== null) return;
  showChat();
  state.chat.store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: sendBoxValue } });
}

function renderChat() {
  const { directLine, store } = state.chat;
  window.WebChat.renderWebChat(
    {
      directLine,
      store,
      locale: state.locale,
      nonce: state.settings.nonce,
      renderMarkdown: renderText,
      styleOptions: chatStyle(state.settings),
      adaptiveCardsHostConfig: cardStyle().adaptiveCardsHostConfig,
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: words().placeholder },
    },
    byId('chat'),
  );
}

let isChoosingWord = false;

/**
 * Enter that chooses a word in an input method is not Enter that sends. Safari ends the composition before it tells the
 * key, and marks the key 229; what follows from that key is part of it.
 */
function keepComposing(event) {
  if (event.type === 'keydown') isChoosingWord = event.isComposing || event.keyCode === 229;
  if (event.key !== 'Enter' || !isChoosingWord) return;
  event.stopImmediatePropagation();
  if (event.type === 'keypress') event.preventDefault();
}

/** What keeps the conversation from going on, and the way back; nothing begins anew unless it is asked for. */
function showNotice(kind) {
  state.notice = kind;
  byId('notice').hidden = kind === null;
  document.body.classList.toggle('ended', kind === 'ended');
  if (kind === null) return;
  const text = words();
  byId('noticeText').textContent = text[kind];
  byId('noticeButton').textContent = kind === 'ended' ? text.restart : text.tryAgain;
}

async function takeWayBack() {
  if (state.notice === 'ended') return restart();
  if (state.chat === null) return location.reload();
  await connectAgain();
}

const say = (text) =>
  state.chat.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text } });

function showWords() {
  const text = words();
  document.documentElement.lang = state.locale;
  document.title = `${text.pageTitle} · ${state.settings.bankName[state.locale]}`;
  byId('bankName').textContent = state.settings.bankName[state.locale];
  byId('tagline').textContent = text.tagline;
  byId('restart').replaceChildren(element('span', 'wide', text.restart), element('span', 'narrow', '↺'));
  byId('restart').setAttribute('aria-label', text.restart);
  byId('language').textContent = text.otherLanguage;
  byId('language').lang = state.locale === 'zh-CN' ? 'en-US' : 'zh-CN';
  byId('demoToggle').textContent = text.demo;
  byId('close').setAttribute('aria-label', text.close);
  if (state.notice !== null) showNotice(state.notice);
  for (const name of ['phoneTitle', 'phoneHint', 'peopleTitle', 'peopleHint']) byId(name).textContent = text[name];
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

async function showPhone() {
  if (!state.settings.developer) return;
  const { messages } = await callJson('GET', '/demo/phone', { token: connection.current.token });
  const items = messages.map(({ text, sentAt, maskedPhone }) => {
    const item = document.createElement('li');
    const time = new Date(sentAt).toLocaleTimeString(state.locale, { hour: '2-digit', minute: '2-digit' });
    item.append(element('time', '', `${maskedPhone}　${time}`));
    const [before, code, after] = [...text.split(/(\d{6})/), '', ''];
    item.append(before, element('span', 'code', code), after);
    return item;
  });
  byId('phoneMessages').replaceChildren(...(items.length > 0 ? items : [element('li', 'hint', words().phoneEmpty)]));
}

async function showPeople() {
  if (!state.settings.developer) return;
  const { people } = await callJson('GET', '/demo/people');
  const items = people.map(({ codes: [codes], say: story }) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.append(element('span', 'codes', codes), element('span', 'story', story[state.locale]));
    button.addEventListener('click', () => {
      showDemo(false);
      say(codes);
    });
    item.append(button);
    return item;
  });
  byId('people').replaceChildren(...items);
}

/** On a narrow screen the demo panel lies over the conversation. */
function showDemo(isOpen) {
  byId('demo').classList.toggle('open', isOpen);
  byId('demoToggle').setAttribute('aria-expanded', String(isOpen));
}

async function switchLanguage() {
  state.locale = state.locale === 'zh-CN' ? 'en-US' : 'zh-CN';
  inBrowser.setItem('assistant.locale', state.locale);
  showWords();
  if (state.chat === null) return;
  renderChat();
  // The assistant changes too, not only the frame around it.
  say(words().otherLanguageMessage);
  await Promise.all([showPeople(), showPhone()]);
}

function restart() {
  connection.forget();
  location.reload();
}

/** Where a keyboard would cover the greeting, nothing is typed into until it is tapped. */
function moveFocusIn() {
  if (!state.wantsFocus) return;
  const sendBox = document.querySelector('#chat textarea');
  if (sendBox !== null && matchMedia('(pointer: fine)').matches) sendBox.focus();
  else byId('bankName').focus();
}

/** What the page around us asks, and what closes us. */
function serveHost() {
  if (!isFramed) return;
  document.documentElement.classList.add('framed');
  byId('close').hidden = false;
  byId('close').addEventListener('click', () => tellHost('close'));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) tellHost('close');
  });
  hearHost({
    open({ movesFocus }) {
      state.isOnScreen = true;
      state.unread?.readAll();
      tellHost('unread', { count: 0 });
      state.wantsFocus = movesFocus;
      moveFocusIn();
    },
    close() {
      Object.assign(state, { isOnScreen: false, wantsFocus: false });
    },
    forget() {
      connection.forget();
      state.unread?.forget();
      tellHost('forgotten');
    },
  });
  tellHost('alive');
}

async function begin() {
  serveHost();
  state.settings = await callJson('GET', '/webchat/settings');
  state.locale = firstLocale();
  const { primary, onPrimary } = state.settings.colours;
  document.documentElement.style.setProperty('--primary', primary);
  document.documentElement.style.setProperty('--on-primary', onPrimary);
  showWords();
  byId('language').addEventListener('click', () => void switchLanguage());
  byId('restart').addEventListener('click', restart);
  byId('noticeButton').addEventListener('click', () => void takeWayBack());
  addEventListener('keydown', keepComposing, { capture: true });
  addEventListener('keypress', keepComposing, { capture: true });
  if (!(await connection.open(state.locale))) return;
  if (connection.renewedAt === 0) return;
  showChat();
  whenNightChanges(renderChat);
  connection.stayAlive();
  tellHost('ready');
  moveFocusIn();
  byId('demo').hidden = !state.settings.developer;
  byId('demoToggle').hidden = !state.settings.developer;
  byId('demoToggle').addEventListener('click', () => showDemo(!byId('demo').classList.contains('open')));
  await Promise.all([showPeople(), showPhone()]);
}

begin().catch(() => {
  if (state.settings !== null) return showNotice('failed');
  // Without settings there are no words of ours yet.
  byId('noticeText').textContent = '暂时连不上，请刷新再试。Can’t connect just now, please reload.';
  byId('noticeButton').textContent = '↻';
  byId('noticeButton').addEventListener('click', () => location.reload());
  byId('notice').hidden = false;
});
