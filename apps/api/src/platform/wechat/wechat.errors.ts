import { defineProblems } from '../http/problem.js';

export const wechatProblems = defineProblems('wechat', {
  not_configured: { status: 503, zh: '还没有填写微信的凭据', en: 'The credentials of WeChat are not set yet' },
});
