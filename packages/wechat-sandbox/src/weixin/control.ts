import { ControlError } from '../control/base.js';
import { noteActivity } from './activity.js';
import { LinkControl } from './links/control.js';
import { pushAgain, pushEvent } from './push/deliver.js';
import type { Push } from './push/message.js';
import { verifyPushUrl } from './push/verify.js';
import { type PushSettings, readPush, readWeixinSettings, type WeixinSettings, weixinSettings } from './settings.js';
import {
  answerPrompt,
  manage,
  type NotificationSettings,
  openPrompt,
  type PromptLine,
  type SubscribeAnswer,
  type SubscribeResult,
  type SubscriptionsView,
  subscriptionsView,
} from './subscribe/answers.js';
import { enterTemplate, type Opened, openMessage, type TemplateInput } from './subscribe/control.js';
import type { PrivateTemplate, ServiceMessage } from './subscribe/types.js';

/** The side of the control API that stands for api.weixin.qq.com and the customer's WeChat. */
export class WeixinControl extends LinkControl {
  /** How this WeChat behaves now. */
  async settings(): Promise<WeixinSettings> {
    return structuredClone(weixinSettings(this.world));
  }

  /** Changes some settings until the next reset. */
  async changeSettings(changes: Partial<WeixinSettings>): Promise<WeixinSettings> {
    const read = readWeixinSettings(changes);
    if (typeof read === 'string') throw new ControlError(400, read);
    Object.assign(this.world.state.weixinSettings, read);
    this.world.changed();
    return this.settings();
  }

  /** The customer uses the mini program: for two hours content security takes the openid. */
  async visit(customerId?: string): Promise<void> {
    noteActivity(this.world, this.find(customerId).openid);
    this.world.changed();
  }

  /**
   * Sets 消息推送 as the merchant's console does: only an address that answers the verification is kept.
   * @param push null takes it away
   * @throws ControlError 400 with the reason; the settings stay as they were
   */
  async setPush(push: PushSettings | null, options: { verify?: boolean } = {}): Promise<void> {
    const read = readPush(push);
    if (typeof read === 'string') throw new ControlError(400, read);
    const wrong = read && options.verify !== false ? await verifyPushUrl(this.world, read, weixinSettings(this.world).pushTimeoutMs) : null;
    if (wrong) throw new ControlError(400, wrong);
    this.world.state.weixinSettings.push = read;
    this.world.changed();
  }

  /** Asks the set address for its echostr again; null when it gives it, or the reason. */
  async verifyPush(): Promise<string | null> {
    const { push, pushTimeoutMs } = weixinSettings(this.world);
    return push ? verifyPushUrl(this.world, push, pushTimeoutMs) : 'No message push is set.';
  }

  /** Every message and event for the shop, with each try to deliver it, oldest first. */
  async pushes(): Promise<Push[]> {
    return structuredClone(this.world.state.pushes);
  }

  /** Sends one push again, though it was delivered: the same content, signed anew. True when the shop took it. */
  async pushAgain(id: string): Promise<boolean> {
    const push = this.world.state.pushes.find((item) => item.id === id);
    if (!push) throw new ControlError(404, `There is no push ${id}.`);
    return pushAgain(this.world, push);
  }

  /** Pushes any event in a customer's name, for those the sandbox does not make by itself. */
  async pushEvent(customerId: string | undefined, event: string, fields: Record<string, unknown> = {}): Promise<Push> {
    return structuredClone(pushEvent(this.world, this.find(customerId).openid, event, fields));
  }

  /** The merchant's templates (个人模板). */
  async templates(): Promise<PrivateTemplate[]> {
    return structuredClone(this.world.state.templates);
  }

  /** Adds a template with an id and keywords of one's own, as if it were chosen in the console. */
  async addTemplate(template: TemplateInput): Promise<PrivateTemplate> {
    return structuredClone(enterTemplate(this.world, template));
  }

  /** What wx.requestSubscribeMessage would show this customer, or its failure. */
  async subscribePrompt(customerId: string | undefined, templateIds: string[]): Promise<PromptLine[] | SubscribeResult> {
    return openPrompt(this.world, this.find(customerId).openid, templateIds);
  }

  /**
   * The customer answers wx.requestSubscribeMessage; the shop hears `subscribe_msg_popup_event`.
   * @param answers for each template id accept, reject, always or never (the last two are kept)
   */
  async subscribe(customerId: string | undefined, answers: Record<string, SubscribeAnswer>): Promise<SubscribeResult> {
    const { openid } = this.find(customerId);
    noteActivity(this.world, openid);
    return answerPrompt(this.world, openid, answers);
  }

  /** The customer changes 通知管理; of refusals the shop hears `subscribe_msg_change_event`. */
  async manageSubscriptions(customerId: string | undefined, changes: NotificationSettings): Promise<void> {
    manage(this.world, this.find(customerId).openid, changes);
  }

  /** What the customer allowed, and how many messages are left of it. */
  async subscriptions(customerId?: string): Promise<SubscriptionsView> {
    return subscriptionsView(this.world, this.find(customerId).openid);
  }

  /** The customer's 服务通知, oldest first. */
  async serviceMessages(customerId?: string): Promise<ServiceMessage[]> {
    const { openid } = this.find(customerId);
    return structuredClone(this.world.state.serviceMessages.filter((item) => item.openid === openid));
  }

  /** The customer taps a 服务通知: the page and query that the mini program opens with. */
  async openServiceMessage(msgId: string): Promise<Opened> {
    const message = this.world.state.serviceMessages.find((item) => item.msgId === msgId);
    if (!message) throw new ControlError(404, `There is no message ${msgId}.`);
    return openMessage(this.world, message);
  }
}
