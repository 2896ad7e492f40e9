import type { Api } from '../http/api.js';
import { instantOf, numberOf, objectOf, textOf } from '../fields.js';
import { cutText, isWithin } from '../limits.js';
import { done, type WechatResult } from '../result.js';

export interface LinkInput {
  /** A published page, without query; the home page when absent. */
  path?: string;
  /** At most 1024 of the characters of a scene and `%`. */
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
  createdAt: Date | null;
  expiresAt: Date;
}

/**
 * Links into the mini program from outside. Only for published programs of organisations.
 * Errors: 40002 personal account, 40013 banned, 40165 path, 40212 query, 85088 not for this account, 85401 expiry, 85402
 * envVersion, 85079 not published, 44990 and 44993 too many (100 a second, 500,000 a day, schemes and URL links together;
 * opened 6,000,000 times a day, 85406). Not sent: what breaks a limit of `LinkInput` (`UNFIT`).
 */
export class Links {
  constructor(private readonly api: Api) {}

  /** `weixin://dl/business/?t=…`, for messages and pages outside. Source: 获取加密 scheme 码, POST /wxa/generatescheme. */
  async scheme({ path, query, envVersion, ...expiry }: LinkInput): Promise<WechatResult<string>> {
    const broken = this.broken('POST /wxa/generatescheme', { ...expiry, ...(path ? { path } : {}), ...(query ? { query } : {}) });
    if (broken) return broken;
    const jump_wxa = { path: path ?? '', query: query ?? '', ...(envVersion ? { env_version: envVersion } : {}) };
    const body = { jump_wxa, is_expire: true, ...expiryOf(expiry) };
    return this.api.text({ method: 'POST', path: '/wxa/generatescheme', body }, 'openlink');
  }

  /**
   * `weixin://dl/business/?appid=…`, made without asking WeChat: it never expires, and its page must be declared in the
   * console. Throws RangeError for a query of more than 512 characters. Source: 明文 URL Scheme.
   */
  plainScheme({ path, query, envVersion = 'release' }: Omit<LinkInput, 'days' | 'until'>): string {
    if (!isWithin(query ?? '', 0, 512)) throw new RangeError('The query of a plain scheme has at most 512 characters');
    const parts = { appid: this.api.options.appid, path: path ?? '', query: query ?? '', env_version: envVersion };
    const search = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return `weixin://dl/business/?${search.join('&')}`;
  }

  /** `https://wxaurl.cn/…`, opens in browsers and in WeChat. Source: 获取加密 URLLink, POST /wxa/generate_urllink. */
  async url({ path, query, envVersion, ...expiry }: LinkInput): Promise<WechatResult<string>> {
    const broken = this.broken('POST /wxa/generate_urllink', { ...expiry, ...(path ? { path } : {}), ...(query ? { query } : {}) });
    if (broken) return broken;
    const body = { path: path ?? '', query: query ?? '', ...expiryOf(expiry), ...(envVersion ? { env_version: envVersion } : {}) };
    return this.api.text({ method: 'POST', path: '/wxa/generate_urllink', body }, 'url_link');
  }

  /**
   * `#小程序://…`, works inside WeChat only and for e-commerce categories (43104 otherwise); 30 days, or for ever (100,000
   * in all, 85400; 10,000,000 of the others a day, 45009). The title is cut at 20 characters.
   * Errors: 40066 page, 40225 title, `UNFIT` a page of more than 1024 characters.
   * Source: 获取 Short Link, POST /wxa/genwxashortlink.
   */
  async short(pageUrl: string, title: string, permanent = false): Promise<WechatResult<string>> {
    const broken = this.api.unfit('POST /wxa/genwxashortlink', { 'page_url has 1 to 1024 characters': isWithin(pageUrl, 1, 1024) });
    if (broken) return broken;
    const body = { page_url: pageUrl, page_title: cutText(title, 20), is_permanent: permanent };
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

  /** How often schemes (`weixin://`) or URL links may still be opened today. Source: 查询 scheme 码, 查询加密 URLLink, query_type 1. */
  async visitsLeft(link: string): Promise<WechatResult<number>> {
    const path = link.startsWith('weixin:') ? '/wxa/queryscheme' : '/wxa/query_urllink';
    const key = link.startsWith('weixin:') ? { scheme: link } : { url_link: link };
    const answer = await this.api.json({ method: 'POST', path, body: { ...key, query_type: 1 } });
    if (!answer.ok) return answer;
    const left = numberOf(objectOf(answer.value.quota_info).remain_visit_quota);
    return Number.isNaN(left) ? this.api.unreadable(`POST ${path}`) : done(left);
  }

  private broken(api: string, { path = '', query = '', days = 30, until }: LinkInput) {
    const ahead = until ? (until.getTime() - this.api.options.now().getTime()) / 1000 : 60;
    return this.api.unfit(api, {
      'path has no query and at most 1024 characters': isWithin(path, 0, 1024) && !/[?#]/.test(path),
      "query is at most 1024 of digits, letters and !#$&'()*+,/:;=?@-._~%": /^[\w!#$&'()*+,/:;=?@\-.~%]{0,1024}$/.test(query),
      'days are 1 to 30': Number.isInteger(days) && days >= 1 && days <= 30,
      'the end is a minute to 30 days ahead': ahead >= 60 && ahead <= 30 * 86_400,
    });
  }

  private async read(path: string, key: object, field: string): Promise<WechatResult<LinkState>> {
    const answer = await this.api.json({ method: 'POST', path, body: { ...key, query_type: 0 } });
    if (!answer.ok) return answer;
    const info = objectOf(answer.value[field]);
    const expiresAt = instantOf(info.expire_time);
    if (!expiresAt) return this.api.unreadable(`POST ${path}`);
    return done({ path: textOf(info.path), query: textOf(info.query), createdAt: instantOf(info.create_time), expiresAt });
  }
}

const expiryOf = ({ days = 30, until }: Pick<LinkInput, 'days' | 'until'>): object =>
  until ? { expire_type: 0, expire_time: Math.floor(until.getTime() / 1000) } : { expire_type: 1, expire_interval: days };
