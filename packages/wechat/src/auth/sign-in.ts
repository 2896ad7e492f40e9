import { instantOf, objectOf, textOf } from '../fields.js';
import type { Api } from '../http/api.js';
import { done, type WechatResult } from '../result.js';
import { decryptData } from './encrypted-data.js';

export interface WechatSession {
  /** The person under this appid, usually 28 characters. */
  openid: string;
  /** The person under the business's Open Platform account; null when the mini program is not bound to one. */
  unionid: string | null;
  /** Base64 of 16 bytes. Stays on the server. */
  sessionKey: string;
}

/**
 * Exchanges the code of `wx.login` (single use, five minutes). While WeChat is busy it is tried once more: 40163 then says
 * that the first try had spent the code.
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
    repeatable: 'once',
  });
  if (!answer.ok) return answer;
  const [openid, sessionKey] = [textOf(answer.value.openid), textOf(answer.value.session_key)];
  if (openid === '' || sessionKey === '') return api.unreadable(`GET ${path}`, 'openid or session_key is missing');
  return done({ openid, sessionKey, unionid: textOf(answer.value.unionid) || null });
}

export interface PhoneNumber {
  /** With the country's code when it is not 86. */
  phoneNumber: string;
  purePhoneNumber: string;
  countryCode: string;
  /** When the customer gave it. */
  givenAt: Date | null;
}

/**
 * The phone number behind the code of the phone-number button (single use, five minutes; not the code of `wx.login`). While
 * WeChat is busy it is tried once more.
 * @param openid some texts name it as a further field; it is left out unless given
 * Errors: 40029 invalid, used or expired (the person presses again), 40013 of another appid, 45011 too often.
 * Source: 手机号快速验证, POST /wxa/business/getuserphonenumber.
 */
export async function phoneNumber(api: Api, code: string, openid?: string): Promise<WechatResult<PhoneNumber>> {
  const path = '/wxa/business/getuserphonenumber';
  const answer = await api.json({ method: 'POST', path, body: { code, ...(openid ? { openid } : {}) }, repeatable: 'once' });
  if (!answer.ok) return answer;
  const info = objectOf(answer.value.phone_info);
  const phone = readPhone(info);
  if (!phone) return api.unreadable(`POST ${path}`, 'phone_info is missing');
  if (objectOf(info.watermark).appid !== api.options.appid)
    return api.unreadable(`POST ${path}`, 'the watermark is of another mini program');
  return done(phone);
}

/**
 * The phone number within the older `encryptedData` of the button (base libraries before 2.21.2).
 * @param fresh as of `decryptData`
 * @returns null when it does not open, is of another mini program, is too old or holds no phone number
 * Source: 手机号快速验证组件, 旧版本.
 */
export function decryptPhoneNumber(
  appid: string,
  sessionKey: string,
  encryptedData: string,
  iv: string,
  fresh?: Parameters<typeof decryptData>[4],
): PhoneNumber | null {
  const data = decryptData(appid, sessionKey, encryptedData, iv, fresh);
  return data && readPhone(data);
}

function readPhone(info: Readonly<Record<string, unknown>>): PhoneNumber | null {
  const [phoneNumber, purePhoneNumber] = [textOf(info.phoneNumber), textOf(info.purePhoneNumber)];
  if (phoneNumber === '' || purePhoneNumber === '') return null;
  // Samples show the country's code as text and as a number.
  const countryCode = textOf(info.countryCode) || '86';
  return { phoneNumber, purePhoneNumber, countryCode, givenAt: instantOf(objectOf(info.watermark).timestamp) };
}
