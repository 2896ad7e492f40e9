import { numberOf, objectsOf, textOf } from '../fields.js';
import type { Api } from '../http/api.js';
import { isWithin } from '../limits.js';
import { done, type WechatResult } from '../result.js';

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** By the template's key, such as `thing1`; made to fit by `fitValue` before. */
  data: Readonly<Record<string, string>>;
  /** The page that a tap opens, with its query. */
  page?: string;
  lang?: 'zh_CN' | 'en_US' | 'zh_HK' | 'zh_TW';
  state?: 'developer' | 'trial' | 'formal';
}

export interface TemplateField {
  key: string;
  label: string;
  /** Of an `enum`: the values that it may have. */
  values?: string[];
}

export interface Template {
  templateId: string;
  title: string;
  /** What the customer sees, with `{{thing1.DATA}}` in it. */
  content: string;
  example: string;
  /** By label, in the order of the template: `{key: 'thing1', label: '商品名称'}`. */
  fields: TemplateField[];
  /** A one-time template spends one permission for each message; a long-term one does not. */
  once: boolean;
}

export interface LibraryTitle {
  tid: number;
  title: string;
  /** As of `Template`. */
  once: boolean;
  categoryId: number;
}

/** Subscribe messages (订阅消息) and the account's templates. */
export class Messages {
  constructor(private readonly api: Api) {}

  /**
   * Sends one message; the answer is WeChat's id of it, as `subscribe_msg_sent_event` names it.
   * There is no idempotency key: after a `network` error nobody knows whether it was sent, so it is not sent again (unless no
   * connection was made). Limits: 30,000,000 a day with payment, 10,000,000 without. Not sent: an empty value (`UNFIT`).
   * Errors: 43101 no permission (refused, or the one-time permission is spent), 40003 openid, 40037 template, 41030 page,
   * 47003 a value breaks its rule (the message names the key), 43107 the account may not send, 43108 two at once to one
   * person (again after a second), 43116 the template is limited (not in the official table), 45168 sensitive words.
   * Source: 发送订阅消息, POST /cgi-bin/message/subscribe/send.
   */
  async send({ openid, templateId, data, page, lang, state }: SubscribeMessage): Promise<WechatResult<{ messageId: string | null }>> {
    const full = Object.values(data).every((value) => value.trim() !== '');
    const broken = this.api.unfit('POST /cgi-bin/message/subscribe/send', { 'no value is empty': full });
    if (broken) return broken;
    const answer = await this.api.json({
      method: 'POST',
      path: '/cgi-bin/message/subscribe/send',
      body: {
        touser: openid,
        template_id: templateId,
        data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
        ...(page === undefined ? {} : { page }),
        ...(lang === undefined ? {} : { lang }),
        ...(state === undefined ? {} : { miniprogram_state: state }),
      },
      repeatable: false,
    });
    if (!answer.ok) return answer;
    return done({ messageId: textOf(answer.value.msgid) || null });
  }

  /** The account's own templates. Errors: 200001 system. Source: 获取当前帐号下的个人模板列表, GET /wxaapi/newtmpl/gettemplate. */
  async templates(): Promise<WechatResult<Template[]>> {
    const answer = await this.api.json({ method: 'GET', path: '/wxaapi/newtmpl/gettemplate' });
    if (!answer.ok) return answer;
    return done(
      objectsOf(answer.value.data).map((one) => ({
        templateId: textOf(one.priTmplId),
        title: textOf(one.title),
        content: textOf(one.content),
        example: textOf(one.example),
        fields: withValues(fieldsOf(textOf(one.content)), one.keywordEnumValueList),
        once: one.type !== 3,
      })),
    );
  }

  /**
   * Takes a template of the public library into the account; the answer is its id there.
   * Errors: 200014 tid, 200002 categories or keywords, 200011 banned, 200020 kidList (2 to 5), 200021 sceneDesc (at most 15
   * characters), 200012 too many, 200013 there already, 43106 not allowed; `UNFIT` the two limits.
   * Source: 组合模板并添加至帐号下的个人模板库, POST /wxaapi/newtmpl/addtemplate.
   */
  async addTemplate(tid: string, kidList: readonly number[], sceneDesc: string): Promise<WechatResult<string>> {
    const broken = this.api.unfit('POST /wxaapi/newtmpl/addtemplate', {
      'kidList has 2 to 5 keywords': kidList.length >= 2 && kidList.length <= 5,
      'sceneDesc has at most 15 characters': isWithin(sceneDesc, 0, 15),
    });
    if (broken) return broken;
    const body = { tid, kidList, sceneDesc };
    return this.api.text({ method: 'POST', path: '/wxaapi/newtmpl/addtemplate', body, repeatable: false }, 'priTmplId');
  }

