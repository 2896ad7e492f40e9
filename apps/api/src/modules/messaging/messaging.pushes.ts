import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { OnPush } from '../../platform/wechat/push.js';
import { type PushMessage, subscriptionNews, Wechat } from '../../platform/wechat/wechat.js';
import { CustomerIdentities } from '../identity/index.js';
import { MessageGrants } from './message-grants.js';

/** What WeChat says about permissions and about how messages ended: the truth that corrects what the phone reported. */
@Injectable()
export class MessagingPushes {
  constructor(
    private readonly wechat: Wechat,
    private readonly identities: CustomerIdentities,
    private readonly grants: MessageGrants,
  ) {}

  @OnPush('subscribe_msg_popup_event', 'subscribe_msg_change_event')
  async answered(message: PushMessage, tx: Tx): Promise<void> {
    const customerId = await this.identities.customerOf(message.openid, this.wechat.appid);
    if (!customerId) return;
    for (const { kind, templateId, accepted } of subscriptionNews(message)) {
      if (accepted) await this.grants.accept(tx, customerId, templateId, 'pushed');
      // Refusing one question takes no permission away that was given before; switching the messages off does.
      else if (kind === 'changed') await this.grants.none(tx, customerId, templateId);
    }
  }

  @OnPush('subscribe_msg_sent_event')
  async ended(message: PushMessage, tx: Tx): Promise<void> {
    const customerId = await this.identities.customerOf(message.openid, this.wechat.appid);
    for (const { messageId, templateId, errorCode } of subscriptionNews(message)) {
      const end = errorCode === '0' ? ['delivered', null] : ['failed', errorCode];
      const [, known]: [unknown, number] = await tx.query(
        `update messaging_messages set status = $2, reason = $3 where wechat_id = $1 and status in ('sent', 'delivered')`,
        [messageId, ...end],
      );
      if (known > 0) continue;
      // WeChat may be quicker with this than with its answer, or the answer was lost: then this is how we learn of it.
      await tx.query(
        `update messaging_messages set status = $2, reason = $3, wechat_id = $1, sent_at = $4
          where id = (select id from messaging_messages where customer_id = $5 and template_id = $6 and wechat_id is null and status in ('sending', 'unknown') order by id limit 1)`,
        [messageId, ...end, message.at, customerId, templateId],
      );
    }
  }
}
