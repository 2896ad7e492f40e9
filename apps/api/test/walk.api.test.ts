import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { encodeCursor } from '../src/kernel/cursor.js';
import { newId } from '../src/kernel/ids.js';
import { OpenApi, type Route } from '../src/platform/openapi/openapi.js';
import type { RequestOptions, TestAnswer } from './harness.js';
import { createWorld, fingerprint, type World } from './world.js';

// Every door of the house, tried by everyone who should not pass and with everything that should not fit.
// A new route is walked by itself; if its path names something new, test/world.ts asks for one of it.

type As = NonNullable<RequestOptions['as']>;
let world: World;
let routes: Route[];
let examples: Map<Route, unknown>;
let before: Record<string, string>;
/** Every refusal that anyone got, as text. */
const refusals: string[] = [];

beforeAll(async () => {
  world = await createWorld();
  const openApi = world.test.app.get(OpenApi);
  routes = openApi.routes();
  const document = openApi.document() as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { example?: unknown }> } }>>;
  };
  examples = new Map(
    routes.map((route) => [
      route,
      document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()]?.requestBody?.content['application/json']
        ?.example,
    ]),
  );
});
afterAll(() => world.test.close());
beforeEach(async () => {
  before = await fingerprint(world.test);
});
afterEach(async () => expect(await fingerprint(world.test), 'what the database holds').toEqual(before));

const nameOf = (route: Route) => `${route.method} ${route.path}`;
const api = () => routes.filter((route) => route.path.startsWith('/api/v1/') && !route.path.startsWith('/api/v1/wechat/'));
const guarded = (kind: 'customer' | 'operator') => api().filter((route) => route.rule.kind === kind);
/** Who may come in at this door. */
const guestOf = (route: Route): As =>
  route.rule.kind === 'operator' ? world.owner : route.rule.kind === 'customer' ? world.customer.as : {};

function pathOf(route: Route, over: Record<string, string> = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => over[name] ?? world.idAt(route.path, name));
  const query = route.query && !route.query.safeParse({}).success ? `?storeId=${world.shop.storeId}` : '';
  return path + query;
}
/** The example of the document with the ids of this world. */
function bodyOf(route: Route): unknown {
  const fill = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return world.fieldIds[name] ?? value;
    if (Array.isArray(value)) return value.map((one) => fill(one, name));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, key)]));
  };
  return fill(examples.get(route), '');
}
async function call(route: Route, options: RequestOptions = {}, path = pathOf(route)): Promise<TestAnswer> {
  const body = 'body' in options ? options.body : route.method === 'GET' ? undefined : bodyOf(route);
  const answer = await world.test.request(route.method, path, {
    ...options,
    body,
    headers: { ...(route.idempotent ? { 'idempotency-key': newId() } : {}), ...options.headers },
  });
  if (answer.status >= 400) refusals.push(JSON.stringify(answer.body));
  return answer;
}
/** What is wrong with a refusal; nothing if it is one of these, whole and in the caller's language. */
function flaw({ status, headers, body }: TestAnswer, statuses: number[]): string | undefined {
  if (!statuses.includes(status)) return `${status} ${JSON.stringify(body).slice(0, 200)}`;
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return `${status} as ${headers.get('content-type')}`;
  const whole =
    body.status === status &&
    /^[a-z]+\.[a-z_]+$/.test(body.code) &&
    body.title &&
    body.type.endsWith(body.code) &&
    body.requestId === headers.get('x-request-id');
  return whole ? undefined : `${status} ${JSON.stringify(body)}`;
}
/** Tries each route and fails with the list of all that did not end as it should. */
async function walk(over: Route[], attempt: (route: Route) => Promise<string | undefined | (string | undefined)[]>): Promise<void> {
  expect(over.length, 'routes to walk').toBeGreaterThan(0);
  const wrong: string[] = [];
  for (const route of over) {
    for (const one of [await attempt(route)].flat()) if (one) wrong.push(`${nameOf(route)}: ${one}`);
  }
  if (wrong.length > 0) expect.fail(wrong.join('\n'));
}

