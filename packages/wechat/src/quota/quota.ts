import { instantOf, numberOf, objectOf, textOf } from '../fields.js';
import type { Api } from '../http/api.js';
import { done, type WechatResult } from '../result.js';

export interface Quota {
  /** Calls of today; a day begins at 0:00 in China. */
  daily: number;
  used: number;
  left: number;
}
/** A call as WeChat saw it; its address is left out, for it holds the access token. */
export interface SeenCall {
  at: Date | null;
  /** Milliseconds. */
  took: number;
  clientIp: string;
  requestBody: string;
  answer: string;
}

/** What WeChat counts and remembers of our calls (openApi 管理). */
export class Quotas {
  constructor(private readonly api: Api) {}

  /**
   * What is left today of one API. Errors: 76021 no such path, 76022 not of this account.
   * @param path such as `/cgi-bin/message/custom/send`
   * Source: 查询 API 调用额度, POST /cgi-bin/openapi/quota/get.
   */
  async of(path: string): Promise<WechatResult<Quota>> {
    const answer = await this.api.json({ method: 'POST', path: '/cgi-bin/openapi/quota/get', body: { cgi_path: path } });
    if (!answer.ok) return answer;
    const { daily_limit, used, remain } = objectOf(answer.value.quota);
    const [daily, gone, left] = [daily_limit, used, remain].map(numberOf) as [number, number, number];
    if ([daily, gone, left].some(Number.isNaN)) return this.api.unreadable('POST /cgi-bin/openapi/quota/get');
    return done({ daily, used: gone, left });
  }

  /**
   * What happened to a call, by the `requestId` of its error, for seven days.
   * Errors: 76001 to 76004: not found, of another account, too old. Source: 查询 rid 信息, POST /cgi-bin/openapi/rid/get.
   */
  async explain(rid: string): Promise<WechatResult<SeenCall>> {
    const answer = await this.api.json({ method: 'POST', path: '/cgi-bin/openapi/rid/get', body: { rid } });
    if (!answer.ok) return answer;
    const seen = objectOf(answer.value.request);
    const text = (name: string) => textOf(seen[name]);
    const took = numberOf(seen.cost_in_ms) || 0;
    return done({
      at: instantOf(seen.invoke_time),
      took,
      clientIp: text('client_ip'),
      requestBody: text('request_body'),
      answer: text('response_body'),
    });
  }

  /** Sets all counts of today to nothing, a few times a month (48006 when that is used up). Source: 重置 API 调用次数, POST /cgi-bin/clear_quota. */
  clear(): Promise<WechatResult<void>> {
    return this.api.done({ method: 'POST', path: '/cgi-bin/clear_quota', body: { appid: this.api.options.appid }, repeatable: false });
  }
}
