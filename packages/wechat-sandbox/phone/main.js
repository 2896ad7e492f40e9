import { drawCodes, drawLog, drawPeople, drawWorld, newCustomerForm } from './desk.js';
import { $, all, make, post } from './dom.js';
import { Phone } from './phone.js';
import { locale, say, switchLanguage, translate } from './words.js';
import { customerOf, onChange, refresh, world } from './world.js';

/** The phones on the desk, left to right, by customer id; the last touched one scans and is shown where only one fits. */
const phones = new Map();
let active = '';
let tab = 'people';

/** What the people's card does with phones. */
const desk = {
  has: (id) => phones.has(id),
  isActive: (id) => id === active,
  count: () => phones.size,
  /** The phone in front goes to this person; one who has a phone on the desk has it in front. */
  hand(id) {
    $('drawer').close();
    if (phones.has(id)) return touch(id, true);
    const before = phones.get(active);
    const phone = lay(id, before);
    before?.remove();
    phones.delete(active);
    touch(phone.id, true);
    phone.openProgram();
  },
  beside(id) {
    $('drawer').close();
    const phone = lay(id);
    if (phones.size > 1 && innerWidth < 1700) showLog(false);
    touch(id, true);
    phone.openProgram();
  },
  away(id) {
    phones.get(id)?.remove();
    phones.delete(id);
    touch(active === id ? [...phones.keys()].at(-1) : active);
  },
};

/** Lays a phone on the desk, in the place of another if one is given. */
function lay(id, before) {
  const phone = new Phone(id);
  phones.set(id, phone);
  if (before) before.root.before(phone.root);
  else $('stage').append(phone.root);
  phone.part('holder').onclick = () => $('drawer').showModal();
  for (const event of ['pointerdown', 'focusin']) phone.root.addEventListener(event, () => id !== active && touch(id));
  return phone;
}

/** Makes a phone the one in front. */
function touch(id, reveal = false) {
  active = id;
  for (const phone of phones.values()) phone.root.classList.toggle('active', phone.id === id);
  localStorage.setItem('desk.phones', JSON.stringify([...phones.keys()]));
  localStorage.setItem('desk.active', id);
  if (reveal) phones.get(id)?.root.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  drawDesk();
}

// A frame keeps its clicks to itself; that it took the focus is seen from outside.
addEventListener('blur', () => {
  const phone = [...phones.values()].find((one) => one.part('program') === document.activeElement);
  if (phone && phone.id !== active) touch(phone.id);
});

function drawDesk() {
  drawPeople(desk);
  drawCodes(scanned, phones.size > 1 ? customerOf(active)?.nickname : '');
}

function scanned(code) {
  $('drawer').close();
  phones.get(active)?.scanned(code);
}

function draw() {
  for (const phone of phones.values()) phone.draw();
  drawDesk();
  // A list that is being chosen from is left alone.
  if (document.activeElement !== $('fault')) drawWorld();
  drawLog();
}

function translateAll() {
  document.documentElement.lang = locale();
  document.title = `${say('title')} · ${world.shop.name}`;
  translate(document);
  for (const id of ['language', 'drawer-language']) $(id).textContent = say('otherLanguage');
  for (const phone of phones.values()) phone.translate();
  drawTabs();
  draw();
}

const tabs = { people: 'tabPeople', codes: 'tabCodes', log: 'tabLog', world: 'tabWorld' };

/** On a narrow screen the cards live in a drawer, one at a time. */
function drawTabs() {
  $('tabs').replaceChildren(
    ...Object.entries(tabs).map(([name, label]) =>
      make('button', {
        type: 'button',
        textContent: say(label),
        onclick: () => {
          tab = name;
          drawTabs();
          all($('tabs'), '[aria-selected="true"]')[0]?.focus();
        },
        attributes: { role: 'tab', 'aria-selected': String(name === tab) },
      }),
    ),
  );
  for (const card of all($('drawer'), '[data-tab]')) card.hidden = card.dataset.tab !== tab;
}

const narrow = matchMedia('(max-width: 860px)');
function arrange() {
  const cards = all(document, '[data-tab]');
  const home = (card) => (card.dataset.tab === 'log' ? $('side-news') : $('side-people'));
  for (const card of cards) {
    (narrow.matches ? $('drawer-body') : home(card)).append(card);
    card.hidden = false;
  }
  if (!narrow.matches) $('drawer').close();
  else drawTabs();
}

/** The log stands at the right where there is room for it, and anywhere on demand. */
function showLog(shown) {
  document.body.classList.toggle('with-log', shown);
  $('log-toggle').setAttribute('aria-pressed', String(shown));
}

for (const id of ['language', 'drawer-language'])
  $(id).onclick = () => {
    switchLanguage();
    translateAll();
  };
$('log-toggle').onclick = () => showLog(!document.body.classList.contains('with-log'));
$('close-drawer').onclick = () => $('drawer').close();
newCustomerForm(desk.hand, () => phones.get(active)?.banner(say('unreachable')));
narrow.addEventListener('change', arrange);

await refresh();
if (world.customers.length === 0) {
  await post('/sandbox/customers');
  await refresh();
}
$('api-link').hidden = !world.shop.apiUrl;
if (world.shop.apiUrl) $('api-link').href = `${world.shop.apiUrl}/api/docs`;
const named = new URLSearchParams(location.search).getAll('phone');
const kept = named.length ? named : JSON.parse(localStorage.getItem('desk.phones') ?? '[]');
const known = kept.filter((id) => customerOf(id));
for (const id of known.length ? new Set(known) : [world.customers[0].id]) lay(id);
const last = localStorage.getItem('desk.active');
arrange();
showLog(innerWidth >= (phones.size > 1 ? 1700 : 1280));
touch(phones.has(last) ? last : [...phones.keys()][0]);
translateAll();
onChange(() => {
  // Another world was begun: who held a phone here is nobody now.
  const gone = [...phones.keys()].filter((id) => !customerOf(id));
  if (gone.length) location.reload();
  else draw();
});
for (const phone of phones.values()) phone.openProgram(phone.id === active ? location.hash.replace(/^#\//, '') : '');
setInterval(() => {
  for (const phone of phones.values()) phone.tick();
}, 1000);
setInterval(() => {
  if (!document.hidden) void refresh().catch(() => undefined);
}, 1000);
