import { fill, icon, make, post } from './dom.js';
import { ask } from './sheets.js';
import { say } from './words.js';
import { refresh, world } from './world.js';

/** After a refusal WeChat asks no more for so long. */
const peaceMs = 10_000;
const pin = ['M12 21s7-6.200 7-11.500a7 7 0 0 0-14 0C5 14.800 12 21 12 21Z', 'M12 7.500a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z'];

const handsetOf = async (phone) => (await fetch(`/sandbox/handset?customerId=${phone.id}`)).json();

/** The privacy guide (用户隐私保护指引) in WeChat's own words, if the customer has not agreed; true when they have. */
async function privacyAgreed(phone) {
  if ((await handsetOf(phone)).privacyAgreed) return true;
  if (Date.now() - phone.privacyRefusedAt < peaceMs) return false;
  phone.part('privacy-text').textContent = `${say('privacyBefore')}${world.shop.name}${say('privacyAfter')}`;
  const agreed = await ask(phone, 'privacy', { 'privacy-agree': true, 'privacy-disagree': false }, false);
  if (!agreed) phone.privacyRefusedAt = Date.now();
  await post('/sandbox/handset/privacy', { customerId: phone.id, answer: agreed ? 'agree' : 'disagree' });
  return agreed;
}

/**
 * `wx.getLocation`: the privacy guide, then scope.userLocation, each asked once and kept.
 * @returns `errMsg` in WeChat's words and, when allowed, `latitude` and `longitude`
 */
export async function getLocation(phone) {
  if (!(await privacyAgreed(phone))) return { errMsg: 'getLocation:fail privacy permission is not authorized' };
  const { location } = await handsetOf(phone);
  if (location === 'ask') await askLocation(phone);
  return post('/sandbox/locate', { customerId: phone.id });
}

async function askLocation(phone) {
  const { place } = await handsetOf(phone);
  phone.part('location-shop').textContent = world.shop.name;
  phone
    .part('location-where')
    .replaceChildren(icon(pin, 18), make('span', { textContent: place.name }), make('em', { textContent: say('change') }));
  const answer = await ask(phone, 'location', { 'location-allow': 'allow', 'location-refuse': 'refuse', 'location-where': 'move' }, null);
  if (answer === 'move') {
    await choosePlace(phone);
    return askLocation(phone);
  }
  // Whoever closes the sheet without a word is asked again.
  if (answer) await post('/sandbox/handset/location', { customerId: phone.id, answer });
}

/** `getPhoneNumber` of the button: whether the number may be told. */
export async function getPhoneNumber(phone) {
  if (!(await privacyAgreed(phone))) return { errMsg: 'getPhoneNumber:fail privacy permission is not authorized' };
  phone.part('number-shop').textContent = world.shop.name;
  phone.part('number-value').textContent = phone.customer.phoneNumber.replace(/^(\d{3})\d{4}/, '$1****');
  const allowed = await ask(phone, 'number', { 'number-allow': true, 'number-refuse': false }, false);
  return { errMsg: allowed ? 'getPhoneNumber:ok' : 'getPhoneNumber:fail user deny' };
}

/** Carries the phone to a spot of the list, or to coordinates. */
export async function choosePlace(phone) {
  const [places, { place }] = await Promise.all([fetch('/sandbox/places').then((answer) => answer.json()), handsetOf(phone)]);
  const pick = (spot) => phone.part('place').pick(spot);
  fill(
    phone.part('place-spots'),
    places.map((spot) =>
      make(
        'li',
        {},
        make(
          'button',
          { type: 'button', onclick: () => pick(spot), attributes: { 'aria-pressed': String(spot.name === place.name) } },
          icon(pin, 20),
          make('b', { textContent: spot.name }),
          make('small', { textContent: `${spot.latitude.toFixed(4)}, ${spot.longitude.toFixed(4)}` }),
        ),
      ),
    ),
    '',
  );
  const [latitude, longitude] = ['place-latitude', 'place-longitude'].map((name) => phone.part(name));
  for (const field of [latitude, longitude]) field.value = '';
  phone.part('place-form').onsubmit = (event) => {
    event.preventDefault();
    const [north, east] = [latitude, longitude].map((field) => Number(field.value.trim() || Number.NaN));
    const wrong = !(Math.abs(north) <= 90) ? latitude : !(Math.abs(east) <= 180) ? longitude : null;
    if (wrong) return wrong.focus();
    pick({ name: `${north}, ${east}`, latitude: north, longitude: east });
  };
  const spot = await ask(phone, 'place', { 'place-cancel': null }, null);
  if (!spot) return;
  await post('/sandbox/handset/place', { customerId: phone.id, ...spot });
  phone.banner(`${say('nowAt')} ${spot.name}`);
  await refresh();
}
