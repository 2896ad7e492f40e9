import { defineTexts } from '../../lib/i18n';

export const t = defineTexts({
  signIn: ['登录', 'Sign in'],
  signInHint: ['用店主给您的邮箱和密码登录', 'With the e-mail and password of your invitation'],
  email: ['邮箱', 'E-mail'],
  password: ['密码', 'Password'],
  totp: ['六位动态码', 'Six-digit code'],
  totpHint: ['打开验证器应用，输入现在显示的六位数字', 'Open your authenticator and type the six digits it shows now'],
  badEmail: ['请填写完整的邮箱地址', 'Please give a whole e-mail address'],
  badTotp: ['应是六位数字', 'This should be six digits'],
});
