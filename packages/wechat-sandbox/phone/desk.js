import { $, all, face, fill, focused, icon, make, post } from './dom.js';
import { codeButtons } from './sheets.js';
import { locale, say } from './words.js';
import { refresh, world } from './world.js';

/**
 * Who there is. A tap gives the phone in front to that person; the sign at the end lays a phone of theirs beside it,
 * or takes it away again.
 * @param desk `{ has(id), isActive(id), hand(id), beside(id), away(id), count }`
 */
export function drawPeople(desk) {
  const held = focused()?.dataset.person;
  // Whose phone is on the desk stands first, then whoever came last.
  const order = world.customers
    .map((customer, index) => ({ customer, index }))
    .sort((a, b) => Number(desk.has(b.customer.id)) - Number(desk.has(a.customer.id)) || b.index - a.index);
  fill(
    $('people'),
    order.map(({ customer, index }) => person(desk, customer, index)),
    '',
  );
  if (held) all($('people'), `[data-person="${held}"]`)[0]?.focus({ preventScroll: true });
}

function person(desk, { id, nickname, phoneNumber }, index) {
  const here = desk.has(id);
  const beside = make(
    'button',
    {
      type: 'button',
      className: 'beside',
      onclick: () => (here ? desk.away(id) : desk.beside(id)),
      hidden: here && desk.count() === 1,
      title: say(here ? 'away' : 'beside'),
      attributes: { 'aria-label': `${nickname}：${say(here ? 'away' : 'beside')}`, 'data-person': `${id}-beside` },
    },
    icon(here ? ['M7 7l10 10M17 7 7 17'] : ['M12 6v12M6 12h12'], 20),
  );
  return make(
    'li',
    { className: here ? 'here' : '' },
    make(
      'button',
      {
        type: 'button',
        onclick: () => desk.hand(id),
        attributes: { 'aria-pressed': String(desk.isActive(id)), 'data-person': id },
      },
      face(nickname, index),
      make('b', { textContent: nickname }),
      make('small', { textContent: phoneNumber }),
    ),
    beside,
  );
}

/** @param pick what a tap on a code does; @param holder who scans it */
export function drawCodes(pick, holder) {
  $('codes-hint').textContent = `${say('codesHint')}${holder ? ` ${say('scansNow')} ${holder}` : ''}`;
  fill($('codes'), codeButtons(world.codes, pick), say('noCodes'));
}

const minute = 60_000;
const steps = [
  [5 * minute, '5', 'minutes'],
  [15 * minute, '15', 'minutes'],
  [120 * minute, '2', 'hours'],
];

/** The faults that one can ask for here; the control API knows more. */
const faults = {
  drop: { on: 'notification', action: 'drop' },
  duplicate: { on: 'notification', action: 'duplicate' },
  probe: { on: 'notification', action: 'probe' },
  prepayError: { on: 'answer', path: '/v3/pay/transactions/jsapi', action: 'error', status: 500, code: 'SYSTEM_ERROR' },
  lose: { on: 'answer', path: '/v3/pay/transactions/jsapi', action: 'lose' },
  abnormal: { on: 'refund', outcome: 'ABNORMAL' },
  loginError: { on: 'answer', path: '/sns/jscode2session', action: 'error', errcode: -1 },
};
const nameOf = (rule) => Object.keys(faults).find((name) => Object.entries(faults[name]).every(([key, value]) => rule[key] === value));

function span(ms) {
  const minutes = Math.round(ms / minute);
  if (minutes < 60) return `${minutes}${say('minutes')}`;
  if (minutes < 2880) return `${Math.round(minutes / 6) / 10}${say('hours')}`;
  return `${Math.round(minutes / 144) / 10}${say('days')}`;
}

export function drawWorld() {
  const time = new Date(world.now).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
  $('clock').textContent = world.advancedMs ? `${time} · ${say('advanced')} ${span(world.advancedMs)}` : `${say('clockNow')} ${time}`;
  $('advances').replaceChildren(
    ...steps.map(([ms, number, unit]) =>
      make('button', {
        type: 'button',
        textContent: `+${number}${say(unit)}`,
        onclick: () => void post('/sandbox/clock', { advanceMs: ms }),
      }),
    ),
  );
  $('fault').replaceChildren(
    make('option', { value: '', textContent: say('faultNone') }),
    ...Object.keys(faults).map((name) => make('option', { value: name, textContent: say(name) })),
  );
  $('fault').onchange = () => {
    const rule = faults[$('fault').value];
    void post('/sandbox/faults', rule ? [...world.faults, rule] : []);
  };
  $('rules').replaceChildren(
    ...world.faults.map((rule) =>
      make(
        'li',
        {},
        make('span', { textContent: say(nameOf(rule) ?? '') ?? `${rule.on} ${rule.action ?? rule.outcome}` }),
        make('small', { textContent: `${rule.count} ${say('times')}` }),
      ),
    ),
    ...(world.faults.length
      ? [
          make(
            'li',
            {},
            make('button', {
              type: 'button',
              className: 'text',
              textContent: say('clearRules'),
              onclick: () => void post('/sandbox/faults', []),
            }),
          ),
        ]
      : []),
  );
}

function line(at, direction, what, result, bad) {
  return {
    at,
    element: () =>
      make(
        'li',
        { className: bad ? 'bad' : '' },
        make('time', { textContent: new Date(at).toLocaleTimeString('en-GB') }),
        make('i', { textContent: direction }),
        make('span', { textContent: what, title: what }),
        make('b', { textContent: result }),
      ),
  };
}

/** What the shop asked and what it was told, newest first. */
export function drawLog() {
  const asked = world.calls.map((call) =>
    line(
      call.at,
      '→',
      call.path,
      call.code && call.code !== String(call.status) ? call.code : String(call.status),
      call.code !== '' || call.status >= 400,
    ),
  );
  const told = world.notifications.flatMap((notification) =>
    notification.status === 'dropped'
      ? [line(notification.createdAt, '←', notification.eventType, say('dropped'), true)]
      : notification.attempts.map(({ at, status, probe }) =>
          line(
            at,
            '←',
            `${notification.eventType}${probe ? ` · ${say('probed')}` : ''}`,
            status ? String(status) : say('noAnswer'),
            !probe && status !== 200 && status !== 204,
          ),
        ),
  );
  fill(
    $('log'),
    [...asked, ...told]
      .sort((a, b) => b.at - a.at)
      .slice(0, 120)
      .map((one) => one.element()),
    say('noLog'),
  );
}

/** The desk's way to make a customer. @param take what happens with the new one's id; @param fail with a failure */
export function newCustomerForm(take, fail) {
  $('new-customer').onsubmit = async (event) => {
    event.preventDefault();
    try {
      const made = await post('/sandbox/customers', { nickname: $('nickname').value });
      $('nickname').value = '';
      await refresh();
      take(made.id);
    } catch {
      fail();
    }
  };
}