describe('nobody passes who should not', () => {
  it('without signing in, or with a sign that nobody gave out', async () => {
    const made = [
      {},
      { token: 'x'.repeat(40) },
      { token: `${world.customer.as.token.slice(0, -3)}AAA` },
      { cookie: `pailou_session=${'x'.repeat(43)}` },
      { cookie: 'pailou_session=' },
      { cookie: `pailou_session=%00${'x'.repeat(43)}` },
    ];
    await walk([...guarded('customer'), ...guarded('operator')], (route) =>
      Promise.all(made.map(async (as) => flaw(await call(route, { as }), [401]))),
    );
  });
  it('with the sign of the other door', async () => {
    const { customer, owner } = world;
    const session = owner.cookie!.split('=')[1]!;
    await walk(guarded('operator'), async (route) => [
      flaw(await call(route, { as: customer.as }), [401]),
      flaw(await call(route, { as: { cookie: `pailou_session=${customer.as.token}` } }), [401]),
      flaw(await call(route, { as: { token: session } }), [401]),
    ]);
    await walk(guarded('customer'), async (route) => [
      flaw(await call(route, { as: owner }), [401]),
      flaw(await call(route, { as: { token: session } }), [401]),
    ]);
  });
  it('as an operator without the permission', async () => {
    const needing = guarded('operator').filter(({ rule }) => rule.kind === 'operator' && rule.permission);
    await walk(needing, async (route) => flaw(await call(route, { as: world.clerk }), [403]));
  });
  it('from a page of a foreign origin, with the cookie of an operator', async () => {
    const changing = guarded('operator').filter(({ method }) => method !== 'GET');
    await walk(changing, async (route) =>
      flaw(await call(route, { as: world.owner, headers: { origin: 'https://elsewhere.example' } }), [403]),
    );
  });
  it('as an operator of another store: its orders and stores are not there, the catalogue of all is not theirs to change', async () => {
    const ofOneStore = /\/admin\/(stores|orders)\/:id|\/availability$/;
    await walk(
      guarded('operator').filter(({ path }) => ofOneStore.test(path)),
      async (route) => flaw(await call(route, { as: world.stranger }), [404]),
    );
    const ofAll = guarded('operator').filter(
      ({ path, method, upload }) =>
        method !== 'GET' && !upload && /\/admin\/(stores$|categories|products|variants)/.test(path) && !ofOneStore.test(path),
    );
    await walk(ofAll, async (route) => flaw(await call(route, { as: world.stranger }), [403]));
    // Colleagues of other stores: neither changed nor seen, and nobody is invited past one's own stores.
    await walk(
      guarded('operator').filter(({ path, method }) => method !== 'GET' && /\/admin\/(operators\/:id|invitations)$/.test(path)),
      async (route) => flaw(await call(route, { as: world.stranger }), [403, 404]),
    );
  });
  it('and no list shows an operator what belongs to another store', async () => {
    const lists = guarded('operator').filter(
      ({ path, method, upload }) => method === 'GET' && !upload && /\/admin\/(stores|orders|operators|figures\/today)$/.test(path),
    );
    const hidden = [world.shop.storeId, world.fieldIds.lineId!, '春熙路店'];
    await walk(lists, async (route) => {
      const { status, body } = await call(route, { as: world.stranger });
      const text = JSON.stringify(body);
      return status === 200 && !hidden.some((one) => text.includes(one)) ? undefined : `${status} ${text.slice(0, 200)}`;
    });
    for (const path of ['orders', 'figures/today']) {
      const { status, body } = await world.test.request('GET', `/api/v1/admin/${path}?storeId=${world.shop.storeId}`, {
        as: world.stranger,
      });
      expect(JSON.stringify(body)).not.toContain(world.shop.storeId);
      expect([status, body.items ?? body.orders]).toEqual([200, path === 'orders' ? [] : 0]);
    }
  });
  it('as another customer', async () => {
    const own = guarded('customer').filter(({ path }) => path.includes(':') && !path.endsWith('/cart'));
    await walk(own, async (route) => flaw(await call(route, { as: world.otherCustomer.as }), [404]));
    await walk(
      guarded('customer').filter(({ method, path }) => method === 'GET' && !path.includes('orders/')),
      async (route) => {
        const { status, body } = await call(
          route,
          { as: world.otherCustomer.as },
          pathOf(route, route.path.endsWith('/cart') ? {} : { id: world.fieldIds.addressId! }),
        );
        const seen = [world.customer.id, world.fieldIds.addressId!, world.fieldIds.variantId!].filter((one) =>
          JSON.stringify(body).includes(one),
        );
        return status === 200 && seen.length === 0 ? undefined : `${status} shows ${seen.join(', ')}`;
      },
    );
  });
});

