import { listen } from './bridge.js';
import { $, make, post } from './dom.js';
import { drawCodes, drawLog, drawMessages, drawPeople, drawWorld, face, newCustomerForm } from './panels.js';
import { ask, banner, requestPayment, requestSubscribe, scan } from './sheets.js';
import { locale, say, switchLanguage } from './words.js';

let world = {
  version: -1,
  shop: { h5Url: '', apiUrl: '', name: '' },
  now: 0,
  advancedMs: 0,
  customers: [],
  codes: [],
  orders: [],
  refunds: [],
  notifications: [],
  calls: [],
  faults: [],
  serviceMessages: [],
};
let current = localStorage.getItem('phone.customer') ?? '';
let tab = 'people';
let openings = 0;

/** Opens a page of the mini program from cold, as WeChat does after a scan or a change of person. */
function openProgram(path = '') {
  $('no-program').hidden = world.shop.h5Url !== '';
  $('program').hidden = world.shop.h5Url === '';
  if (!world.shop.h5Url) return;
  openings += 1;
  // The counter makes it another page: a change behind the # alone would not load anew.
  const query = new URLSearchParams({ sandbox: location.origin, customer: current, opening: String(openings) });
  const url = `${world.shop.h5Url.replace(/\/$/, '')}/?${query}#/${path}`;
  // replace: the phone's openings are no steps of the browser's history.
  $('program').contentWindow.location.replace(url);
}

function choose(id) {
  current = id;
  localStorage.setItem('phone.customer', id);
  $('drawer').close();
  void refresh().then(() => {
    draw();
    openProgram();
  });
}

function scanned(code) {
  $('drawer').close();
  banner(`${say('scanned')} · ${code.title}`);
  openProgram(code.path);
}

/** A tap on a service message opens its page, as WeChat does. */
async function tapped({ msgId }) {
  $('drawer').close();
  const { path, query } = await post(`/sandbox/service-messages/${msgId}/open`);
  const search = new URLSearchParams(query).toString();
  openProgram(search ? `${path}?${search}` : path);
}

function draw() {
  drawHolder();
  drawPeople(world, current, choose);
  drawCodes(world, scanned);
  drawWorld(world);
  drawMessages(world, current, tapped);
  drawLog(world);
}

function drawHolder() {
  const index = world.customers.findIndex((customer) => customer.id === current);
  const holder = world.customers[index];
  if (!holder) return;
  const made = face(holder, index);
  made.id = 'holder-face';
  $('holder-face').replaceWith(made);
  $('holder-name').textContent = holder.nickname;
}

/** Asks what changed; draws only then, so that nothing flickers or loses the focus. */
async function refresh() {
  const answer = await fetch(`/sandbox/phone?after=${world.version}`);
  if (answer.status !== 200) return;
  world = await answer.json();
  if (!world.customers.some((customer) => customer.id === current)) current = world.customers[0]?.id ?? '';
  if (!document.activeElement?.matches('#side-people select')) draw();
}

function translate() {
  document.documentElement.lang = locale();
  document.title = `${say('title')} · ${world.shop.name}`;
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
  for (const [id, name] of Object.entries({
    nickname: 'nickname',
    menu: 'menu',
    restart: 'restart',
    'pay-close': 'cancel',
    'close-drawer': 'close',
    fault: 'faultLabel',
    actions: 'menu',
    drawer: 'drawer',
    stage: 'phone',
  }))
    $(id).setAttribute('aria-label', say(name));
  $('nickname').placeholder = say('nickname');
  $('program').title = say('program');
  for (const id of ['language', 'drawer-language']) $(id).textContent = say('otherLanguage');
  drawTabs();
  tick();
  draw();
}

const tabs = { people: 'tabPeople', codes: 'tabCodes', messages: 'tabMessages', log: 'tabLog', world: 'tabWorld' };

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
        },
        attributes: { role: 'tab', 'aria-selected': String(name === tab) },
      }),
    ),
  );
  for (const card of $('drawer').querySelectorAll('[data-tab]')) card.hidden = card.dataset.tab !== tab;
}

const narrow = matchMedia('(max-width: 860px)');
function arrange() {
  const cards = [...document.querySelectorAll('[data-tab]')];
  const home = (card) => (['messages', 'log'].includes(card.dataset.tab) ? $('side-news') : $('side-people'));
  for (const card of cards) {
    (narrow.matches ? $('drawer-body') : home(card)).append(card);
    card.hidden = false;
  }
  if (!narrow.matches) $('drawer').close();
  else drawTabs();
}

const tick = () =>
  ($('status-time').textContent = new Date(Date.now() + world.advancedMs).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  }));

async function actions() {
  const wish = await ask('actions', { 'action-scan': 'scan', 'action-restart': 'restart', 'action-cancel': null }, null);
  if (wish === 'restart') openProgram();
  if (wish !== 'scan') return;
  const code = await scan(world.codes);
  if (code) scanned(code);
}

listen($('program'), () => (world.shop.h5Url ? new URL(world.shop.h5Url).origin : ''), {
  'pailou:requestPayment': async ({ params }) => {
    try {
      return { errMsg: await requestPayment(current, params) };
    } catch {
      banner(say('unreachable'));
      return { errMsg: 'requestPayment:fail (no answer)' };
    } finally {
      void refresh();
    }
  },
  'pailou:requestSubscribe': async ({ templateIds }) => {
    try {
      return await requestSubscribe(current, templateIds, world.shop.name);
    } catch {
      banner(say('unreachable'));
      return { errMsg: 'requestSubscribeMessage:fail (no answer)' };
    } finally {
      void refresh();
    }
  },
  'pailou:scanCode': async () => {
    await refresh();
    const code = await scan(world.codes);
    return code ? { errMsg: 'scanCode:ok', path: code.path } : { errMsg: 'scanCode:fail cancel' };
  },
});

for (const id of ['language', 'drawer-language'])
  $(id).onclick = () => {
    switchLanguage();
    translate();
  };
$('menu').onclick = () => void actions();
$('restart').onclick = () => openProgram();
$('open-drawer').onclick = () => {
  $('drawer').showModal();
  $('open-drawer').ariaExpanded = 'true';
};
$('drawer').onclose = () => ($('open-drawer').ariaExpanded = 'false');
$('close-drawer').onclick = () => $('drawer').close();
newCustomerForm(choose);
narrow.addEventListener('change', arrange);

await refresh();
if (world.customers.length === 0) {
  await post('/sandbox/customers');
  await refresh();
}
$('api-link').hidden = !world.shop.apiUrl;
if (world.shop.apiUrl) $('api-link').href = `${world.shop.apiUrl}/api/docs`;
arrange();
translate();
openProgram(location.hash.replace(/^#\//, ''));
setInterval(tick, 5000);
setInterval(() => {
  if (!document.hidden) void refresh().catch(() => undefined);
}, 1500);
