import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { MiniProgram, Pay, type WechatError } from '@pailou/wechat';
import { Clock } from '../../kernel/time.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';
import { SharedTokens } from './shared-tokens.js';
import { WechatAlarms } from './wechat-alarms.js';
import { wechatProblems } from './wechat.errors.js';

export { eventOf, fitValue, mediaVerdict, nextTry, subscriptionNews, typeOfKey, verdictOf } from '@pailou/wechat';
export type * from '@pailou/wechat';
export type { WechatAlarm } from './wechat-alarms.js';

/** WeChat for the modules: the only door to its servers. */
@Injectable()
export class Wechat {
  readonly appid: string;
  readonly mchid: string;
  private readonly program: MiniProgram | undefined;
  private readonly merchant: Pay | undefined;

  constructor(
    private readonly config: Config,
    database: Database,
    clock: Clock,
    alarms: WechatAlarms,
  ) {
    const { wechat } = config;
    const onError = (error: WechatError) => alarms.hear(error);
    this.appid = wechat.appid;
    this.mchid = wechat.mchid;
    const now = () => clock.now();
    if (wechat.appid && wechat.secret) {
      const tokens = new SharedTokens(database, clock, wechat.appid);
      this.program = new MiniProgram({ appid: wechat.appid, secret: wechat.secret, tokens, baseUrl: wechat.apiBaseUrl, now, onError });
    }
    if (wechat.appid && wechat.mchid) {
      this.merchant = new Pay({
        appid: wechat.appid,
        mchid: wechat.mchid,
        serial: wechat.serial,
        privateKey: readFileSync(wechat.merchantKeyFile, 'utf8'),
        apiV3Key: wechat.apiV3Key,
        platformKeys: [{ id: wechat.platformPublicKeyId, publicKey: readFileSync(wechat.platformPublicKeyFile, 'utf8') }],
        baseUrl: wechat.payBaseUrl,
        now,
        onError,
      });
    }
  }

  /** The mini program's server APIs. Throws Problem `wechat.not_configured` (503) without credentials. */
  get miniProgram(): MiniProgram {
    if (!this.program) throw new Problem(wechatProblems.not_configured);
    return this.program;
  }

  /** WeChat Pay. Throws Problem `wechat.not_configured` (503) without a merchant. */
  get pay(): Pay {
    if (!this.merchant) throw new Problem(wechatProblems.not_configured);
    return this.merchant;
  }

  get payConfigured(): boolean {
    return this.merchant !== undefined;
  }

  /** Where WeChat Pay posts its news; must be reachable from the internet once live. */
  notifyUrl(kind: 'pay' | 'refund'): string {
    return `${this.config.publicUrl}/api/v1/wechat/${kind}/notify`;
  }
}