describe('what is not there', () => {
  it('is 404, with each id that could be another’s', async () => {
    await walk(
      api().filter(({ params }) => params.length > 0),
      (route) =>
        Promise.all(
          route.params.map(async ({ name }) => {
            const unknown = name === 'scene' ? 't-00000000' : newId();
            const one = flaw(await call(route, { as: guestOf(route) }, pathOf(route, { [name]: unknown })), [404]);
            return one && `:${name} ${one}`;
          }),
        ),
    );
  });
  it('and an id that is none is refused', async () => {
    const noIds = ['x', '1', "' or 1=1 --", '%00', '%ff', '%E0%A4%A', '..%2f..', 'null', '0'.repeat(36), 'ü'.repeat(36), 'x'.repeat(3000)];
    await walk(
      api().filter(({ params }) => params.length > 0),
      (route) =>
        Promise.all(
          route.params.flatMap(({ name }) =>
            noIds.map(async (id) => {
              const one = flaw(
                await call(
                  route,
                  { as: guestOf(route) },
                  pathOf(route, { [name]: id.startsWith('%') || id.startsWith('.') ? id : encodeURIComponent(id) }),
                ),
                [400, 404, 414],
              );
              return one && `:${name}=${id.slice(0, 20)} ${one}`;
            }),
          ),
        ),
    );
  });
  it('goes for paths and methods too', async () => {
    for (const [method, path] of [
      ['GET', '/api/v1/nowhere'],
      ['GET', '/nowhere'],
      ['POST', '/api/v1/storefront/stores'],
      ['GET', '/api/v1/%ff'],
      ['GET', '/media/../../etc/passwd'],
      ['GET', '/media/products/%2e%2e%2f%2e%2e%2fpackage.json'],
      ['GET', '/media/products/x.webp'],
    ] as const) {
      expect(flaw(await world.test.request(method, path), [400, 404]), path).toBeUndefined();
    }
  });
});

/** Every place in a body: its path and what stands there. */
function places(value: unknown, path: (string | number)[] = []): { path: (string | number)[]; value: unknown }[] {
  const inner =
    value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, one]) => places(one, [...path, key])) : [];
  return [{ path, value }, ...inner];
}
/** The body with something else at one place. */
function replaced(body: unknown, path: (string | number)[], by: unknown): unknown {
  if (path.length === 0) return by;
  const copy = structuredClone(body) as Record<string, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1)!] = by;
  return copy;
}

