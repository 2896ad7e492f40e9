import { addCustomer, issueCode } from '../customers.js';
import { type FaultRule, injectedFaults, readFaults } from '../faults.js';
import { HandsetControl } from '../phone/control.js';
import { openSheet, type PaymentParams, type PaymentResult, type SheetOutcome, useSheet } from '../pay/sheet.js';
import { type Customer, emptyState, type MadeCode, type Notification, type Order, type Refund, type State } from '../state.js';
import { noteActivity } from '../weixin/activity.js';
import { codePath } from '../weixin/code-image.js';
import { ControlError } from './base.js';

export { ControlError };

/** A customer as others see them: without the session key. */
export type PublicCustomer = Pick<Customer, 'id' | 'openid' | 'unionid' | 'nickname' | 'phoneNumber'>;
/** A rule as one writes it: without `count` it holds once. */
export type FaultInput = FaultRule extends infer Rule ? (Rule extends FaultRule ? Omit<Rule, 'count'> & { count?: number } : never) : never;

/** A code, what its scanner opens, and where its picture is. */
export type ShownCode = MadeCode & { path: string; title: string; imageUrl: string };

const visible = ({ id, openid, unionid, nickname, phoneNumber }: Customer): PublicCustomer => ({
  id,
  openid,
  unionid,
  nickname,
  phoneNumber,
});

/** What tests and the phone do with WeChat's world; over HTTP it is /sandbox/*. Every list is a copy. */
export class SandboxControl extends HandsetControl {
  private readonly titles = new Map<string, string>();

  async createCustomer(nickname?: string): Promise<PublicCustomer> {
    const customer = addCustomer(this.world, nickname);
    this.world.changed();
    return visible(customer);
  }

  async customers(): Promise<PublicCustomer[]> {
    return this.world.state.customers.map(visible);
  }

  /** A `wx.login` code: single use, five minutes. */
  async loginCode(customerId?: string): Promise<string> {
    return this.code(this.world.state.loginCodes, customerId, 32);
  }

  /** A code of the phone-number button: single use, five minutes. */
  async phoneCode(customerId?: string): Promise<string> {
    return this.code(this.world.state.phoneCodes, customerId, 64);
  }

  private code(
    list: { code: string; customerId: string; issuedAt: number; usedAt: number | null }[],
    customerId: string | undefined,
    length: number,
  ): string {
    const code = issueCode(this.world, list, this.find(customerId), length);
    this.world.changed();
    return code;
  }

  /** What the payment sheet would show, or why WeChat would not open it. */
  async sheet(
    customerId: string | undefined,
    prepayId: string,
    params: PaymentParams | null,
  ): Promise<{ amountFen: number; description: string; payee: string; outTradeNo: string } | { message: string; errMsg: string }> {
    const order = openSheet(this.world, this.find(customerId).openid, prepayId, params);
    if (typeof order === 'string') return { message: order, errMsg: `requestPayment:fail (${order})` };
    return {
      amountFen: order.total,
      description: order.description,
      payee: this.world.settings.merchantName,
      outTradeNo: order.outTradeNo,
    };
  }

  /**
   * The customer uses the payment sheet.
   * @param params the signed five parameters of `wx.requestPayment`, verified when given
   */
  async pay(
    customerId: string | undefined,
    prepayId: string,
    outcome: SheetOutcome = 'pay',
    params: PaymentParams | null = null,
  ): Promise<PaymentResult> {
    const id = prepayId.replace(/^prepay_id=/, '');
    const { openid } = this.find(customerId);
    noteActivity(this.world, openid);
    const sheet = openSheet(this.world, openid, id, params);
    return useSheet(this.world, sheet, outcome);
  }

  /** Lets time pass at once: codes and tokens expire, what waited happens. */
  async advance(ms: number): Promise<void> {
    if (!Number.isFinite(ms) || ms < 0) throw new ControlError(400, 'advanceMs is a number of milliseconds, 0 or more.');
    const { clock, state, schedule } = this.world;
    clock.advanced += ms;
    state.advancedMs = clock.advanced;
    schedule.skip(ms);
    this.world.changed();
  }

  /** The sandbox's time, as ISO 8601, and how far it runs ahead of this computer's. */
  async clock(): Promise<{ now: string; advancedMs: number }> {
    const { clock } = this.world;
    return { now: new Date(clock.now()).toISOString(), advancedMs: clock.advanced };
  }

  /** Lets time pass until this moment, ISO 8601; it cannot go back. */
  async advanceTo(time: string): Promise<void> {
    const ahead = Date.parse(time) - this.world.clock.now();
    if (!(ahead >= 0)) throw new ControlError(400, 'to is an ISO 8601 time that is still to come.');
    await this.advance(ahead);
  }

  /** All that this WeChat remembers, but for private keys; a copy. */
  async state(): Promise<State> {
    const copy = structuredClone(this.world.state);
    for (const certificate of copy.platformCertificates) certificate.privateKey = '';
    return copy;
  }

  /** Sets the rules for what goes wrong; they replace those before. */
  async faults(rules: FaultInput | FaultInput[]): Promise<void> {
    const read = readFaults(structuredClone(rules));
    if (typeof read === 'string') throw new ControlError(400, read);
    this.world.state.faults.splice(0, Infinity, ...read);
    this.world.changed();
  }

  /** More rules, beside those that hold. */
  async addFaults(rules: FaultInput | FaultInput[]): Promise<void> {
    const read = readFaults(structuredClone(rules));
    if (typeof read === 'string') throw new ControlError(400, read);
    this.world.state.faults.push(...read);
    this.world.changed();
  }

  /** The rules that still hold. */
  async faultRules(): Promise<FaultRule[]> {
    return structuredClone(this.world.state.faults);
  }

  /** How often each kind of fault was made since the start or the last reset: `{"answer error /v3/refund": 2}`. */
  async injectedFaults(): Promise<Record<string, number>> {
    return injectedFaults(this.world.state.faults);
  }

  /** Forgets all that happened; the credentials stay. */
  async reset(): Promise<void> {
    this.world.schedule.clear();
    this.world.clock.advanced = 0;
    this.world.calls.length = 0;
    this.world.blobs.clear();
    Object.assign(this.world.state, emptyState());
    this.world.changed();
  }

  async order(outTradeNo: string): Promise<Order | null> {
    return structuredClone(this.world.state.orders.find((item) => item.outTradeNo === outTradeNo) ?? null);
  }

  async orders(): Promise<Order[]> {
    return structuredClone(this.world.state.orders);
  }

  async refunds(): Promise<Refund[]> {
    return structuredClone(this.world.state.refunds);
  }

  /** Each notification with each attempt to deliver it. */
  async notifications(): Promise<Notification[]> {
    return structuredClone(this.world.state.notifications);
  }

  /** The codes that the shop had made, newest last. */
  async codes(): Promise<ShownCode[]> {
    return Promise.all(
      this.world.state.codes.map(async (code) => ({
        ...code,
        path: codePath(code),
        title: await this.titleOf(code),
        imageUrl: `/sandbox/codes/${code.id}/image`,
      })),
    );
  }

  /** What stands on the sticker, as the shop says; asked once, because a sticker stays. */
  private async titleOf({ id, page, scene }: MadeCode): Promise<string> {
    const known = this.titles.get(id);
    if (known) return known;
    const title = await this.world.settings.codeTitle({ page, scene }).catch(() => null);
    if (title) this.titles.set(id, title);
    return title ?? (scene || page);
  }
}
