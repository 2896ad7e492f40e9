import { randomText } from '../crypto.js';

const hex = '0123456789abcdef';

/** The words of api.weixin.qq.com (公共错误码). */
const messages: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40169: 'invalid length for scene, or the data is not json string',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit',
  47001: 'data format error',
  85096: 'not allow include scancode_time field',
};

/** An answer of api.weixin.qq.com that says no: HTTP 200 all the same. */
export class WeixinError extends Error {
  constructor(
    readonly errcode: number,
    message?: string,
  ) {
    super(message ?? messages[errcode] ?? 'error');
  }

  body(): string {
    const rid = [8, 8, 8].map((length) => randomText(length, hex)).join('-');
    return JSON.stringify({ errcode: this.errcode, errmsg: `${this.message} rid: ${rid}` });
  }
}