describe('a body that does not fit is refused in words that a program and a person can read, and changes nothing', () => {
  const withBody = () => api().filter((route) => route.body);
  const tries = (bodies: (body: unknown, route: Route) => [string, unknown][], statuses: number[], headers: Record<string, string> = {}) =>
    walk(withBody(), async (route) => {
      const wrong: (string | undefined)[] = [];
      for (const [what, body] of bodies(bodyOf(route), route)) {
        const one = flaw(await call(route, { as: guestOf(route), body, headers }), statuses);
        wrong.push(one && `${what}: ${one}`);
      }
      return wrong;
    });
  const json = { 'content-type': 'application/json' };

  it('another type, at the top and at every place within', async () => {
    await tries(() => [[], [[]], 'text', 7, true, null].map((one) => [JSON.stringify(one), JSON.stringify(one)]), [400], json);
    await tries((body) => places(body).map(({ path }) => [path.join('.'), replaced(body, path, { no: [true] })]), [400]);
    await tries(
      (body) =>
        places(body)
          .filter(({ value }) => typeof value === 'number')
          .flatMap(({ path }) =>
            ['1', 1.5, -1, 1e300].map((by): [string, unknown] => [`${path.join('.')}=${by}`, replaced(body, path, by)]),
          )
          .filter(([what]) => !/itude/.test(what)),
      [400],
    );
  });
  it('a field that nobody declared, at every place', async () => {
    await tries(
      (body) =>
        places(body)
          .filter(({ value }) => value !== null && typeof value === 'object' && !Array.isArray(value))
          .flatMap(({ path, value }) =>
            ['surprise', 'id', 'totalFen', 'constructor']
              .filter((name) => !Object.hasOwn(value as object, name))
              .map((name): [string, unknown] => [`${path.join('.')}+${name}`, replaced(body, path, { ...(value as object), [name]: 1 })]),
          ),
      [400],
    );
    await tries(
      (body) => [
        ['__proto__', JSON.stringify(body).replace('{', '{"__proto__":{"admin":true},')],
        ['constructor', JSON.stringify(body).replace('{', '{"constructor":{"prototype":{"admin":true}},')],
      ],
      [400],
      json,
    );
  });
  it('text that is too long, broken, or holds a null, at every place', async () => {
    for (const text of ['长'.repeat(60_000), 'a\0b', 'a\ud800b']) {
      await tries(
        (body) =>
          places(body)
            .filter(({ value }) => typeof value === 'string')
            .map(({ path }) => [path.join('.'), replaced(body, path, text)]),
        [400],
      );
    }
    await tries(
      (body) =>
        places(body)
          .filter(({ value }) => Array.isArray(value) && value.length > 0)
          .map(({ path, value }) => [
            `many ${path.join('.')}`,
            replaced(
              body,
              path,
              Array.from({ length: 1000 }, () => (value as unknown[])[0]),
            ),
          ]),
      [400, 413],
    );
  });
  it('bytes that are no UTF-8, no JSON, nothing, or a tower of brackets', async () => {
    await tries(
      (body) => {
        const whole = Buffer.from(JSON.stringify(body));
        const at = whole.indexOf('":"') + 3;
        const bytes = (...inner: number[]) =>
          Buffer.concat([whole.subarray(0, Math.max(at, 1)), Buffer.from(inner), whole.subarray(Math.max(at, 1))]);
        return [
          ['a stray byte', bytes(0xff)],
          ['half a character', bytes(0xe6, 0xa1)],
          ['a surrogate in UTF-8', bytes(0xed, 0xa0, 0x80)],
          ['UTF-16', Buffer.from(JSON.stringify(body), 'utf16le')],
          ['half', whole.subarray(0, -1)],
          ['empty', ''],
          ['two', `${whole}${whole}`],
          ['brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
          ['objects', '{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000)],
        ];
      },
      [400],
      json,
    );
  });
  it('more than it takes', async () => {
    await tries((body) => [['huge', JSON.stringify({ ...(body as object), note: 'x'.repeat(300_000) })]], [413], json);
  });
  it('in another content type, or in none', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense']) {
      await tries((body) => [[type, JSON.stringify(body)]], [400, 415], { 'content-type': type });
    }
    await tries((body) => [['multipart', JSON.stringify(body)]], [400, 415], { 'content-type': 'multipart/form-data; boundary=x' });
    await tries((body) => [['none', Buffer.from(JSON.stringify(body))]], [400, 415]);
    await walk(withBody(), async (route) => flaw(await call(route, { as: guestOf(route), body: undefined }), [400, 415]));
  });
  it('with the same code and another title in the other language', async () => {
    await walk(withBody(), async (route) => {
      const ask = (language: string) => call(route, { as: guestOf(route), body: [], headers: { 'accept-language': language } });
      const [zh, en, other] = [await ask('zh-CN,zh;q=0.9'), await ask('en-US,en;q=0.9'), await ask('fr')];
      const right =
        zh.body.code === en.body.code &&
        /\p{Script=Han}/u.test(zh.body.title) &&
        /^[\x20-\x7e]+$/.test(en.body.title) &&
        other.body.title === zh.body.title;
      return right && zh.headers.get('content-language') === 'zh' && en.headers.get('content-language') === 'en'
        ? undefined
        : JSON.stringify([zh.body, en.body]);
    });
  });
  it('where money or stock moves, without a key that tells one wish from the next', async () => {
    await walk(
      api().filter((route) => route.idempotent),
      (route) =>
        Promise.all(
          ['', ' ', 'x'.repeat(256), 'a b'].map(async (key) =>
            flaw(await call(route, { as: guestOf(route), headers: { 'idempotency-key': key } }), [400]),
          ),
        ),
    );
  });
});

