import { defineProblems } from '../../platform/http/problem.js';

export const operatorsProblems = defineProblems('operators', {
  wrong_credentials: { status: 401, zh: '邮箱或密码不对', en: 'The e-mail address or the password is wrong' },
  totp_required: { status: 401, zh: '请输入验证器中的六位验证码', en: 'Enter the six digits of your authenticator app' },
  wrong_totp: { status: 401, zh: '验证码不对或已经用过', en: 'The code is wrong or was used before' },
  locked: { status: 429, zh: '失败次数过多，请 15 分钟后再试', en: 'Too many failed attempts; try again in 15 minutes' },
  wrong_password: { status: 422, zh: '当前密码不对', en: 'The current password is wrong' },
  wrong_new_totp: { status: 422, zh: '验证码不对，请核对手机时间', en: 'The code is wrong; check the clock of your phone' },
  totp_on: { status: 409, zh: '验证器已经开启', en: 'The authenticator is on already' },
  totp_off: { status: 409, zh: '验证器没有开启', en: 'The authenticator is not on' },
  not_found: { status: 404, zh: '没有这位员工', en: 'There is no such operator' },
  session_not_found: { status: 404, zh: '没有这个登录', en: 'There is no such session' },
  role_not_found: { status: 404, zh: '没有这个角色', en: 'There is no such role' },
  beyond_your_reach: {
    status: 403,
    zh: '不能给予或更改自己没有的权限或门店',
    en: 'You may not give or change permissions or stores that you do not have',
  },
  last_owner: {
    status: 409,
    zh: '这是最后一位店主，不能停用或降级',
    en: 'This is the last owner, who can be neither disabled nor demoted',
  },
  email_taken: { status: 409, zh: '这个邮箱已经是员工', en: 'This e-mail address belongs to an operator already' },
  invitation_invalid: { status: 404, zh: '邀请无效或已过期', en: 'The invitation is not valid, or no longer' },
  role_built_in: { status: 409, zh: '内置角色不能更改', en: 'A built-in role cannot be changed' },
  role_name_taken: { status: 409, zh: '已经有这个名字的角色', en: 'There is a role of this name already' },
  role_in_use: { status: 409, zh: '还有员工或邀请在使用这个角色', en: 'Operators or invitations still use this role' },
});
