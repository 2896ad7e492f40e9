import { categories, productBody, products, stores } from './catalogue.js';
import { draw, drawStore } from './pictures.js';
import { quickReplies } from './replies.js';

/**
 * Fills an empty Pailou with the demo house through its own REST API, as an operator
 * would: what the demo can do, any developer can do. Does nothing when a store exists.
 */
export async function seedDemo(
  api: string,
  owner: { email: string; password: string },
  progress: (done: number, of: number) => void,
): Promise<void> {
  const base = `${api}/api/v1/admin`;
  const origin = { origin: api };
  const signIn = await fetch(`${base}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...origin },
    body: JSON.stringify(owner),
  });
  if (!signIn.ok) throw new Error(`The demo owner could not sign in: ${signIn.status} ${await signIn.text()}`);
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const form = body instanceof FormData;
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { cookie, ...origin, ...(body && !form ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const upload = async (svg: string) => {
    const form = new FormData();
    form.append('file', new Blob([svg], { type: 'image/svg+xml' }), 'picture.svg');
    return (await call<{ url: string }>('POST', '/pictures', form)).url;
  };

  if ((await call<unknown[]>('GET', '/stores')).length > 0) return;
  const steps = stores.length + categories.length + products.length;
  let done = 0;

  const categoryIds: string[] = [];
  for (const [position, name] of categories.entries()) {
    categoryIds.push((await call<{ id: string }>('POST', '/categories', { name, position })).id);
    progress((done += 1), steps);
  }
  const productIds = new Map<string, string>();
  for (const [position, product] of products.entries()) {
    const url = await upload(draw(product.drawing));
    const body = productBody(product, categoryIds[product.category] ?? '', url, position);
    productIds.set(product.name.zh, (await call<{ id: string }>('POST', '/products', body)).id);
    progress((done += 1), steps);
  }
  for (const { front, tables, shelves, ...store } of stores) {
    const pictureUrl = await upload(drawStore(front));
    const { id } = await call<{ id: string }>('POST', '/stores', { ...store, pictureUrl });
    const codes = [
      { kind: 'door', label: store.name.zh.split(' · ')[1] },
      ...tables.map((label) => ({ kind: 'table', label })),
      ...shelves.map((label) => ({ kind: 'shelf', label, productId: productIds.get(label) })),
    ];
    for (const code of codes) {
      const { imageUrl } = await call<{ imageUrl: string }>('POST', `/stores/${id}/codes`, code);
      // Drawn now, so that the phone shows it to be scanned.
      await fetch(api + imageUrl, { headers: { cookie } });
    }
    progress((done += 1), steps);
  }
  // Each kind of message goes by the account's template that suits it.
  await call('POST', '/messages/kinds/match');
  for (const reply of quickReplies) await call('POST', '/conversations/quick-replies', reply);
}
