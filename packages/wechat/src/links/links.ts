import { type Api, unreadable } from '../http/api.js';
import { instantOf, numberOf, objectOf, textOf } from '../fields.js';
import { done, failed, type WechatResult } from '../result.js';

export interface LinkInput {
  /** A published page, without query; the home page when absent. */
  path?: string;
  /** At most 1024 characters. */
  query?: string;
  /** 1 to 30; 30 when neither this nor `until` is given. */
  days?: number;
  /** Instead of days: at least a minute ahead, at most 30 days. */
  until?: Date;
  envVersion?: 'release' | 'trial' | 'develop';
}

export interface LinkState {
  path: string;
  query: string;
  expiresAt: Date;
}

/**
 * Links into the mini program from outside. Only for published programs of organisations.
 * Errors: 40002 personal account, 40165 path, 40212 query, 85401 expiry, 85079 not published, 44990 and 44993 too many
 * (100 a second, 500,000 a day, schemes and URL links together; opened 6,000,000 times a day, 85406).
 */
export class Links {
  constructor(private readonly api: Api) {}

  /** `weixin://dl/business/?t=…`, for messages and pages outside. Source: 获取加密 scheme 码, POST /wxa/generatescheme. */
  scheme({ path, query, envVersion, ...expiry }: LinkInput): Promise<WechatResult<string>> {
    const jump_wxa = { path: path ?? '', query: query ?? '', ...(envVersion ? { env_version: envVersion } : {}) };
    const body = { jump_wxa, is_expire: true, ...expiryOf(expiry) };
    return this.api.text({ method: 'POST', path: '/wxa/generatescheme', body }, 'openlink');
  }

  /**
   * `weixin://dl/business/?appid=…`, made without asking WeChat: it never expires, and its page must be declared in the
   * console (明文 scheme 拉起). The query has at most 512 characters.
   */
  plainScheme({ path, query, envVersion = 'release' }: Omit<LinkInput, 'days' | 'until'>): string {
    const parts = { appid: this.api.options.appid, path: path ?? '', query: query ?? '', env_version: envVersion };
    const search = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return `weixin://dl/business/?${search.join('&')}`;
  }

  /** `https://wxaurl.cn/…`, opens in browsers and in WeChat. Source: 获取加密 URLLink, POST /wxa/generate_urllink. */
  url({ path, query, envVersion, ...expiry }: LinkInput): Promise<WechatResult<string>> {
    const body = { path: path ?? '', query: query ?? '', ...expiryOf(expiry), ...(envVersion ? { env_version: envVersion } : {}) };
    return this.api.text({ method: 'POST', path: '/wxa/generate_urllink', body }, 'url_link');
  }

  /**
   * `#小程序://…`, works inside WeChat only and for e-commerce categories (43104 otherwise); 30 days, or for ever (100,000
   * in all, 85400). Errors: 40066 page, 40225 title. Source: 获取 Short Link, POST /wxa/genwxashortlink.
   */
  short(pageUrl: string, title: string, permanent = false): Promise<WechatResult<string>> {
    const body = { page_url: pageUrl, page_title: [...title].slice(0, 20).join(''), is_permanent: permanent };
    return this.api.text({ method: 'POST', path: '/wxa/genwxashortlink', body }, 'link');
  }

  /** Where a scheme leads and until when; 85403 when it is gone. Source: 查询 scheme 码, POST /wxa/queryscheme. */
  readScheme(scheme: string): Promise<WechatResult<LinkState>> {
    return this.read('/wxa/queryscheme', { scheme }, 'scheme_info');
  }

  /** Where a URL link leads and until when; 85403 when it is gone. Source: 查询加密 URLLink, POST /wxa/query_urllink. */
  readUrl(url: string): Promise<WechatResult<LinkState>> {
    return this.read('/wxa/query_urllink', { url_link: url }, 'url_link_info');
  }

  /** How often a scheme (`weixin://`) or URL link may still be opened today. Source: the same, query_type 1. */
  async visitsLeft(link: string): Promise<WechatResult<number>> {
    const path = link.startsWith('weixin:') ? '/wxa/queryscheme' : '/wxa/query_urllink';
    const key = link.startsWith('weixin:') ? { scheme: link } : { url_link: link };
    const answer = await this.api.json({ method: 'POST', path, body: { ...key, query_type: 1 } });
    if (!answer.ok) return answer;
    const left = numberOf(objectOf(answer.value.quota_info).remain_visit_quota);
    return Number.isNaN(left) ? failed(unreadable(`POST ${path}`)) : done(left);
  }

  private async read(path: string, key: object, field: string): Promise<WechatResult<LinkState>> {
    const answer = await this.api.json({ method: 'POST', path, body: { ...key, query_type: 0 } });
    if (!answer.ok) return answer;
    const info = objectOf(answer.value[field]);
    const expiresAt = instantOf(info.expire_time);
    return expiresAt ? done({ path: textOf(info.path), query: textOf(info.query), expiresAt }) : failed(unreadable(`POST ${path}`));
  }
}

const expiryOf = ({ days = 30, until }: Pick<LinkInput, 'days' | 'until'>): object =>
  until ? { expire_type: 0, expire_time: Math.floor(until.getTime() / 1000) } : { expire_type: 1, expire_interval: days };
