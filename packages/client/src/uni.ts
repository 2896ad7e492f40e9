import type { Transport } from './client.ts';
import { read } from './fetch.ts';
import { Offline } from './problem.ts';

/** What is used of `uni` (uni-app): the same names as WeChat's `wx.request` and `wx.uploadFile`. */
export interface Uni {
  request(options: {
    method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    url: string;
    data?: object;
    header: Record<string, string>;
    timeout: number;
    success(answer: { statusCode: number; data: unknown }): void;
    fail(): void;
  }): unknown;
  uploadFile(options: {
    url: string;
    filePath: string;
    name: string;
    header: Record<string, string>;
    success(answer: { statusCode: number; data: string }): void;
    fail(): void;
  }): unknown;
}

/** How long an answer is waited for, milliseconds; WeChat's own default is 60 000. */
const patienceMs = 12_000;

/**
 * Requests over `uni.request`, which a mini program and h5 both have. `wx.request` knows no PATCH
 * (developers.weixin.qq.com, wx.request, method), so it goes as a POST that names it.
 */
export const uniTransport =
  (uni: Uni): Transport =>
  ({ method, url, headers, body, file }) =>
    new Promise((resolve, reject) => {
      const fail = () => reject(new Offline());
      if (file) {
        if (!('filePath' in file)) throw new TypeError('A mini program has no Blob: give the path of the file.');
        uni.uploadFile({
          url,
          filePath: file.filePath,
          name: 'file',
          header: headers,
          success: ({ statusCode, data }) => resolve({ status: statusCode, body: read(data) }),
          fail,
        });
        return;
      }
      const patch = method === 'PATCH';
      // A POST without a body would go out as JSON of length 0, which no parser takes.
      const data = body ?? (method === 'POST' ? {} : undefined);
      uni.request({
        method: patch ? 'POST' : method,
        url,
        ...(data ? { data } : {}),
        header: patch ? { ...headers, 'X-HTTP-Method-Override': 'PATCH' } : headers,
        timeout: patienceMs,
        success: ({ statusCode, data: answer }) => resolve({ status: statusCode, body: answer === '' ? undefined : answer }),
        fail,
      });
    });
