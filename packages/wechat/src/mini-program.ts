import { checkEncryptedData } from './auth/encrypted-data.js';
import { checkSession, resetSession } from './auth/session.js';
import { code2Session, phoneNumber, type PhoneNumber, type WechatSession } from './auth/sign-in.js';
import type { TokenStore } from './auth/tokens.js';
import { paidUnionid, type PaidOrder } from './auth/unionid.js';
import { Codes, type CodePicture, type UnlimitedCodeInput } from './codes/codes.js';
import { CustomerService } from './customer-service/customer-service.js';
import { Api } from './http/api.js';
import { Links } from './links/links.js';
import { Messages } from './messages/messages.js';
import { Quotas } from './quota/quota.js';
import type { WechatResult } from './result.js';
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
}

/** A mini program's server APIs. Each method is documented where it is written. */
export class MiniProgram {
  private readonly api: Api;
  readonly codes: Codes;
  readonly customerService: CustomerService;
  readonly links: Links;
  readonly messages: Messages;
  readonly quotas: Quotas;
  readonly security: Security;
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
    this.shipping = new Shipping(this.api);
  }

  code2Session(code: string): Promise<WechatResult<WechatSession>> {
    return code2Session(this.api, code);
  }

  phoneNumber(code: string, openid?: string): Promise<WechatResult<PhoneNumber>> {
    return phoneNumber(this.api, code, openid);
  }

  unlimitedCode(input: UnlimitedCodeInput): Promise<WechatResult<CodePicture>> {
    return this.codes.unlimited(input);
  }

  checkSession(openid: string, sessionKey: string): Promise<WechatResult<boolean>> {
    return checkSession(this.api, openid, sessionKey);
  }

  resetSession(openid: string, sessionKey: string): Promise<WechatResult<string>> {
    return resetSession(this.api, openid, sessionKey);
  }

  paidUnionid(openid: string, order: PaidOrder): Promise<WechatResult<string>> {
    return paidUnionid(this.api, openid, order);
  }

  checkEncryptedData(encryptedData: string): Promise<WechatResult<{ valid: boolean; createdAt: Date | null }>> {
    return checkEncryptedData(this.api, encryptedData);
  }

  /** See `Api.replaceToken`: after a leak only. */
  replaceToken(): Promise<WechatResult<void>> {
    return this.api.replaceToken();
  }
}
