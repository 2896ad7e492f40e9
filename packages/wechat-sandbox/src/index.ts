export type { SandboxCredentials } from './credentials.js';
export { ControlError, type FaultInput, type PublicCustomer, type SandboxControl, type ShownCode } from './control/control.js';
export type { PaymentParams, PaymentResult, SheetOutcome } from './pay/sheet.js';
export { type RunningSandbox, type SandboxOptions, startSandbox } from './server/index.js';
export type { Attempt, MadeCode, Notification, Order, Refund } from './state.js';
export { officialNotifyDelays } from './world.js';
export type { Push, PushAttempt } from './weixin/push/message.js';
export type { PushSettings, QuotaRule, WeixinSettings, WordRule } from './weixin/settings.js';
