import { code2Session, phoneNumber, type PhoneNumber, type WechatSession } from './auth/sign-in.js';
import type { TokenStore } from './auth/tokens.js';
import { unlimitedCode, type UnlimitedCodeInput } from './codes/codes.js';
import { Api } from './http/api.js';
import type { WechatResult } from './result.js';

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

  constructor(options: MiniProgramOptions) {
    this.api = new Api({ baseUrl: 'https://api.weixin.qq.com', fetch: globalThis.fetch, now: () => new Date(), timeoutMs: 8000, backoffMs: [200, 1000, 3000], ...options });
  }

  code2Session(code: string): Promise<WechatResult<WechatSession>> {
    return code2Session(this.api, code);
  }

  phoneNumber(code: string, openid?: string): Promise<WechatResult<PhoneNumber>> {
    return phoneNumber(this.api, code, openid);
  }

  unlimitedCode(input: UnlimitedCodeInput): Promise<WechatResult<{ bytes: Buffer; contentType: string }>> {
    return unlimitedCode(this.api, input);
  }
}
