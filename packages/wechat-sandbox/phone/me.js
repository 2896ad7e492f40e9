import { face, make, post } from './dom.js';
import { say } from './words.js';
import { refresh, world } from './world.js';

/** What the customer's own page of WeChat (我) shows of what was allowed; asked anew with each drawing. */
export async function readMe({ id }) {
  const [handset, subscriptions] = await Promise.all(
    ['handset', 'subscriptions'].map((what) => fetch(`/sandbox/${what}?customerId=${id}`).then((answer) => answer.json())),
  );
  return { handset, subscriptions };
}

/** One of several words, as a row of a list. */
function choice(label, part, words, chosen, choose) {
  const select = make(
    'select',
    { onchange: () => choose(select.value), attributes: { 'data-part': part, 'aria-label': label } },
    ...Object.entries(words).map(([value, textContent]) => make('option', { value, textContent, selected: value === chosen })),
  );
  return make('li', {}, make('span', { textContent: label }), select);
}

/** The page: who this is, where the phone is, what the mini program may do. */
export function drawMe(phone, { handset, subscriptions }, again) {
  const { customer } = phone;
  const save = async (path, body) => {
    try {
      await post(path, { customerId: customer.id, ...body });
      await refresh();
      await again();
    } catch (error) {
      phone.banner(error.message || say('unreachable'));
    }
  };
  const kept = { ask: say('permitAsk'), accept: say('permitAlways'), reject: say('permitNever') };
  return [
    make(
      'section',
      { className: 'who' },
      face(customer.nickname, world.customers.indexOf(customer)),
      make('b', { textContent: customer.nickname }),
      make('small', { textContent: customer.phoneNumber }),
    ),
    make(
      'ul',
      { className: 'settings' },
      make(
        'li',
        {},
        make('span', { textContent: say('where') }),
        make('button', {
          type: 'button',
          textContent: handset.place.name,
          onclick: async () => {
            await phone.move();
            await again();
          },
          attributes: { 'data-part': 'me-place' },
        }),
      ),
    ),
    make('h3', { textContent: `${say('permitsOf')} ${world.shop.name}` }),
    make(
      'ul',
      { className: 'settings' },
      choice(
        say('privacy'),
        'me-privacy',
        { no: say('privacyOpen'), agree: say('privacyDone') },
        handset.privacyAgreed ? 'agree' : 'no',
        (value) => save('/sandbox/handset/privacy', { answer: value === 'agree' ? 'agree' : null }),
      ),
      choice(
        say('location'),
        'me-location',
        { ask: say('permitAsk'), allow: say('allow'), refuse: say('reject') },
        handset.location,
        (answer) => save('/sandbox/handset/location', { answer }),
      ),
      choice(
        say('mainSwitch'),
        'me-messages',
        { on: say('switchOn'), off: say('switchOff') },
        subscriptions.mainSwitch ? 'on' : 'off',
        (value) => save('/sandbox/subscriptions', { mainSwitch: value === 'on' }),
      ),
      ...subscriptions.items.map(({ templateId, title, left, keep }) =>
        choice(`${title}${left ? ` · ${say('left')} ${left}` : ''}`, `me-${templateId}`, kept, keep ?? 'ask', (value) =>
          save('/sandbox/subscriptions', { items: { [templateId]: value } }),
        ),
      ),
    ),
  ];
}
