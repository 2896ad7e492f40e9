import { Injectable } from '@nestjs/common';
import type { PaymentParams, RefundLimitsView } from '@pailou/contracts';
import { Clock } from '../../kernel/time.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Wechat } from '../../platform/wechat/wechat.js';
import { CustomerIdentities } from '../identity/index.js';
import { paymentsProblems } from './payments.errors.js';
import { PaymentsLedger } from './payments-ledger.service.js';
import { type Attempt, lockLive, PaymentsQueries } from './payments.queries.js';
import { PaymentsWechat } from './payments-wechat.service.js';
import { mostRefunds, refundableUntil, refundRefusal } from './refund-limits.js';

/** WeChat keeps a prepay id for two hours; a little less, for the time until the customer has paid. */
const prepayLastsMs = 110 * 60_000;

/** Everything that other modules may do with money. */
@Injectable()
export class Payments {
  constructor(
    private readonly database: Database,
    private readonly ledger: PaymentsLedger,
    private readonly outside: PaymentsWechat,
    private readonly queries: PaymentsQueries,
    private readonly wechat: Wechat,
    private readonly identities: CustomerIdentities,
    private readonly clock: Clock,
  ) {}

  /**
   * What `wx.requestPayment` takes to pay the payable. While an attempt lives, the same one, signed anew;
   * one that does not fit any more is closed at WeChat before the next begins.
   * Throws `payments.not_payable` (409), `payments.no_openid` (409), `payments.unavailable` (503), `payments.refused` (502).
   */
  async prepay(type: string, id: string): Promise<PaymentParams> {
    const { pay } = this.wechat;
    for (let round = 0; round < 3; round += 1) {
      const { attempt, fits } = await this.database.transaction((tx) => this.intend(tx, type, id));
      if (!fits) {
        await this.outside.close(attempt);
        continue;
      }
      const fresh = attempt.prepayId && attempt.prepaidAt && this.clock.now().getTime() - attempt.prepaidAt.getTime() < prepayLastsMs;
      const prepayId = fresh ? attempt.prepayId : await this.outside.prepay(attempt);
      if (prepayId) return pay.paymentParams(prepayId);
    }
    throw new Problem(paymentsProblems.in_progress);
  }

  /** The attempt to go on with: the living one, or a new one noted before WeChat hears of it. */
  private async intend(tx: Tx, type: string, id: string): Promise<{ attempt: Attempt; fits: boolean }> {
    const state = await this.ledger.payable(tx, type, id);
    if (!state.open || state.amountFen === 0) throw new Problem(paymentsProblems.not_payable);
    const openid = state.customerId ? await this.identities.openid(state.customerId, this.wechat.appid) : null;
    if (!openid) throw new Problem(paymentsProblems.no_openid);
    const live = await lockLive(tx, type, id);
    if (!live) return { attempt: await this.ledger.begin(tx, type, id, state, openid), fits: true };
    return { attempt: live, fits: live.amountFen === state.amountFen && live.openid === openid && live.expiresAt > this.clock.now() };
  }

  /** Asks WeChat how the living attempt stands, when the customer says it is paid. Never fails for WeChat's silence. */
  async check(type: string, id: string): Promise<void> {
    const live = await this.queries.live(type, id);
    if (live) await this.outside.look(live);
  }

  /**
   * Ends the living attempt, asking WeChat first and closing it there. Answers 'paid' when the money was faster,
   * which `Payable.paid` has then heard of. Throws `payments.unavailable` (503); then nothing has changed.
   */
  async closeLive(type: string, id: string): Promise<'paid' | 'closed' | 'none'> {
    const live = await this.queries.live(type, id);
    return live ? this.outside.close(live) : 'none';
  }

  /** Refuses with `payments.in_progress` (409) while an attempt lives: call it, the payable locked, before giving the payable up. */
  async mustBeQuiet(tx: Tx, type: string, id: string): Promise<void> {
    if (await lockLive(tx, type, id)) throw new Problem(paymentsProblems.in_progress);
  }

  /**
   * Records that all of it was paid in cash; end the living attempt before, by `closeLive`.
   * Throws `payments.not_payable` (409) or `payments.in_progress` (409).
   */
  async payCash(tx: Tx, type: string, id: string): Promise<void> {
    const state = await this.ledger.payable(tx, type, id);
    if (!state.open || state.amountFen === 0) throw new Problem(paymentsProblems.not_payable);
    await this.mustBeQuiet(tx, type, id);
    await this.ledger.cash(tx, type, id, state.amountFen, state.description);
  }

  /** The payments of a payable that went through WeChat and stand. */
  async paidThroughWechat(
    tx: Tx,
    type: string,
    id: string,
  ): Promise<{ attemptId: string; outTradeNo: string; openid: string; description: string }[]> {
    return tx.query(
      `select id as "attemptId", out_trade_no as "outTradeNo", openid, description from payments_attempts
        where payable_type = $1 and payable_id = $2 and method = 'wechat' and status = 'paid' and openid <> '' and refunded_fen < amount_fen order by paid_at`,
      [type, id],
    );
  }

  /** Forgets who paid, when a customer asks to be deleted; what was paid stays in the books. */
  async forgetPayers(tx: Tx, type: string, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update payments_attempts set openid = '' where payable_type = $1 and payable_id = any ($2) and openid is not null and status not in ('created', 'prepaid')`,
      [type, ids],
    );
  }

  /** How much more WeChat would give back of a payable: the payment that the next refund would take, or the one that stands in its way. */
  async refundLimits(type: string, id: string): Promise<RefundLimitsView> {
    const now = this.clock.now();
    const holding = await this.queries.refundable(type, id);
    const next = holding.find((attempt) => refundRefusal(attempt, now) === null) ?? holding[0];
    if (!next) return { made: 0, left: null, until: null, refusal: null };
    return {
      made: next.refundCount,
      left: next.method === 'wechat' ? mostRefunds - next.refundCount : null,
      until: refundableUntil(next)?.toISOString() ?? null,
      refusal: refundRefusal(next, now),
    };
  }

  /** See `PaymentsLedger.refund`. */
  refund(tx: Tx, type: string, id: string, input: { refundId: string; amountFen: number; reason: string }): Promise<void> {
    return this.ledger.refund(tx, type, id, input);
  }
}
