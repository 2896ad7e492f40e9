import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient, fetchTransport, Offline, Problem, type TokenSource } from './index.ts';
import { schemaFile, schemaSource } from './generate.ts';
import { type Uni, uniTransport } from './uni.ts';

interface Said {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}
let server: Server;
let baseUrl: string;
const asked: Said[] = [];
let answer: (said: Said) => { status: number; body: string };

beforeAll(async () => {
  server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const said = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
      };
      asked.push(said);
      const { status, body } = answer(said);
      reply.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
  answer = () => ({ status: 200, body: '{}' });
});

it('has the types of the document as it is now', async () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(await schemaSource());
});

describe('by fetch', () => {
  const client = () => createClient({ baseUrl, transport: fetchTransport(), locale: () => 'en' });
  it('fills the path, leaves empty filters out, sends language, key and JSON', async () => {
    await client().post('/admin/orders/{id}/refunds', {
      params: { id: 'a/b' },
      body: { reason: 'x', restock: true, lines: [{ lineId: 'l', quantity: 1 }] },
      idempotencyKey: 'k1',
    });
    await client().get('/admin/orders', { query: { q: '', status: null, open: true, limit: 20 } });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /api/v1/admin/orders/a%2Fb/refunds',
      'GET /api/v1/admin/orders?open=true&limit=20',
    ]);
    expect(asked[0]).toMatchObject({
      headers: { 'idempotency-key': 'k1', 'accept-language': 'en', 'content-type': 'application/json' },
      body: expect.stringContaining('"restock":true'),
    });
  });
  it('sends a file as a form', async () => {
    await client().post('/admin/pictures', { file: new Blob(['png'], { type: 'image/png' }) });
    expect(asked[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary/);
    expect(asked[0]?.body).toContain('name="file"');
  });
  it('tells a problem, with its fields, from a broken line', async () => {
    answer = () => ({
      status: 422,
      body: JSON.stringify({
        type: 'about:blank',
        title: '请检查',
        status: 422,
        code: 'common.invalid',
        requestId: 'r1',
        errors: [{ path: 'name.zh', code: 'too_small', message: '不能为空' }],
      }),
    });
    await expect(client().get('/admin/me')).rejects.toMatchObject({
      name: 'Problem',
      status: 422,
      code: 'common.invalid',
      title: '请检查',
      requestId: 'r1',
      errors: [{ path: 'name.zh' }],
    });
    await expect(createClient({ baseUrl: 'http://127.0.0.1:9', transport: fetchTransport() }).get('/admin/me')).rejects.toBeInstanceOf(
      Offline,
    );
  });
  it('never shows the words of a proxy, and takes an empty answer', async () => {
    answer = () => ({ status: 502, body: '<html>Bad Gateway</html>' });
    const failure: unknown = await client()
      .get('/admin/me')
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ code: 'unexpected', title: '' });
    answer = () => ({ status: 204, body: '' });
    expect(await client().post('/admin/sign-out')).toBeUndefined();
  });
  it('says which path was refused', async () => {
    const refused: string[] = [];
    answer = () => ({ status: 401, body: '{"code":"common.unauthenticated","title":"请先登录"}' });
    await createClient({ baseUrl, transport: fetchTransport(), onUnauthorized: (path) => refused.push(path) })
      .get('/admin/me')
      .catch(() => undefined);
    expect(refused).toEqual(['/admin/me']);
  });
});

describe('a customer’s token', () => {
  const begin = (): { client: Client; renewals: () => number } => {
    let [token, renewals]: [string | null, number] = ['old', 0];
    const source: TokenSource = {
      current: () => token,
      renew: async () => {
        renewals += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return (token = 'new');
      },
    };
    return { client: createClient({ baseUrl, transport: fetchTransport(), token: source }), renewals: () => renewals };
  };
  it('is renewed once for all calls that were refused, and each is asked again', async () => {
    answer = ({ headers }) => (headers.authorization === 'Bearer new' ? { status: 200, body: '{"id":"c1"}' } : { status: 401, body: '{}' });
    const { client, renewals } = begin();
    expect(await Promise.all([1, 2, 3].map(() => client.get('/storefront/me')))).toEqual([{ id: 'c1' }, { id: 'c1' }, { id: 'c1' }]);
    expect(renewals()).toBe(1);
  });
  it('is given up after the second refusal', async () => {
    answer = () => ({ status: 401, body: '{"code":"common.unauthenticated","title":"请先登录"}' });
    await expect(begin().client.get('/storefront/me')).rejects.toMatchObject({ code: 'common.unauthenticated' });
    expect(asked).toHaveLength(2);
  });
});

it('speaks by uni what a mini program can: PATCH as a POST that names it, POST never empty, files by their path', async () => {
  const seen: object[] = [];
  const uni: Uni = {
    request: ({ success, fail: _, timeout: __, ...rest }) => {
      seen.push(rest);
      success({ statusCode: 200, data: { id: '1' } });
    },
    uploadFile: ({ success, fail: _, ...rest }) => {
      seen.push(rest);
      success({ statusCode: 200, data: '{"avatarUrl":"/media/a.webp"}' });
    },
  };
  const client = createClient({ transport: uniTransport(uni), token: { current: () => 't', renew: async () => 't' } });
  await client.patch('/storefront/me', { body: { locale: 'en' } });
  await client.post('/storefront/orders/{id}/cancel', { params: { id: '7' } });
  expect(await client.post('/storefront/me/avatar', { file: { filePath: 'wxfile://a.png' } })).toMatchObject({
    avatarUrl: '/media/a.webp',
  });
  expect(seen).toMatchObject([
    {
      method: 'POST',
      url: '/api/v1/storefront/me',
      header: { 'X-HTTP-Method-Override': 'PATCH', Authorization: 'Bearer t' },
      data: { locale: 'en' },
    },
    { method: 'POST', url: '/api/v1/storefront/orders/7/cancel', data: {} },
    { url: '/api/v1/storefront/me/avatar', filePath: 'wxfile://a.png', name: 'file' },
  ]);
  await expect(
    createClient({ transport: uniTransport({ ...uni, request: ({ fail }) => fail() }) }).get('/storefront/privacy'),
  ).rejects.toBeInstanceOf(Offline);
});
