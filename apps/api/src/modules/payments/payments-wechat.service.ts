import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { type Refund as WechatRefund, type Transaction, Wechat, type WechatError } from '../../platform/wechat/wechat.js';
import { paymentsProblems } from './payments.errors.js';
import { type HeardBy, PaymentsLedger, type RefundEnd } from './payments-ledger.service.js';
import { type Attempt, PaymentsQueries, type Refund } from './payments.queries.js';

/** What WeChat knows of an attempt now; 'unknown' when it did not say. */
export type Standing = 'paid' | 'closed' | 'open' | 'absent' | 'mismatch' | 'unknown';

/**
 * WeChat's own word that it knows no such number. Refusals may come unsigned, so that nothing final rests on one alone: a
 * closed attempt that is paid after all is honoured or given back, and a refund has failed only when two calls say so.
 */
const notThere = /^(ORDER_?NOT_?EXISTS?|RESOURCE_NOT_EXISTS)$/;

/** The outside half of payments: asks WeChat with no transaction open, then records the answer in one. */
@Injectable()
export class PaymentsWechat {
  private readonly log = new Logger('payments');

  constructor(
    private readonly database: Database,
    private readonly ledger: PaymentsLedger,
    private readonly queries: PaymentsQueries,
    private readonly wechat: Wechat,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the prepay order, or the same one again: WeChat answers equal parameters under the same number as before.
   * Null when the attempt ended meanwhile. Throws `payments.unavailable` (503) or `payments.refused` (502).
   */
  async prepay(attempt: Attempt): Promise<string | null> {
    const answer = await this.wechat.pay.prepay({
      outTradeNo: attempt.outTradeNo,
      description: attempt.description,
      amountFen: attempt.amountFen,
      openid: attempt.openid ?? '',
      notifyUrl: this.wechat.notifyUrl('pay'),
      expiresAt: attempt.expiresAt,
    });
    if (answer.ok) {
      const { prepayId } = answer.value;
      const kept = await this.database.transaction((tx) => this.ledger.prepaid(tx, attempt.id, prepayId));
      if (kept) return prepayId;
      // It was given up while WeChat was making it: nobody got its id, and now nobody shall.
      await this.wechat.pay.close(attempt.outTradeNo);
      return null;
    }
    // Only a refusal is an answer; after anything else WeChat may have made the order all the same.
    if (answer.error.kind !== 'refused' || answer.error.retryable) throw this.unavailable('prepay', answer.error);
    this.log.warn(`WeChat refused the payment ${attempt.outTradeNo}: ${answer.error.code} ${answer.error.message}`);
    const standing = await this.look(attempt);
    if (standing === 'unknown' || standing === 'mismatch') throw this.unavailable('prepay', answer.error);
    if (standing === 'absent') {
      await this.database.transaction((tx) => this.ledger.closed(tx, attempt, 'failed', answer.error.code));
      throw new Problem(paymentsProblems.refused, { detail: answer.error.code });
    }
    // There under this number with other fields: a new try needs a new number, and this one must be out of the way.
    if (standing === 'open') await this.close(attempt);
    return null;
  }

  /** Asks WeChat how an attempt stands and records what is final. */
  async look(attempt: Attempt): Promise<Standing> {
    const answer = await this.wechat.pay.query(attempt.outTradeNo);
    if (!answer.ok) {
      if (notThere.test(answer.error.code)) return 'absent';
      this.log.warn(`WeChat did not say how ${attempt.outTradeNo} stands: ${answer.error.code}`);
      return 'unknown';
    }
    return this.database.transaction((tx) => this.apply(tx, attempt, answer.value, 'query'));
  }

  /**
   * Records what WeChat says of a payment, by query or notification, once it is final.
   * What does not belong to this attempt (appid, merchant, amount or currency) is not applied but told as `payment.mismatch`.
   */
  async apply(tx: Tx, attempt: Attempt, transaction: Transaction, heardBy: HeardBy): Promise<Standing> {
    const wrong = this.mismatch(attempt, transaction);
    if (wrong) {
      await this.ledger.mismatch(tx, attempt, wrong);
      return 'mismatch';
    }
    switch (transaction.state) {
      // REFUND: it was paid, and some of it went back.
      case 'SUCCESS':
      case 'REFUND':
        await this.ledger.paid(
          tx,
          attempt,
          { transactionId: transaction.transactionId, paidAt: transaction.successAt ?? this.clock.now() },
          heardBy,
        );
        return 'paid';
      case 'CLOSED':
      case 'REVOKED':
      case 'PAYERROR':
        await this.ledger.closed(tx, attempt, 'closed', transaction.state);
        return 'closed';
      default:
        return 'open';
    }
  }

  private mismatch(attempt: Attempt, transaction: Transaction): string | null {
    if (transaction.outTradeNo !== attempt.outTradeNo) return 'number';
    if (transaction.appid !== this.wechat.appid) return 'appid';
    if (transaction.mchid !== this.wechat.mchid) return 'mchid';
    // WeChat gives no amount for some orders that were never paid.
    if (transaction.state !== 'SUCCESS' && transaction.state !== 'REFUND') return null;
    if (transaction.totalFen !== attempt.amountFen) return `amount ${transaction.totalFen} instead of ${attempt.amountFen}`;
    if (transaction.currency !== 'CNY') return `currency ${transaction.currency}`;
    return null;
  }

  /**
   * Ends an attempt: asks first, closes at WeChat, then here. Answers 'paid' when the money was faster.
   * Throws `payments.unavailable` (503) when WeChat does not say; then nothing has changed here.
   */
  async close(attempt: Attempt): Promise<'paid' | 'closed'> {
    const standing = await this.look(attempt);
    if (standing === 'paid' || standing === 'closed') return standing;
    if (standing === 'unknown' || standing === 'mismatch') throw new Problem(paymentsProblems.unavailable);
    if (standing === 'open') {
      const answer = await this.wechat.pay.close(attempt.outTradeNo);
      if (!answer.ok) {
        // Paid in this very moment, or closed by itself: only WeChat's own word decides.
        const again = await this.look(attempt);
        if (again === 'paid' || again === 'closed') return again;
        throw this.unavailable('close', answer.error);
      }
    }
    await this.database.transaction((tx) => this.ledger.closed(tx, attempt, 'closed'));
    return (await this.queries.attempt(attempt.id))?.status === 'paid' ? 'paid' : 'closed';
  }

  /** Asks WeChat to give the money back; the same number again is the same refund. True when it is decided. */
  async refund(refund: Refund): Promise<boolean> {
    const answer = await this.wechat.pay.refund({
      outTradeNo: refund.outTradeNo,
      outRefundNo: refund.outRefundNo,
      refundFen: refund.amountFen,
      totalFen: refund.totalFen,
      reason: refund.reason,
      notifyUrl: this.wechat.notifyUrl('refund'),
    });
    if (answer.ok) return this.database.transaction((tx) => this.applyRefund(tx, refund, answer.value, 'query'));
    const { code, kind, message, status = 0, retryable } = answer.error;
    this.log.warn(`WeChat did not take the refund ${refund.outRefundNo}: ${code} ${message}`);
    // Too little in the merchant's account, a wrong key, no answer: once that is mended, the same number goes through.
    if (retryable || kind !== 'refused' || ![400, 403, 404].includes(status)) return false;
    // An earlier try may have gone through although we never heard: only a refund that is not there has failed.
    const known = await this.wechat.pay.refundQuery(refund.outRefundNo);
    if (known.ok) return this.database.transaction((tx) => this.applyRefund(tx, refund, known.value, 'query'));
    if (!notThere.test(known.error.code)) return false;
    await this.database.transaction((tx) =>
      this.ledger.refundEnded(tx, refund, { status: 'failed', refundId: null, failure: code, released: true }, 'query'),
    );
    return true;
  }

  /** Asks how a refund that WeChat accepted stands. */
  async lookRefund(refund: Refund): Promise<boolean> {
    const answer = await this.wechat.pay.refundQuery(refund.outRefundNo);
    if (answer.ok) return this.database.transaction((tx) => this.applyRefund(tx, refund, answer.value, 'query'));
    // It never arrived there: say it again.
    if (notThere.test(answer.error.code)) return this.refund(refund);
    return false;
  }

  /** Records what WeChat says of a refund, once it is final; false while it is not, or when it is not this refund. */
  async applyRefund(tx: Tx, refund: Refund, told: WechatRefund, heardBy: HeardBy): Promise<boolean> {
    if (told.outRefundNo !== refund.outRefundNo || told.refundFen !== refund.amountFen || told.totalFen !== refund.totalFen) {
      this.log.error(`The refund ${refund.outRefundNo} does not match: ${told.refundFen} of ${told.totalFen}`);
      return false;
    }
    const end = endOf(told);
    if (end) await this.ledger.refundEnded(tx, refund, end, heardBy);
    return end !== null;
  }

  private unavailable(what: string, error: WechatError): Problem {
    this.log.warn(`WeChat ${what}: ${error.kind} ${error.code} ${error.message}`);
    return new Problem(paymentsProblems.unavailable);
  }
}

/** ABNORMAL: the customer's card did not take it back; the money waits at WeChat for the merchant, so it is not ours to refund anew. */
function endOf(told: WechatRefund): RefundEnd | null {
  switch (told.state) {
    case 'SUCCESS':
      return { status: 'succeeded', refundId: told.refundId };
    case 'CLOSED':
      return { status: 'failed', refundId: told.refundId, failure: 'CLOSED', released: true };
    case 'ABNORMAL':
      return { status: 'failed', refundId: told.refundId, failure: 'ABNORMAL', released: false };
    default:
      return null;
  }
}
