/**
 * The element with this id.
 * @returns {any}
 */
export const $ = (id) => document.getElementById(id);

/** What holds the focus, an element of HTML. */
export const focused = () => /** @type {HTMLElement | null} */ (document.activeElement);

/** The elements that fit, of HTML. */
export const all = (root, selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/** Makes an element; text is never read as HTML. */
export function make(tag, properties = {}, ...children) {
  const { attributes = {}, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A line drawing of 24 × 24 from its paths. */
export function icon(paths, size = 24) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true' }))
    svg.setAttribute(name, String(value));
  for (const d of paths) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const line = { d, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.7, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
    for (const [name, value] of Object.entries(line)) path.setAttribute(name, String(value));
    svg.append(path);
  }
  return svg;
}

/** Fills a list anew, or says that it is empty. */
export function fill(list, children, empty) {
  list.replaceChildren(
    ...(children.length > 0
      ? children
      : [make(list.tagName === 'UL' || list.tagName === 'OL' ? 'li' : 'p', { className: 'none', textContent: empty })]),
  );
}

/** Fen as ¥ and yuan. */
export const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`;

const faces = ['#C73E2B', '#2F7D4F', '#8A6420', '#3E6A8A', '#7A4B78', '#5B6B2F'];

/** The first letter on a colour of one's own. */
export const face = (name, index) =>
  make('span', {
    className: 'face',
    textContent: [...name][0] ?? '',
    style: `background:${faces[Math.max(0, index) % faces.length]}`,
    attributes: { 'aria-hidden': 'true' },
  });

/** POST to the control API; throws when it does not answer well. */
export async function post(path, body = {}) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const read = await answer.json();
  if (!answer.ok) throw new Error(read.message);
  return read;
}
