import type { Api } from '../http/api.js';
import { done, type WechatResult } from '../result.js';

export interface LinkInput {
  /** A published page, without query; the home page when absent. */
  path?: string;
  /** At most 1024 characters. */
  query?: string;
  /** 1 to 30 days. */
  days: number;
  envVersion?: 'release' | 'trial' | 'develop';
}

/**
 * Links into the mini program from outside. Only for published programs of organisations.
 * Errors: 40002 personal account, 40165 path, 40212 query, 85401 expiry, 85079 not published, 44990 and 44993 too many.
 */
export class Links {
  constructor(private readonly api: Api) {}

  /** `weixin://dl/business/?t=…`, for messages and pages outside. Source: 获取加密 scheme 码, POST /wxa/generatescheme. */
  async scheme({ path, query, days, envVersion }: LinkInput): Promise<WechatResult<string>> {
    const jump_wxa = { path: path ?? '', query: query ?? '', ...(envVersion ? { env_version: envVersion } : {}) };
    const answer = await this.api.json({
      method: 'POST',
      path: '/wxa/generatescheme',
      body: { jump_wxa, is_expire: true, expire_type: 1, expire_interval: days },
    });
    return answer.ok ? done(String(answer.value.openlink)) : answer;
  }

  /** `https://wxaurl.cn/…`, opens in browsers and in WeChat. Source: 获取加密 URLLink, POST /wxa/generate_urllink. */
  async url({ path, query, days, envVersion }: LinkInput): Promise<WechatResult<string>> {
    const answer = await this.api.json({
      method: 'POST',
      path: '/wxa/generate_urllink',
      body: {
        path: path ?? '',
        query: query ?? '',
        expire_type: 1,
        expire_interval: days,
        ...(envVersion ? { env_version: envVersion } : {}),
      },
    });
    return answer.ok ? done(String(answer.value.url_link)) : answer;
  }

  /**
   * `#小程序://…`, works inside WeChat only and for e-commerce categories (43104 otherwise); 30 days, or for ever.
   * Source: 获取 Short Link, POST /wxa/genwxashortlink.
   */
  async short(pageUrl: string, title: string, permanent = false): Promise<WechatResult<string>> {
    const answer = await this.api.json({
      method: 'POST',
      path: '/wxa/genwxashortlink',
      body: { page_url: pageUrl, page_title: [...title].slice(0, 20).join(''), is_permanent: permanent },
    });
    return answer.ok ? done(String(answer.value.link)) : answer;
  }

  /** Where a scheme leads and until when; 85403 when it is gone. Source: 查询 scheme 码, POST /wxa/queryscheme. */
  async readScheme(scheme: string): Promise<WechatResult<{ path: string; query: string; expiresAt: Date }>> {
    const answer = await this.api.json({ method: 'POST', path: '/wxa/queryscheme', body: { scheme, query_type: 0 } });
    return answer.ok ? done(infoOf(answer.value.scheme_info)) : answer;
  }

  /** Source: 查询加密 URLLink, POST /wxa/query_urllink. */
  async readUrl(url: string): Promise<WechatResult<{ path: string; query: string; expiresAt: Date }>> {
    const answer = await this.api.json({ method: 'POST', path: '/wxa/query_urllink', body: { url_link: url, query_type: 0 } });
    return answer.ok ? done(infoOf(answer.value.url_link_info)) : answer;
  }
}

function infoOf(info: unknown): { path: string; query: string; expiresAt: Date } {
  const { path, query, expire_time: expires } = (info ?? {}) as { path?: unknown; query?: unknown; expire_time?: unknown };
  return { path: String(path ?? ''), query: String(query ?? ''), expiresAt: new Date(Number(expires ?? 0) * 1000) };
}
