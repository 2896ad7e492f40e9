import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api, fieldPath, fieldsOf, messageOf, onSignedOut, Problem, problemOf, urlOf } from './client';

const answers: Response[] = [];
const asked: { url: string; init: RequestInit }[] = [];
beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const answer = answers.shift();
    if (!answer) throw new TypeError('no network');
    return answer;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  answers.length = 0;
  asked.length = 0;
});

describe('client', () => {
  it('reads problem+json into a message and errors at the fields', () => {
    const problem = problemOf(422, { type: 'about:blank', title: '请检查填写的内容', status: 422, code: 'request.invalid', requestId: 'r1', errors: [{ path: '/name/zh', code: 'too_small', message: '不能为空' }, { path: 'name.zh', code: 'x', message: '第二条' }, { path: 'variants[0].priceFen', code: 'x', message: '要整数' }] });
    expect(problem.code).toBe('request.invalid');
    expect(messageOf(problem)).toBe('请检查填写的内容');
    expect(fieldsOf(problem)).toEqual({ 'name.zh': '不能为空', 'variants.0.priceFen': '要整数' });
  });
  it('adds the detail once', () => {
    const body = { type: '', title: 'Too late.', status: 409, code: 'orders.not_cancellable' };
    expect(problemOf(409, { ...body, detail: 'It was handed over.' }).message).toBe('Too late. It was handed over.');
    expect(problemOf(409, { ...body, detail: 'Too late.' }).message).toBe('Too late.');
  });
  it('never shows the words of a proxy', async () => {
    answers.push(new Response('<html>502 Bad Gateway</html>', { status: 502 }));
    const failure: unknown = await api.get('/admin/me').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(messageOf(failure)).not.toContain('html');
  });
  it('names a missing network', async () => {
    await expect(api.get('/admin/me')).rejects.toMatchObject({ status: 0, code: 'offline' });
  });
  it('tells when the session is over, but not when a password is wrong', async () => {
    const ended = vi.fn();
    onSignedOut(ended);
    const refusal = () => new Response(JSON.stringify({ type: '', title: 'No', status: 401, code: 'auth.required' }), { status: 401 });
    answers.push(refusal(), refusal());
    await api.post('/admin/sign-in', {}).catch(() => undefined);
    expect(ended).not.toHaveBeenCalled();
    await api.get('/admin/orders').catch(() => undefined);
    expect(ended).toHaveBeenCalledOnce();
  });
  it('sends the idempotency key, the language and JSON', async () => {
    answers.push(new Response('{"id":"1"}', { status: 201 }));
    await api.post('/admin/orders/1/refunds', { reason: 'x' }, { idempotencyKey: 'k' });
    expect(asked[0]?.init.headers).toMatchObject({ 'Idempotency-Key': 'k', 'Accept-Language': 'zh-CN', 'Content-Type': 'application/json' });
    expect(asked[0]?.init.body).toBe('{"reason":"x"}');
  });
  it('takes an empty answer', async () => {
    answers.push(new Response(null, { status: 204 }));
    expect(await api.delete('/admin/me/totp')).toBeUndefined();
  });
  it('leaves empty filters out of the address', () => {
    expect(urlOf('/admin/orders', { q: '', status: 'paid', storeId: undefined, open: true })).toBe('/api/v1/admin/orders?status=paid&open=true');
    expect(urlOf('/admin/me')).toBe('/api/v1/admin/me');
  });
  it('knows one field by each of its spellings', () => {
    for (const path of ['/lines/0/quantity', 'lines[0].quantity', 'lines.0.quantity']) expect(fieldPath(path)).toBe('lines.0.quantity');
  });
});
