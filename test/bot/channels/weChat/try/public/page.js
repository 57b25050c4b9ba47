// The phone of somebody who follows the account: what they type goes to the played platform, what it shows comes back.
const $ = (id) => document.getElementById(id);
const everyMs = 400;

const { texts, menus, people } = await (await fetch('/phone')).json();
const state = { locale: navigator.language.startsWith('zh') ? 'zh-CN' : 'en-US', openId: '', seen: 0, faults: 0, follows: true, speaks: false };
const words = () => texts[state.locale];

function newOpenId() {
  const bytes = crypto.getRandomValues(new Uint8Array(27));
  return `o${[...bytes].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'[byte % 32]).join('')}`;
}

function element(name, { text, className, ...more } = {}, children = []) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  Object.assign(made, more);
  made.append(...children);
  return made;
}

/** Text with its addresses to be opened, as a phone shows it. */
function linked(text) {
  const parts = text.split(/(https?:\/\/[^\s，。；）]+)/g);
  return parts.map((part, index) => (index % 2 === 0 ? part : element('a', { text: part, href: part, target: '_blank', rel: 'noreferrer' })));
}

function add(item) {
  const talk = $('talk');
  talk.append(item);
  talk.scrollTop = talk.scrollHeight;
}

const own = (text) => add(element('li', { className: 'own' }, [element('span', { className: 'face', text: '我' }), element('div', { className: 'bubble', text })]));
const note = (text) => add(element('li', { className: 'note', text }));

function theirs({ kind, text, url, picture }) {
  if (kind === 'template') return note(words().template);
  const face = element('span', { className: 'face', text: '行' });
  if (kind !== 'news') return add(element('li', {}, [face, element('div', { className: 'bubble' }, linked(text))]));
  const [title, ...rest] = text.split('\n');
  const toEnd = () => {
    $('talk').scrollTop = $('talk').scrollHeight;
  };
  const image = picture ? [element('img', { src: picture, alt: '', onload: toEnd })] : [];
  const article = element('a', { className: 'article', href: url, target: '_blank', rel: 'noreferrer' }, [
    element('strong', { text: title }),
    ...image,
    rest.join('\n'),
  ]);
  add(element('li', {}, [face, article]));
}

async function act(deed) {
  await fetch(`/phone/${state.openId}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(deed),
  });
}

function say(text) {
  if (text.trim() === '') return;
  own(state.speaks ? `${words().sentVoice} ${text}` : text);
  void act({ what: state.speaks ? 'speak' : 'say', text });
}

function showMessages(messages) {
  const items = messages.map(({ text }) => {
    const parts = text.split(/(\d{6})/);
    return element('li', {}, parts.map((part, index) => (index % 2 === 0 ? part : element('span', { className: 'code', text: part }))));
  });
  $('sms').replaceChildren(...(items.length > 0 ? items : [element('li', { text: words().smsEmpty })]));
}

function showPeople() {
  const all = people?.people ?? [];
  const items = all.map(({ codes, say: story }) => {
    const button = element('button', { type: 'button', onclick: () => { say(codes[0] ?? ''); document.body.classList.remove('aside'); } }, [
      element('b', { text: codes.join('  ') }),
      story[state.locale],
    ]);
    return element('li', {}, [button]);
  });
  $('people').replaceChildren(...(items.length > 0 ? items : [element('li', { text: words().peopleNone })]));
}

function showMenu() {
  const menu = $('menu');
  const groups = menus[state.locale].button.map(({ name, sub_button: entries }) => {
    const group = element('details', { name: 'menu' }, [element('summary', { text: name })]);
    const list = entries.map(({ name: title, key }) => {
      const tap = () => {
        group.open = false;
        void act({ what: 'menu', key });
      };
      return element('li', {}, [element('button', { type: 'button', text: title, onclick: tap })]);
    });
    group.append(element('ul', {}, list));
    return group;
  });
  menu.replaceChildren(...groups);
}

function showWords() {
  const text = words();
  document.documentElement.lang = state.locale;
  document.title = text.title;
  $('title').textContent = text.title;
  $('language').textContent = text.otherLanguage;
  $('side').textContent = text.side;
  $('back').textContent = text.back;
  $('words').placeholder = text.type;
  $('words').setAttribute('aria-label', text.type);
  $('send').textContent = text.send;
  $('toMenu').setAttribute('aria-label', text.menu);
  $('more').setAttribute('aria-label', text.more);
  $('voice').textContent = text.speak;
  $('picture').textContent = text.picture;
  $('place').textContent = text.place;
  $('unfollow').textContent = state.follows ? text.unfollow : text.follow;
  $('again').textContent = text.again;
  $('smsTitle').textContent = text.sms;
  $('smsHint').textContent = text.smsHint;
  $('peopleTitle').textContent = text.people;
  $('peopleHint').textContent = text.peopleHint;
  showPeople();
  showMenu();
}

async function begin() {
  Object.assign(state, { openId: newOpenId(), seen: 0, faults: 0, follows: true });
  $('talk').replaceChildren();
  showMessages([]);
  await act({ what: 'follow' });
}

async function look() {
  const asked = state.openId;
  try {
    const response = await fetch(`/phone/${asked}?after=${state.seen}`);
    if (!response.ok) return;
    const { shown, faults, sms } = await response.json();
    if (asked !== state.openId) return;
    state.seen += shown.length;
    for (const message of shown) theirs(message);
    for (const _fault of faults.slice(state.faults)) note(words().fault);
    state.faults = faults.length;
    if (sms !== null) showMessages(sms.messages);
  } catch {
    // The played platform was stopped; it may come back.
  }
}

$('typing').addEventListener('submit', (event) => {
  event.preventDefault();
  say($('words').value);
  $('words').value = '';
  $('words').dispatchEvent(new Event('input'));
});
$('words').addEventListener('input', () => {
  const field = $('words');
  const isEmpty = field.value === '';
  $('send').hidden = isEmpty;
  $('more').hidden = !isEmpty;
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, 120)}px`;
});
$('words').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $('typing').requestSubmit();
});
$('toMenu').addEventListener('click', () => {
  $('menu').hidden = !$('menu').hidden;
  $('extras').hidden = true;
});
$('more').addEventListener('click', () => {
  $('extras').hidden = !$('extras').hidden;
  $('more').setAttribute('aria-expanded', String(!$('extras').hidden));
  $('menu').hidden = true;
});
$('voice').addEventListener('click', () => {
  state.speaks = !state.speaks;
  $('voice').setAttribute('aria-pressed', String(state.speaks));
});
$('picture').addEventListener('click', () => {
  own(words().sentPicture);
  void act({ what: 'picture' });
});
$('place').addEventListener('click', () => {
  own(words().sentPlace);
  void act({ what: 'place' });
});
$('unfollow').addEventListener('click', () => {
  state.follows = !state.follows;
  if (!state.follows) note(words().unfollowed);
  void act({ what: state.follows ? 'follow' : 'unfollow' });
  showWords();
});
$('again').addEventListener('click', () => void begin());
$('language').addEventListener('click', () => {
  state.locale = state.locale === 'zh-CN' ? 'en-US' : 'zh-CN';
  showWords();
  say(state.locale === 'zh-CN' ? '中文' : 'English');
});
$('side').addEventListener('click', () => document.body.classList.add('aside'));
$('back').addEventListener('click', () => document.body.classList.remove('aside'));

showWords();
await begin();
if (state.locale === 'en-US') await act({ what: 'say', text: 'English' });
/** One look after the other: two at once would show a message twice. */
async function keepLooking() {
  await look();
  setTimeout(keepLooking, everyMs);
}
void keepLooking();
