import { Offline, Problem } from '@pailou/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, fieldsOf, messageOf, onSignedOut } from './client';

afterEach(() => vi.unstubAllGlobals());

describe('client', () => {
  it('reads a problem into a message, and the first error at each field', () => {
    const problem = Problem.of(422, {
      title: '请检查填写的内容',
      code: 'common.invalid',
      errors: [
        { path: 'name.zh', code: 'too_small', message: '不能为空' },
        { path: 'name.zh', code: 'x', message: '第二条' },
        { path: 'variants.0.priceFen', code: 'x', message: '要整数' },
      ],
    });
    expect(messageOf(problem)).toBe('请检查填写的内容');
    expect(fieldsOf(problem)).toEqual({ 'name.zh': '不能为空', 'variants.0.priceFen': '要整数' });
  });
  it('adds the detail once', () => {
    const body = { title: 'Too late.', code: 'orders.not_cancellable' };
    expect(messageOf(Problem.of(409, { ...body, detail: 'It was handed over.' }))).toBe('Too late. It was handed over.');
    expect(messageOf(Problem.of(409, { ...body, detail: 'Too late.' }))).toBe('Too late.');
  });
  it('has words for a missing network and for an answer that is none', () => {
    const words = [new Offline(), Problem.of(502, undefined), new TypeError('x is not a function')].map(messageOf);
    expect(new Set(words).size).toBe(2);
    expect(words.join('')).not.toMatch(/function|502|unexpected/);
  });
  it('tells when the session is over, but not when a password is wrong', async () => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ title: 'No', code: 'common.unauthenticated' }), { status: 401 }));
    const ended = vi.fn();
    onSignedOut(ended);
    await api.post('/admin/sign-in', { body: { email: 'a@b.cn', password: 'x' } }).catch(() => undefined);
    expect(ended).not.toHaveBeenCalled();
    await api.get('/admin/orders').catch(() => undefined);
    expect(ended).toHaveBeenCalledOnce();
  });
});