  /** Removes a template from the account; its messages cannot be sent any more. Errors: 200014 there is none. Source: 删除帐号下的个人模板, POST /wxaapi/newtmpl/deltemplate. */
  async deleteTemplate(templateId: string): Promise<WechatResult<void>> {
    return this.api.done({ method: 'POST', path: '/wxaapi/newtmpl/deltemplate', body: { priTmplId: templateId } });
  }

  /** The account's categories. Errors: 200001 system. Source: 获取小程序账号的类目, GET /wxaapi/newtmpl/getcategory. */
  async categories(): Promise<WechatResult<{ id: number; name: string }[]>> {
    const answer = await this.api.json({ method: 'GET', path: '/wxaapi/newtmpl/getcategory' });
    return answer.ok ? done(objectsOf(answer.value.data).map(({ id, name }) => ({ id: numberOf(id), name: textOf(name) }))) : answer;
  }

  /**
   * Titles of the public library for categories, at most 30 at a time.
   * Errors: 200016 start, 200017 limit, 200018 and 200019 categories; `UNFIT` a limit outside 1 to 30, no category.
   * Source: 获取帐号所属类目下的公共模板标题, GET /wxaapi/newtmpl/getpubtemplatetitles.
   */
  async libraryTitles(
    categoryIds: readonly number[],
    start = 0,
    limit = 30,
  ): Promise<WechatResult<{ count: number; titles: LibraryTitle[] }>> {
    const broken = this.api.unfit('GET /wxaapi/newtmpl/getpubtemplatetitles', {
      'there is a category': categoryIds.length > 0,
      'start is not negative': Number.isInteger(start) && start >= 0,
      'limit is 1 to 30': Number.isInteger(limit) && limit >= 1 && limit <= 30,
    });
    if (broken) return broken;
    const answer = await this.api.json({
      method: 'GET',
      path: '/wxaapi/newtmpl/getpubtemplatetitles',
      query: { ids: categoryIds.join(','), start: String(start), limit: String(limit) },
    });
    if (!answer.ok) return answer;
    const titles = objectsOf(answer.value.data).map(({ tid, title, type, categoryId }) => ({
      tid: numberOf(tid),
      title: textOf(title),
      once: type !== 3,
      categoryId: numberOf(categoryId),
    }));
    return done({ count: numberOf(answer.value.count) || 0, titles });
  }

  /** The keywords that a library template may be put together of. Errors: 200014 tid. Source: 获取模板标题下的关键词列表, GET /wxaapi/newtmpl/getpubtemplatekeywords. */
  async libraryKeywords(tid: number): Promise<WechatResult<{ kid: number; name: string; example: string; rule: string }[]>> {
    const answer = await this.api.json({ method: 'GET', path: '/wxaapi/newtmpl/getpubtemplatekeywords', query: { tid: String(tid) } });
    if (!answer.ok) return answer;
    return done(
      objectsOf(answer.value.data).map(({ kid, name, example, rule }) => ({
        kid: numberOf(kid),
        name: textOf(name),
        example: textOf(example),
        rule: textOf(rule),
      })),
    );
  }
}

/** `订单号:{{character_string1.DATA}}\n…` → `[{key: 'character_string1', label: '订单号'}]`. */
export function fieldsOf(content: string): { key: string; label: string }[] {
  return [...content.matchAll(/([^\n:：{}]*)[:：]?\s*\{\{\s*(\w+)\.DATA\s*\}\}/g)].map(([, label = '', key = '']) => ({
    key,
    label: label.trim(),
  }));
}

/** Adds to the fields what `keywordEnumValueList` allows them. */
function withValues(fields: TemplateField[], lists: unknown): TemplateField[] {
  const known = new Map(objectsOf(lists).map((one) => [textOf(one.keywordCode), one.enumValueList]));
  return fields.map((field) => {
    const values = known.get(field.key);
    return Array.isArray(values) ? { ...field, values: values.map(textOf).filter((value) => value !== '') } : field;
  });
}
