import { checkEncryptedData } from './auth/encrypted-data.js';
import { Sessions } from './auth/session.js';
import { code2Session, phoneNumber, type PhoneNumber, type WechatSession } from './auth/sign-in.js';
import type { TokenStore } from './auth/tokens.js';
import { paidUnionid, type PaidOrder } from './auth/unionid.js';
import { Codes, type CodePicture, type UnlimitedCodeInput } from './codes/codes.js';
import { CustomerService } from './customer-service/customer-service.js';
import { Api } from './http/api.js';
import { Links } from './links/links.js';
import { Messages } from './messages/messages.js';
import { Quotas } from './quota/quota.js';
import type { WechatError, WechatResult } from './result.js';
import { Security } from './security/security.js';
import { Shipping } from './shipping/shipping.js';

export interface MiniProgramOptions {
  appid: string;
  secret: string;
  tokens: TokenStore;
  /** `https://api.weixin.qq.com` unless a stand-in answers. */
  baseUrl?: string;
  fetch?: typeof fetch;
  now?: () => Date;
  timeoutMs?: number;
  /** Waits between tries when WeChat is busy (-1), ms. */
  backoffMs?: readonly number[];
  /** Hears each error that a caller is given; `verdictOf` says which a person must see. */
  onError?: (error: WechatError) => void;
}

/**
 * A mini program's server APIs (服务端 API). Whatever needs an access token gets one by itself. Errors of every call: -1 WeChat
 * is busy (tried again by itself where the same may be done twice), 40001, 40014 and 42001 the token was refused although it
 * is new, 45009 and 45011 too often, 48001 the account may not, and those of the token. `verdictOf` says what is done of each.
 */
export class MiniProgram {
  private readonly api: Api;
  readonly codes: Codes;
  readonly customerService: CustomerService;
  readonly links: Links;
  readonly messages: Messages;
  readonly quotas: Quotas;
  readonly security: Security;
  readonly sessions: Sessions;
  readonly shipping: Shipping;

  constructor(options: MiniProgramOptions) {
    this.api = new Api({
      baseUrl: 'https://api.weixin.qq.com',
      fetch: globalThis.fetch,
      now: () => new Date(),
      timeoutMs: 8000,
      backoffMs: [200, 1000, 3000],
      ...options,
    });
    this.codes = new Codes(this.api);
    this.customerService = new CustomerService(this.api);
    this.links = new Links(this.api);
    this.messages = new Messages(this.api);
    this.quotas = new Quotas(this.api);
    this.security = new Security(this.api);
    this.sessions = new Sessions(this.api);
    this.shipping = new Shipping(this.api);
  }

  /** Who signed in with this code of `wx.login`; see `code2Session` in `auth/sign-in.ts`. GET /sns/jscode2session. */
  code2Session(code: string): Promise<WechatResult<WechatSession>> {
    return code2Session(this.api, code);
  }

  /** The number behind the code of the phone button; see `phoneNumber` in `auth/sign-in.ts`. POST /wxa/business/getuserphonenumber. */
  phoneNumber(code: string, openid?: string): Promise<WechatResult<PhoneNumber>> {
    return phoneNumber(this.api, code, openid);
  }

  /** See `Codes.unlimited`. POST /wxa/getwxacodeunlimit. */
  unlimitedCode(input: UnlimitedCodeInput): Promise<WechatResult<CodePicture>> {
    return this.codes.unlimited(input);
  }

  /** See `Sessions.check`. GET /wxa/checksession. */
  checkSession(openid: string, sessionKey: string): Promise<WechatResult<boolean>> {
    return this.sessions.check(openid, sessionKey);
  }

  /** See `Sessions.reset`. GET /wxa/resetusersessionkey. */
  resetSession(openid: string, sessionKey: string): Promise<WechatResult<string>> {
    return this.sessions.reset(openid, sessionKey);
  }

  /** The unionid of somebody who just paid; see `paidUnionid` in `auth/unionid.ts`. GET /wxa/getpaidunionid. */
  paidUnionid(openid: string, order: PaidOrder): Promise<WechatResult<string>> {
    return paidUnionid(this.api, openid, order);
  }

  /** Whether WeChat made this data; see `checkEncryptedData` in `auth/encrypted-data.ts`. POST /wxa/business/checkencryptedmsg. */
  checkEncryptedData(encryptedData: string): Promise<WechatResult<{ valid: boolean; createdAt: Date | null }>> {
    return checkEncryptedData(this.api, encryptedData);
  }

  /** After a leak only: WeChat kills the token and gives another; see `Api.replaceToken`. POST /cgi-bin/stable_token. */
  replaceToken(): Promise<WechatResult<void>> {
    return this.api.replaceToken();
  }
}
