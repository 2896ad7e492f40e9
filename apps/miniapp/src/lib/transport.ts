import type { ProblemView } from '@pailou/contracts';
import { Offline, Problem, type Transport } from './client';

/**
 * Requests over `uni.request`, which both targets have. `wx.request` knows no PATCH
 * (developers.weixin.qq.com, wx.request, method), so it goes as a POST that names it.
 */
export const uniTransport: Transport = ({ method, url, body, headers }) =>
  new Promise((resolve, reject) => {
    const patch = method === 'PATCH';
    uni.request({
      method: patch ? 'POST' : method,
      url,
      // A POST without a body would go out as JSON of length 0, which no parser takes.
      data: body ?? (method === 'POST' ? {} : undefined),
      header: patch ? { ...headers, 'X-HTTP-Method-Override': 'PATCH' } : headers,
      timeout: 12_000,
      success: ({ statusCode, data }) => resolve({ status: statusCode, body: data }),
      fail: () => reject(new Offline()),
    });
  });

/** Sends one file as the field `file` of a form. */
export function uploadFile<T>(url: string, filePath: string, header: Record<string, string>): Promise<T> {
  return new Promise((resolve, reject) => {
    uni.uploadFile({
      url, filePath, header, name: 'file',
      success: ({ statusCode, data }) => {
        const body = JSON.parse(data || '{}') as unknown;
        if (statusCode >= 200 && statusCode < 300) return resolve(body as T);
        const problem = body as Partial<ProblemView>;
        reject(new Problem(statusCode, problem.code ?? 'unknown', problem.title ?? ''));
      },
      fail: () => reject(new Offline()),
    });
  });
}
