import { textScale } from '../text-scale';
import type { Platform } from './platform';

/** WeChat's own calls. */
export const platform: Platform = {
  login: () =>
    new Promise((resolve, reject) => {
      uni.login({ provider: 'weixin', success: ({ code }) => resolve(code), fail: reject });
    }),
  pay: (params) =>
    new Promise((resolve) => {
      wx.requestPayment({
        ...params,
        success: () => resolve('paid'),
        fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'cancelled' : 'failed'),
      });
    }),
  requestSubscribe: (tmplIds) =>
    new Promise((resolve) => {
      wx.requestSubscribeMessage({
        tmplIds,
        success: (answer) =>
          resolve(
            Object.fromEntries(
              Object.entries(answer)
                .filter(([id]) => tmplIds.includes(id))
                .map(([id, word]) => [id, String(word)]),
            ),
          ),
        // The main switch is off, or too many were asked: nothing is allowed, and the order goes on.
        fail: () => resolve({}),
      });
    }),
  scan: () =>
    new Promise((resolve) => {
      // `path` is present for a mini-program code of this app only.
      wx.scanCode({ success: ({ path, result }) => resolve(path || result || null), fail: () => resolve(null) });
    }),
  phoneNumber: ({ code }) => Promise.resolve(code ?? null),
  phoneButton: true,
  share: null,
  contact: null,
  agreePrivacy: () => Promise.resolve(),
  readingScale: () => textScale(wx.getSystemInfoSync().fontSizeSetting),
  locate: () =>
    new Promise((resolve) => {
      uni.getLocation({
        type: 'gcj02',
        success: ({ latitude, longitude }) => resolve({ latitude, longitude }),
        fail: () => resolve(null),
      });
    }),
};
