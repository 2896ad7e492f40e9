import { randomText } from '../crypto.js';
import { makePlatformCertificate } from '../credentials.js';
import { ControlError } from '../control/base.js';
import { WeixinControl } from '../weixin/control.js';
import { fundFlowBill, isDay, tradeBill } from './bills.js';
import { balance } from './ledger.js';
import { platformCertificates } from './platform-keys.js';
import { settle } from './refunds.js';
import { type PaySettings, paySettings, readPaySettings } from './settings.js';
import type { BillAlteration, BillKind, Transfer } from './state.js';
import { answerTransfer, type TransferResult } from './transfers.js';

const kinds: readonly unknown[] = ['trade', 'fundflow'];
const actions: readonly unknown[] = ['drop', 'change', 'repeat', 'add'];
const isFen = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;

/** The side of the control API that stands for api.mch.weixin.qq.com and the merchant's console (商户平台). */
export class PayControl extends WeixinControl {
  /** How this WeChat Pay behaves now. */
  async paySettings(): Promise<PaySettings> {
    return structuredClone(paySettings(this.world));
  }

  /** Changes some settings until the next reset. */
  async changePaySettings(changes: Partial<PaySettings>): Promise<PaySettings> {
    const read = readPaySettings(changes);
    if (typeof read === 'string') throw new ControlError(400, read);
    Object.assign(this.world.state.paySettings, read);
    this.world.changed();
    return this.paySettings();
  }

  /** The platform certificates that hold, oldest first; the last one signs. */
  async certificates(): Promise<{ serial: string; certificate: string }[]> {
    return platformCertificates(this.world).map(({ serial, certificate }) => ({ serial, certificate }));
  }

  /**
   * A new platform certificate with a key of its own signs from now on, in the middle of traffic; those before are
   * still listed and still sign for who asks for them.
   * @returns its serial, upper-case hex
   */
  async rotateCertificate(): Promise<string> {
    const made = await makePlatformCertificate();
    this.world.state.platformCertificates.push(made);
    this.world.changed();
    return made.serial;
  }

  /** Ends a certificate: it is no longer listed and never signs again. The last one stays. */
  async retireCertificate(serial: string): Promise<void> {
    const held = platformCertificates(this.world);
    if (!held.some((item) => item.serial === serial)) throw new ControlError(404, `There is no certificate ${serial}.`);
    if (held.length === 1) throw new ControlError(400, 'This is the last certificate.');
    this.world.state.retiredCertificates.push(serial);
    this.world.changed();
  }

  /** WeChat signs by its public key (PUB_KEY_ID_…) or by the newest certificate, where nobody asks for another. */
  async signWith(key: PaySettings['signWith']): Promise<void> {
    await this.changePaySettings({ signWith: key, publicKeyPercent: -1 });
  }

  /**
   * The bill of a day in China as CSV, without waiting for the next morning; null when nothing happened.
   * @param date `2026-11-21`
   */
  async bill(kind: BillKind, date: string, type: 'ALL' | 'SUCCESS' | 'REFUND' = 'ALL'): Promise<string | null> {
    if (!kinds.includes(kind)) throw new ControlError(400, 'The bill is trade or fundflow.');
    if (!isDay(date)) throw new ControlError(400, 'date is a day, as 2026-11-21.');
    return kind === 'trade' ? tradeBill(this.world, date, type) : fundFlowBill(this.world, date);
  }

  /** Makes a bill differ from what happened: a row dropped, repeated, with another amount, or of a payment nobody made. */
  async alterBill(alteration: BillAlteration): Promise<void> {
    const { bill, date, number, action, amountFen } = alteration;
    if (!kinds.includes(bill)) throw new ControlError(400, 'bill is trade or fundflow.');
    if (typeof date !== 'string' || !isDay(date)) throw new ControlError(400, 'date is a day, as 2026-11-21.');
    if (!actions.includes(action)) throw new ControlError(400, 'action is drop, change, repeat or add.');
    if (action !== 'add' && (typeof number !== 'string' || number === ''))
      throw new ControlError(400, 'number is that of an order, a payment or a refund.');
    if ((action === 'change' || action === 'add') && !isFen(amountFen))
      throw new ControlError(400, 'amountFen is a whole number of fen above 0.');
    this.world.state.billAlterations.push({
      bill,
      date,
      action,
      ...(number !== undefined && { number }),
      ...(amountFen !== undefined && { amountFen }),
    });
    this.world.changed();
  }

  /** Bills tell again what happened. */
  async restoreBills(): Promise<void> {
    this.world.state.billAlterations.length = 0;
    this.world.changed();
  }

  /** Ends a refund that is PROCESSING, now and in this way; the shop is told. */
  async settleRefund(outRefundNo: string, outcome: 'SUCCESS' | 'ABNORMAL' | 'CLOSED' = 'SUCCESS'): Promise<void> {
    if (!['SUCCESS', 'ABNORMAL', 'CLOSED'].includes(outcome)) throw new ControlError(400, 'outcome is SUCCESS, ABNORMAL or CLOSED.');
    const refund = this.world.state.refunds.find((item) => item.outRefundNo === outRefundNo);
    if (!refund) throw new ControlError(404, `There is no refund ${outRefundNo}.`);
    if (refund.status !== 'PROCESSING') throw new ControlError(400, `The refund is ${refund.status}.`);
    settle(this.world, refund, outcome);
  }

  /** Transfers to customers (商家转账), oldest first. */
  async transfers(): Promise<Transfer[]> {
    return structuredClone(this.world.state.transfers);
  }

  /**
   * The customer answers wx.requestMerchantTransfer.
   * @param packageInfo package_info of the answer, or the merchant's own out_bill_no
   * @param outcome confirm; cancel (it goes on waiting); fail (the customer's account cannot take it)
   */
  async confirmTransfer(
    customerId: string | undefined,
    packageInfo: string,
    outcome: 'confirm' | 'cancel' | 'fail' = 'confirm',
  ): Promise<TransferResult> {
    if (!['confirm', 'cancel', 'fail'].includes(outcome)) throw new ControlError(400, 'outcome is confirm, cancel or fail.');
    return answerTransfer(this.world, this.find(customerId).openid, packageInfo, outcome);
  }

  /** The merchant's money in fen: what refunds and transfers may spend, and what waits for the goods. */
  async balance(): Promise<{ availableFen: number; frozenFen: number }> {
    return balance(this.world);
  }

  /** The merchant puts money in (充值). */
  async topUp(fen: number): Promise<{ availableFen: number; frozenFen: number }> {
    return this.move(fen, 1);
  }

  /** The merchant takes money out (提现): refunds of settled orders may then be NOT_ENOUGH. */
  async withdraw(fen: number): Promise<{ availableFen: number; frozenFen: number }> {
    if (isFen(fen) && balance(this.world).availableFen < fen) throw new ControlError(400, 'There is not so much money.');
    return this.move(fen, -1);
  }

  private async move(fen: number, sign: 1 | -1): Promise<{ availableFen: number; frozenFen: number }> {
    if (!isFen(fen)) throw new ControlError(400, 'fen is a whole number above 0.');
    this.world.state.moneyMoves.push({ id: `1${randomText(27, '0123456789')}`, fen: fen * sign, at: this.world.clock.now() });
    this.world.changed();
    return this.balance();
  }
}
