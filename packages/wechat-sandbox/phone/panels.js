import { $, fill, make, post, yuan } from './dom.js';
import { banner, codeButtons } from './sheets.js';
import { locale, say } from './words.js';

const faces = ['#C73E2B', '#2F7D4F', '#8A6420', '#3E6A8A', '#7A4B78', '#5B6B2F'];

/** The first letter on a colour of one's own. */
export function face(customer, index) {
  return make('span', {
    className: 'face',
    textContent: [...customer.nickname][0] ?? '',
    style: `background:${faces[index % faces.length]}`,
  });
}

export function drawPeople(world, current, choose) {
  fill(
    $('people'),
    world.customers.map((customer, index) =>
      make(
        'li',
        {},
        make(
          'button',
          { type: 'button', onclick: () => choose(customer.id), attributes: { 'aria-pressed': String(customer.id === current) } },
          face(customer, index),
          make('b', { textContent: customer.nickname }),
          make('small', { textContent: customer.phoneNumber }),
        ),
      ),
    ),
    '',
  );
}

export function drawCodes(world, pick) {
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

export function drawWorld(world) {
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

function message(kind, at, sum, rows) {
  return {
    at,
    element: () =>
      make(
        'article',
        { className: 'message' },
        make(
          'header',
          {},
          make('b', { textContent: say(kind) }),
          make('time', {
            textContent: new Date(at).toLocaleString(locale(), { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' }),
          }),
        ),
        make('p', { className: 'sum', textContent: yuan(sum) }),
        make(
          'dl',
          {},
          ...rows
            .filter(([, text]) => text)
            .flatMap(([label, text]) => [make('dt', { textContent: say(label) }), make('dd', { textContent: text })]),
        ),
      ),
  };
}

/** Receipts of the customer who holds the phone, newest first. */
export function drawMessages(world, current, open) {
  const openid = world.customers.find((customer) => customer.id === current)?.openid;
  const mine = world.orders.filter((order) => order.openid === openid);
  const paid = mine
    .filter((order) => order.paidAt !== null)
    .map((order) =>
      message('paid', order.paidAt, order.total, [
        ['payee', world.shop.name],
        ['item', order.description],
        ['orderNo', order.outTradeNo],
      ]),
    );
  const refunded = world.refunds
    .filter((refund) => refund.status === 'SUCCESS' && mine.some((order) => order.outTradeNo === refund.outTradeNo))
    .map((refund) =>
      message('refunded', refund.settledAt, refund.refund, [
        ['payee', world.shop.name],
        ['reason', refund.reason],
        ['orderNo', refund.outTradeNo],
      ]),
    );
  const told = world.serviceMessages
    .filter((one) => one.openid === openid)
    .map((one) => ({
      at: one.at,
      element: () =>
        make(
          'button',
          { type: 'button', className: 'message told', onclick: () => void open(one), disabled: one.page === '' },
          make(
            'header',
            {},
            make('b', { textContent: one.title }),
            make('time', { textContent: new Date(one.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }) }),
          ),
          make(
            'dl',
            {},
            ...one.lines.flatMap(({ label, value }) => [make('dt', { textContent: label }), make('dd', { textContent: value })]),
          ),
          make('small', { textContent: one.page ? say('openPage') : '' }),
        ),
    }));
  fill(
    $('messages'),
    [...paid, ...refunded, ...told]
      .sort((a, b) => b.at - a.at)
      .slice(0, 40)
      .map((one) => one.element()),
    say('noMessages'),
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
export function drawLog(world) {
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

/** The panels' way to make a customer. */
export function newCustomerForm(choose) {
  $('new-customer').onsubmit = async (event) => {
    event.preventDefault();
    try {
      const made = await post('/sandbox/customers', { nickname: $('nickname').value });
      $('nickname').value = '';
      choose(made.id);
    } catch {
      banner(say('unreachable'));
    }
  };
}