describe('a file', () => {
  const form = (name: string, bytes: Uint8Array<ArrayBuffer>, filename = 'x.png') => {
    const made = new FormData();
    made.set(name, new Blob([bytes]), filename);
    return made;
  };
  it('is refused if it is too large, of another kind, broken off, or not there', async () => {
    await walk(
      api().filter((route) => route.upload),
      async (route) => {
        const ask = async (body: unknown, statuses: number[], headers: Record<string, string> = {}) =>
          flaw(await call(route, { as: guestOf(route), body, headers }), statuses);
        const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="x.png"\r\n\r\nabc';
        return [
          await ask(form('file', new Uint8Array(11 * 1024 * 1024)), [413]),
          await ask(form('file', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')), [400, 422]),
          await ask(form('file', new Uint8Array(0)), [400, 422]),
          await ask(form('other', new Uint8Array(4)), [422]),
          await ask(new FormData(), [400, 422]),
          await ask({ file: 'x' }, [415]),
          await ask(part, [400, 422], { 'content-type': 'multipart/form-data; boundary=x' }),
          await ask('nothing of the sort', [400, 422], { 'content-type': 'multipart/form-data; boundary=x' }),
          await ask('', [400, 415, 422], { 'content-type': 'multipart/form-data' }),
        ];
      },
    );
  });
});

describe('a query', () => {
  const asked = () => api().filter((route) => route.query);
  const ask = async (route: Route, query: string, statuses = [400]) => {
    const path = pathOf(route);
    const one = flaw(await call(route, { as: guestOf(route) }, `${path}${path.includes('?') ? '&' : '?'}${query}`), statuses);
    return one && `?${query.slice(0, 60)} ${one}`;
  };
  const shapeOf = (route: Route) => Object.keys((route.query as z.ZodObject).shape);

  it('with a place that no list gave out, or a number of rows that no list gives', async () => {
    const ids = newId();
    const places = [
      '',
      'x',
      '%ff',
      '%00',
      'null',
      'x'.repeat(501),
      ...[
        [],
        ['x'],
        [ids],
        ['x', 'y'],
        [ids, ids],
        ['1', 'y'],
        ['9'.repeat(30), ids],
        ['2026-02-31T00:00:00Z', ids],
        ['infinity', ids],
        ['2026-11-21T00:00:00Z', 'y'],
        ["'); drop table orders; --", ids],
        ['a', 'b', 'c'],
        ['a\0', ids],
      ].map((values) => encodeCursor(values)),
    ];
    const lists = asked().filter((route) => shapeOf(route).includes('cursor'));
    expect(lists.length).toBeGreaterThan(4);
    // An id alone is a true place in a list that goes by ids.
    await walk(lists, (route) =>
      Promise.all(
        places.map((cursor) =>
          ask(route, `cursor=${cursor}`, cursor === encodeCursor([ids]) ? [200, 400] : [400]).then((one) =>
            one?.includes(' 200 as application/json') ? undefined : one,
          ),
        ),
      ),
    );
    await walk(lists, (route) =>
      Promise.all(['', '0', '-1', '101', '1.5', 'x', '1e9', 'Infinity', '0x10000'].map((limit) => ask(route, `limit=${limit}`))),
    );
  });
  it('with what nobody declared, twice the same, or broken text', async () => {
    await walk(asked(), async (route) => {
      const [name] = shapeOf(route);
      return [await ask(route, 'surprise=1'), await ask(route, `${name}=1&${name}=2`), await ask(route, `${name}=%00`)];
    });
    await walk(
      asked().filter((route) => shapeOf(route).includes('q')),
      async (route) => [await ask(route, `q=${'x'.repeat(101)}`), await ask(route, 'q=%00')],
    );
  });
  it('finds signs of the database as what they are', async () => {
    await walk(
      asked().filter((route) => shapeOf(route).includes('q')),
      async (route) => {
        const answers = await Promise.all(
          ['%25', '_', "'", '\\', '%5c%5c', '%ff'].map((q) =>
            call(route, { as: guestOf(route) }, `${pathOf(route)}${pathOf(route).includes('?') ? '&' : '?'}q=${q}`),
          ),
        );
        return answers.map(({ status, body }) =>
          status === 200 && body.items.length === 0 ? undefined : `${status} ${JSON.stringify(body).slice(0, 200)}`,
        );
      },
    );
  });
});

it('every answer to a GET is what its contract says', async () => {
  const readable = api().filter(({ method, answers }) => method === 'GET' && answers.schema !== null && typeof answers.schema !== 'string');
  await walk(readable, async (route) => {
    const { status, headers, body } = await call(route, { as: guestOf(route) });
    if (status !== 200 || !headers.get('content-type')?.startsWith('application/json'))
      return `${status} ${headers.get('content-type')} ${JSON.stringify(body).slice(0, 200)}`;
    const result = (route.answers.schema as z.ZodType).safeParse(body);
    return result.success ? undefined : JSON.stringify(result.error.issues.slice(0, 5));
  });
});

it('WeChat’s doors take nothing that WeChat did not sign', async () => {
  const doors = routes.filter(({ path }) => path.startsWith('/api/v1/wechat/'));
  const bodies = ['', '{}', 'x', '[]', JSON.stringify({ id: 'x', resource: null }), Buffer.from([0xff, 0xfe]), 'x'.repeat(300_000)];
  await walk(doors, (route) =>
    Promise.all(
      bodies.map(async (body) => {
        const { status } = await call(route, {
          ...(route.method === 'GET' ? {} : { body }),
          headers: {
            'content-type': 'application/json',
            'wechatpay-timestamp': 'x',
            'wechatpay-signature': 'x',
            'wechatpay-nonce': 'x',
            'wechatpay-serial': 'x',
          },
        });
        return status >= 400 && status < 500 ? undefined : `${status} for ${String(body).slice(0, 20)}`;
      }),
    ),
  );
});

it('no refusal of all these says a secret', () => {
  expect(refusals.length).toBeGreaterThan(1000);
  const telling = refusals.filter(
    (text) =>
      world.secrets.some((secret) => text.includes(secret)) ||
      /\bat .+:\d+:\d+|node_modules|\b(select|insert|update) .* (from|into|set)\b|\$argon2/i.test(text),
  );
  expect(telling.slice(0, 20)).toEqual([]);
});
