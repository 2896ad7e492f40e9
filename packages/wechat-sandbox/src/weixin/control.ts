import { ControlBase, ControlError } from '../control/base.js';
import { noteActivity } from './activity.js';
import { pushAgain, pushEvent } from './push/deliver.js';
import type { Push } from './push/message.js';
import { verifyPushUrl } from './push/verify.js';
import { type PushSettings, readPush, readWeixinSettings, type WeixinSettings, weixinSettings } from './settings.js';

/** The side of the control API that stands for api.weixin.qq.com and the customer's WeChat. */
export class WeixinControl extends ControlBase {
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
}
