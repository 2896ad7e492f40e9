/** The element with this id. */
export const $ = (id) => document.getElementById(id);

/** Makes an element; text is never read as HTML. */
export function make(tag, properties = {}, ...children) {
  const { attributes = {}, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
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

/** POST to the control API; throws when it does not answer well. */
export async function post(path, body = {}) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const read = await answer.json();
  if (!answer.ok) throw new Error(read.message);
  return read;
}
