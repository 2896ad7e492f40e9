import type { Api } from '../http/api.js';
import type { WechatResult } from '../result.js';

/** What any message may say of itself. */
export interface SendOptions {
  /** Marks what a machine wrote, as the law on generated content asks. */
  ai?: boolean;
  /** 客服业务 id. */
  businessId?: number;
}

/**
 * Customer-service messages (客服消息). After a customer's message the shop may send five within 48 hours; after the
 * customer merely entered, two within a minute.
 * Errors of sending: 45015 the time is over, 45047 the five are used up, 40003 openid, 40007 the picture is gone
 * (upload it again), 48001 the account may not, 70000 a minor is protected. None is tried again.
 * Source: 发送客服消息, POST /cgi-bin/message/custom/send.
 */
export class CustomerService {
  constructor(private readonly api: Api) {}

  /** @param content may hold `<a href>` and links into mini programs (`data-miniprogram-appid`, `data-miniprogram-path`) */
  sendText(openid: string, content: string, options?: SendOptions): Promise<WechatResult<void>> {
    return this.send(openid, 'text', { content }, options);
  }

  /** @param mediaId of `uploadImage`; 40007 when it is gone */
  sendImage(openid: string, mediaId: string, options?: SendOptions): Promise<WechatResult<void>> {
    return this.send(openid, 'image', { media_id: mediaId }, options);
  }

  /** A link to a page outside, with a picture. */
  sendLink(
    openid: string,
    { title, description, url, thumbUrl }: { title: string; description: string; url: string; thumbUrl: string },
    options?: SendOptions,
  ): Promise<WechatResult<void>> {
    return this.send(openid, 'link', { title, description, url, thumb_url: thumbUrl }, options);
  }

  /** @param card `thumbMediaId` is a picture of 520 by 416 pixels, uploaded before; 40007 when it is gone */
  sendCard(
    openid: string,
    card: { title: string; pagePath: string; thumbMediaId: string },
    options?: SendOptions,
  ): Promise<WechatResult<void>> {
    const part = { title: card.title, pagepath: card.pagePath, thumb_media_id: card.thumbMediaId };
    return this.send(openid, 'miniprogrampage', part, options);
  }

  /** Shows or hides "typing". Errors: 45080 the customer has not written in 30 s, 45081 shown already, 45072 command. Source: 下发客服当前输入状态, POST /cgi-bin/message/custom/typing. */
  typing(openid: string, on: boolean): Promise<WechatResult<void>> {
    return this.api.done({
      method: 'POST',
      path: '/cgi-bin/message/custom/typing',
      body: { touser: openid, command: on ? 'Typing' : 'CancelTyping' },
    });
  }

  /**
   * Keeps a picture at WeChat for a few days (three, as commonly quoted; at most 2 MB to be safe); the answer is its media_id.
   * Errors: 40004 not a picture. Source: 新增图片素材, POST /cgi-bin/media/upload.
   */
  uploadImage(bytes: Uint8Array<ArrayBuffer>, filename: string, contentType: string): Promise<WechatResult<string>> {
    const form = () => {
      const data = new FormData();
      data.append('media', new Blob([bytes], { type: contentType }), filename);
      return data;
    };
    return this.api.text({ method: 'POST', path: '/cgi-bin/media/upload', query: { type: 'image' }, form }, 'media_id');
  }

  /** The bytes of a picture that a customer sent. Errors: 40007. Source: 获取客服消息内的临时素材, GET /cgi-bin/media/get. */
  media(mediaId: string): Promise<WechatResult<{ bytes: Buffer; contentType: string }>> {
    return this.api.bytes({ method: 'GET', path: '/cgi-bin/media/get', query: { media_id: mediaId } });
  }

  private send(openid: string, msgtype: string, part: object, { ai, businessId }: SendOptions = {}): Promise<WechatResult<void>> {
    return this.api.done({
      method: 'POST',
      path: '/cgi-bin/message/custom/send',
      body: {
        touser: openid,
        msgtype,
        [msgtype]: part,
        ...(ai === undefined ? {} : { aimsgcontext: { is_ai_msg: ai ? 1 : 0 } }),
        ...(businessId === undefined ? {} : { businessid: businessId }),
      },
      repeatable: false,
    });
  }
}
