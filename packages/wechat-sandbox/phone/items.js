import { make } from './dom.js';
import { cardFace } from './sheets.js';
import { locale, say } from './words.js';
import { now, world } from './world.js';

const clock = (at) => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Today the time, else the day. */
export function whenOf(at) {
  const today = new Date(now()).toDateString() === new Date(at).toDateString();
  return today ? clock(at) : new Date(at).toLocaleDateString(locale(), { month: 'numeric', day: 'numeric' });
}

/**
 * What the shop wrote, with its links. Nothing of it becomes HTML but `<a>`: of the mini program
 * (data-miniprogram-path) or of the web (href).
 */
function words(phone, text) {
  const parts = text.split(/(<a\s[^>]*>.*?<\/a>)/gs);
  return parts.map((part) => {
    if (!/^<a\s/.test(part)) return document.createTextNode(part);
    const link = new DOMParser().parseFromString(part, 'text/html').querySelector('a');
    const path = link?.getAttribute('data-miniprogram-path');
    const textContent = link?.textContent ?? '';
    if (path)
      return make('button', { type: 'button', className: 'link', textContent, onclick: () => phone.openProgram(path.replace(/^\//, '')) });
    const href = link?.getAttribute('href') ?? '';
    if (!/^https?:\/\//.test(href)) return document.createTextNode(textContent);
    return make('a', { href, textContent, target: '_blank', rel: 'noopener' });
  });
}

/** A receipt or a service notification: rows of what and how much, and where it leads. */
const noticeCard = (phone, item) =>
  make(
    item.open ? 'button' : 'div',
    {
      className: 'notice-card',
      ...(item.open && { type: 'button', onclick: () => void phone.openCard(item.open) }),
    },
    make('span', { className: 'card-from', textContent: world.shop.name }),
    make('b', { textContent: item.title }),
    item.sum ? make('strong', { textContent: item.sum }) : null,
    make(
      'span',
      { className: 'rows' },
      ...item.lines.map(([label, value]) => make('span', {}, make('i', { textContent: label }), make('span', { textContent: value }))),
    ),
    item.open ? make('small', { textContent: say('openPage') }) : null,
  );

const bodies = {
  text: (phone, item) => make('p', { className: 'bubble' }, ...words(phone, item.text)),
  picture: (_phone, item) =>
    make('a', { className: 'photo', href: item.url, target: '_blank' }, make('img', { src: item.url, alt: say('picture') })),
  card: (phone, item) =>
    make('button', { type: 'button', className: 'card-button', onclick: () => void phone.openCard(item.open) }, cardFace(item)),
  link: (_phone, item) =>
    make(
      'a',
      { className: 'link-card', href: item.url, target: '_blank', rel: 'noopener' },
      make('b', { textContent: item.title }),
      make('span', { textContent: item.text }),
    ),
};

/** One thing of a chat: the time when a while has passed, who said it, and what. */
export function drawItem(phone, item, before, face) {
  const time =
    !before || item.at - before.at > 300_000
      ? make('time', { textContent: `${whenOf(item.at)}${whenOf(item.at) === clock(item.at) ? '' : ` ${clock(item.at)}`}` })
      : null;
  if (item.kind === 'line') return make('li', { className: 'line' }, time, make('p', { textContent: item.text }));
  if (item.kind === 'notice-card') return make('li', { className: 'notice' }, time, noticeCard(phone, item));
  return make(
    'li',
    { className: item.mine ? 'mine' : 'theirs' },
    time,
    face,
    bodies[item.kind](phone, item),
    item.ai ? make('small', { textContent: say('ai') }) : null,
  );
}
