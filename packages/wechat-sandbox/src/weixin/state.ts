import type { Push } from './push/message.js';
import type { WeixinSettings } from './settings.js';

/** What api.weixin.qq.com remembers. Times are milliseconds on the sandbox's clock. */
export interface WeixinState {
  /** What was changed since the start. */
  weixinSettings: Partial<WeixinSettings>;
  /** When each openid last used the mini program. */
  activity: Record<string, number>;
  pushes: Push[];
}

export const emptyWeixinState = (): WeixinState => ({
  weixinSettings: {},
  activity: {},
  pushes: [],
});
