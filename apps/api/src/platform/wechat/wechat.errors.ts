import { defineProblems } from '../http/problem.js';

export const wechatProblems = defineProblems('wechat', {
  not_configured: { status: 503, zh: '还没有填写微信的凭据', en: 'The credentials of WeChat are not set yet' },
  push_not_configured: { status: 503, zh: '还没有设置消息推送的 Token', en: 'The token of message push is not set yet' },
  bad_signature: { status: 403, zh: '签名不对，这不是微信发来的', en: 'The signature is not WeChat’s' },
  unreadable: { status: 400, zh: '无法读懂这条消息', en: 'This message cannot be read' },
});
