import { defineProblems } from '../../platform/http/problem.js';

export const identityProblems = defineProblems('identity', {
  code_invalid: { status: 422, zh: '登录凭证已失效，请重试', en: 'The sign-in code is used or expired; try again' },
  phone_code_invalid: { status: 422, zh: '手机号授权已失效，请重新点击', en: 'The phone code is used or expired; press the button again' },
  blocked: { status: 403, zh: '微信限制了该帐号登录', en: 'WeChat does not let this account sign in' },
  too_often: { status: 429, zh: '操作太频繁，请一分钟后再试', en: 'Too often; try again in a minute' },
  wechat_unavailable: { status: 503, zh: '微信暂时没有回应，请稍后再试', en: 'WeChat does not answer now; try again later' },
  consent_outdated: { status: 409, zh: '隐私保护指引已更新，请重新阅读', en: 'The privacy policy has changed; read it again' },
  address_not_found: { status: 404, zh: '没有找到地址', en: 'There is no such address' },
  too_many_addresses: { status: 409, zh: '最多保存 20 个地址', en: 'At most 20 addresses can be kept' },
  not_found: { status: 404, zh: '没有找到顾客', en: 'There is no such customer' },
});
