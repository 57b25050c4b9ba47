// The customer's page: Microsoft's Web Chat over the embedded Direct Line, in two languages, with a demo side panel.

const directLineAddress = `${location.origin}/directline`;
const keptIn = 'assistant.conversation';
const byId = (id) => document.getElementById(id);

const state = { settings: null, locale: 'zh-CN', conversation: null, chat: null };

async function callJson(method, path, { token, body } = {}) {
  const headers = {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(body ? { 'Content-Type': 'application/json' } : {}),
  };
  const response = await fetch(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

const words = () => state.settings.texts[state.locale];

function firstLocale() {
  const asked =
    new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('assistant.locale') ?? navigator.language;
  return asked.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
}

/** The conversation of this tab goes on after a reload; its token is renewed, or a new conversation begins. */
async function openConversation() {
  const kept = JSON.parse(sessionStorage.getItem(keptIn) ?? 'null');
  if (kept !== null) {
    try {
      return await callJson('POST', '/directline/tokens/refresh', { token: kept.token });
    } catch {
      sessionStorage.removeItem(keptIn);
    }
  }
  return callJson('POST', '/directline/tokens/generate', { body: { locale: state.locale } });
}

function keep(conversation) {
  state.conversation = conversation;
  sessionStorage.setItem(keptIn, JSON.stringify(conversation));
}

function chatStyle() {
  const { primary, onPrimary } = state.settings.colours;
  return {
    accent: primary,
    primaryFont: getComputedStyle(document.documentElement).fontFamily,
    backgroundColor: '#ffffff',
    bubbleBackground: '#f2f5f6',
    bubbleBorderWidth: 0,
    bubbleBorderRadius: 14,
    bubbleTextColor: '#1f2933',
    bubbleFromUserBackground: primary,
    bubbleFromUserTextColor: onPrimary,
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserBorderRadius: 14,
    bubbleMessageMaxWidth: 620,
    bubbleMessageMinWidth: 40,
    bubbleAttachmentMaxWidth: 300,
    bubbleAttachmentMinWidth: 232,
    paddingRegular: 12,
    suggestedActionLayout: 'flow',
    suggestedActionBorderRadius: 18,
    suggestedActionHeight: 36,
    suggestedActionTextColor: primary,
    suggestedActionBorderColor: primary,
    suggestedActionBorderWidth: 1,
    sendBoxTextWrap: true,
    sendBoxHeight: 52,
    sendBoxBackground: '#ffffff',
    sendBoxBorderTop: '1px solid #dde3e8',
    hideUploadButton: true,
    timestampColor: '#5f6c7b',
    groupTimestamp: 120000,
    typingAnimationDuration: 20000,
  };
}

/** New messages may mean a new text message on the demo phone. */
const watchReplies = () => (next) => (action) => {
  if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload.activity.from?.role === 'bot') void showPhone();
  return next(action);
};

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Our texts are plain: lines stay lines, and an address of a document becomes a link. Nothing else is markup. */
function renderText(text) {
  // Web Chat drops text that stands outside an element.
  return `<p>${inLines(text)}</p>`;
}

function inLines(text) {
  return text
    .replace(/[&<>"']/g, (character) => escapes[character])
    .replace(
      /https?:\/\/[^\s<>"']+/g,
      (address) => `<a href="${address}" target="_blank" rel="noopener noreferrer">${linkWords(address)}</a>`,
    )
    .replace(/\r?\n/g, '<br />');
}

const linkWords = (address) =>
  (/\/documents\/([\w-]+)/.exec(address)?.[1] ?? address) + (address.includes('/documents/') ? '.pdf' : '');

function showChat() {
  const { WebChat } = window;
  const directLine = WebChat.createDirectLine({
    token: state.conversation.token,
    domain: directLineAddress,
    webSocket: true,
  });
  const store = WebChat.createStore({}, watchReplies);
  state.chat = { directLine, store };
  renderChat();
}

function renderChat() {
  const { directLine, store } = state.chat;
  window.WebChat.renderWebChat(
    {
      directLine,
      store,
      locale: state.locale === 'zh-CN' ? 'zh-CN' : 'en-US',
      nonce: state.settings.nonce,
      renderMarkdown: renderText,
      styleOptions: chatStyle(),
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: words().placeholder },
    },
    byId('chat'),
  );
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
  const { messages } = await callJson('GET', '/demo/phone', { token: state.conversation.token });
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
  localStorage.setItem('assistant.locale', state.locale);
  showWords();
  renderChat();
  // The assistant changes too, not only the frame around it.
  say(words().otherLanguageMessage);
  await Promise.all([showPeople(), showPhone()]);
}

function restart() {
  sessionStorage.removeItem(keptIn);
  location.reload();
}

async function renewToken() {
  keep(await callJson('POST', '/directline/tokens/refresh', { token: state.conversation.token }));
}

async function begin() {
  state.settings = await callJson('GET', '/webchat/settings');
  state.locale = firstLocale();
  const { primary, onPrimary } = state.settings.colours;
  document.documentElement.style.setProperty('--primary', primary);
  document.documentElement.style.setProperty('--on-primary', onPrimary);
  showWords();
  keep(await openConversation());
  showChat();
  byId('demo').hidden = !state.settings.developer;
  byId('demoToggle').hidden = !state.settings.developer;
  byId('demoToggle').addEventListener('click', () => showDemo(!byId('demo').classList.contains('open')));
  byId('language').addEventListener('click', () => void switchLanguage());
  byId('restart').addEventListener('click', restart);
  setInterval(() => void renewToken(), 10 * 60_000);
  await Promise.all([showPeople(), showPhone()]);
}

begin().catch(() => {
  const failure = byId('failure');
  failure.textContent =
    state.settings === null ? '暂时连不上，请刷新再试。Can’t connect just now, please reload.' : words().failed;
  failure.hidden = false;
});
