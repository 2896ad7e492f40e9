import type { Api } from '../http/api.js';
import { done, failed, type WechatResult } from '../result.js';

export interface WechatSession {
  /** The person under this appid, usually 28 characters. */
  openid: string;
  /** The person under the business's Open Platform account; null when the mini program is not bound to one. */
  unionid: string | null;
  /** Base64 of 16 bytes. Stays on the server. */
  sessionKey: string;
}

/**
 * Exchanges the code of `wx.login` (single use, five minutes).
 * Errors: 40029 invalid, 40163 used (both: the client signs in again), 40226 person blocked, 45011 too often,
 * 40013 and 40125 wrong appid or secret.
 * Source: 小程序登录, auth.code2Session, GET /sns/jscode2session.
 */
export async function code2Session(api: Api, code: string): Promise<WechatResult<WechatSession>> {
  const { appid, secret } = api.options;
  const path = '/sns/jscode2session';
  const answer = await api.open({
    method: 'GET',
    path,
    query: { appid, secret, js_code: code, grant_type: 'authorization_code' },
    repeatable: false,
  });
  if (!answer.ok) return answer;
  const { openid, unionid, session_key: sessionKey } = answer.value;
  if (typeof openid !== 'string' || typeof sessionKey !== 'string')
    return failed({
      api: `GET ${path}`,
      kind: 'invalid',
      code: 'UNREADABLE',
      message: 'openid or session_key is missing',
      retryable: false,
    });
  return done({ openid, sessionKey, unionid: typeof unionid === 'string' && unionid !== '' ? unionid : null });
}

export interface PhoneNumber {
  /** With the country's code when it is not 86. */
  phoneNumber: string;
  purePhoneNumber: string;
  countryCode: string;
}

/**
 * The phone number behind the code of the phone-number button (single use, five minutes; not the code of `wx.login`).
 * Errors: 40029 invalid, used or expired (the person presses again), 40013 of another appid, 45011 too often.
 * Source: 手机号快速验证, POST /wxa/business/getuserphonenumber.
 */
export async function phoneNumber(api: Api, code: string, openid?: string): Promise<WechatResult<PhoneNumber>> {
  const path = '/wxa/business/getuserphonenumber';
  const answer = await api.json({ method: 'POST', path, body: { code, ...(openid ? { openid } : {}) }, repeatable: false });
  if (!answer.ok) return answer;
  const info = answer.value.phone_info as
    | { phoneNumber?: unknown; purePhoneNumber?: unknown; countryCode?: unknown; watermark?: { appid?: unknown } }
    | undefined;
  const wrong = (message: string) => failed({ api: `POST ${path}`, kind: 'invalid', code: 'UNREADABLE', message, retryable: false });
  if (!info || typeof info.phoneNumber !== 'string' || typeof info.purePhoneNumber !== 'string') return wrong('phone_info is missing');
  if (info.watermark?.appid !== api.options.appid) return wrong('the watermark is of another mini program');
  return done({ phoneNumber: info.phoneNumber, purePhoneNumber: info.purePhoneNumber, countryCode: String(info.countryCode ?? '86') });
}
