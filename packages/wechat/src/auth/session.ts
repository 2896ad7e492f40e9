import { createHmac } from 'node:crypto';
import { instantOf, numberOf, objectsOf, textOf } from '../fields.js';
import type { Api } from '../http/api.js';
import { done, type WechatResult } from '../result.js';
import { sessionSignature } from './encrypted-data.js';

/** One of the last three keys of the encrypted channel (加密网络通道) between client and server. */
export interface ChannelKey {
  /** Base64 of 16 bytes, as is `iv`. */
  key: string;
  iv: string;
  version: number;
  createdAt: Date | null;
  /** Seconds that it still holds. */
  expiresIn: number;
}

/** The key is gone or another: the customer signs in again. */
const over = new Set(['87007', '87009']);
/** The other signature or method may be the right one: these refusals are no fault yet. */
const ordinary = ['43001', '43002', '87007', '87009'];
type Method = 'GET' | 'POST';

/**
 * Login states (登录态). Two things about them are documented nowhere for certain: whether the signature's key is the
 * session key's text or the bytes that it stands for, and whether the two older calls are made by GET or POST. The other is
 * tried when WeChat refuses one, and what it took is kept.
 */
export class Sessions {
  private method: Method = 'GET';
  private signature: (sessionKey: string) => string = sessionSignature;

  constructor(private readonly api: Api) {}

  /**
   * Whether a session key still holds; false: the customer signs in again.
   * Errors: 87008 sig_method, 40097, 45011 too often. Source: 检验登录态, auth.checkSessionKey, GET /wxa/checksession.
   */
  async check(openid: string, sessionKey: string): Promise<WechatResult<boolean>> {
    const answer = await this.ask('/wxa/checksession', openid, sessionKey);
    if (answer.ok) return done(true);
    return over.has(answer.error.code) ? done(false) : answer;
  }

  /**
   * Replaces a session key; the answer is the new one. Not repeated while WeChat is busy: it may have been replaced.
   * Errors: 87007 and 87009 the key is over (the customer signs in again), 45011 too often.
   * Source: 重置登录态, auth.resetUserSessionKey, GET /wxa/resetusersessionkey.
   */
  async reset(openid: string, sessionKey: string): Promise<WechatResult<string>> {
    const path = '/wxa/resetusersessionkey';
    const answer = await this.ask(path, openid, sessionKey, false);
    if (!answer.ok) return answer;
    const fresh = textOf(answer.value.session_key);
    return fresh === '' ? this.api.unreadable(`${this.method} ${path}`) : done(fresh);
  }

  /**
   * The last three keys of the encrypted channel, newest first.
   * Errors: 87007 and 87009 the session key is over, 87008 sig_method.
   * Source: 获取用户encryptKey, internet.getUserEncryptKey, POST /wxa/business/getuserencryptkey.
   */
  async channelKeys(openid: string, sessionKey: string): Promise<WechatResult<ChannelKey[]>> {
    const answer = await this.ask('/wxa/business/getuserencryptkey', openid, sessionKey, true, 'POST');
    if (!answer.ok) return answer;
    return done(
      objectsOf(answer.value.key_info_list).map((one) => ({
        key: textOf(one.encrypt_key),
        iv: textOf(one.iv),
        version: numberOf(one.version) || 0,
        createdAt: instantOf(one.create_time),
        expiresIn: numberOf(one.expire_in) || 0,
      })),
    );
  }

  private async ask(path: string, openid: string, sessionKey: string, repeatable = true, fixed?: Method) {
    const answer = await this.inEitherMethod(path, proof(openid, this.signature(sessionKey)), repeatable, fixed);
    if (answer.ok || answer.error.code !== '87009') return answer;
    const other = this.signature === sessionSignature ? signatureOfBytes : sessionSignature;
    const second = await this.inEitherMethod(path, proof(openid, other(sessionKey)), repeatable, fixed);
    if (second.ok) this.signature = other;
    return second;
  }

  private async inEitherMethod(path: string, query: Record<string, string>, repeatable: boolean, fixed: Method | undefined) {
    const call = (method: Method) =>
      this.api.json({ method, path, query, repeatable, ordinary, ...(method === 'POST' ? { body: query } : {}) });
    const answer = await call(fixed ?? this.method);
    if (answer.ok || fixed || !['43001', '43002'].includes(answer.error.code)) return answer;
    this.method = answer.error.code === '43002' ? 'POST' : 'GET';
    return call(this.method);
  }
}

const proof = (openid: string, signature: string) => ({ openid, signature, sig_method: 'hmac_sha256' });
const signatureOfBytes = (sessionKey: string): string => createHmac('sha256', Buffer.from(sessionKey, 'base64')).update('').digest('hex');
