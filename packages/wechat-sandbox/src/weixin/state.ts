import type { ChatEntry, ChatWindows, Media } from './chat/types.js';
import type { Link } from './links/types.js';
import type { Push } from './push/message.js';
import type { QuotaCount } from './quota/count.js';
import type { RidRecord } from './quota/rids.js';
import type { MediaCheck, PlannedVerdict } from './security/types.js';
import type { EncryptKey } from './session/encrypt-key.js';
import type { WeixinSettings } from './settings.js';
import type { CombinedOrder, Shipping } from './shipping/types.js';
import type { PrivateTemplate, ServiceMessage, Subscription } from './subscribe/types.js';

/** What api.weixin.qq.com remembers. Times are milliseconds on the sandbox's clock. */
export interface WeixinState {
  /** What was changed since the start. */
  weixinSettings: Partial<WeixinSettings>;
  /** When each openid last used the mini program. */
  activity: Record<string, number>;
  pushes: Push[];
  templates: PrivateTemplate[];
  subscriptions: Subscription[];
  /** Openids that switched off all messages. */
  mutedCustomers: string[];
  /** 服务通知 of all customers, oldest first. */
  serviceMessages: ServiceMessage[];
  /** All that was said in customer service, oldest first. */
  chat: ChatEntry[];
  /** By openid. */
  chatWindows: Record<string, ChatWindows>;
  media: Media[];
  contentVerdicts: PlannedVerdict[];
  mediaChecks: MediaCheck[];
  /** SHA-256 of each encryptedData, hex. */
  sealed: { hash: string; createdAt: number }[];
  /** By openid. */
  riskRanks: Record<string, number>;
  /** By openid, newest first. */
  encryptKeys: Record<string, EncryptKey[]>;
  shippings: Shipping[];
  combinedOrders: CombinedOrder[];
  /** The page of set_msg_jump_path; empty when none is set. */
  msgJumpPath: string;
  /** The day in China on which the shop was last told to use the shipping interface. */
  accessReminderDay: string;
  links: Link[];
  /** Openings of links in one day in China. */
  linkVisits: { day: string; used: number };
  /** By interface (or group) and period. */
  quotaCounts: Record<string, QuotaCount>;
  /** When clear_quota was called. */
  clearedQuotas: number[];
  /** The newest refused calls, oldest first. */
  rids: RidRecord[];
}

export const emptyWeixinState = (): WeixinState => ({
  weixinSettings: {},
  activity: {},
  pushes: [],
  templates: [],
  subscriptions: [],
  mutedCustomers: [],
  serviceMessages: [],
  chat: [],
  chatWindows: {},
  media: [],
  contentVerdicts: [],
  mediaChecks: [],
  sealed: [],
  riskRanks: {},
  encryptKeys: {},
  shippings: [],
  combinedOrders: [],
  msgJumpPath: '',
  accessReminderDay: '',
  links: [],
  linkVisits: { day: '', used: 0 },
  quotaCounts: {},
  clearedQuotas: [],
  rids: [],
});
