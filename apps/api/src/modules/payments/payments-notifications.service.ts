import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { type PayNotification, Wechat } from '../../platform/wechat/wechat.js';
import { PaymentsQueries } from './payments.queries.js';
import { PaymentsWechat } from './payments-wechat.service.js';

/** The answer to WeChat: 204 means "never again"; anything else makes it come back later. */
export type NotificationVerdict = { status: 204 } | { status: 400 | 401 | 404 | 500 | 503; message: string };
type Outcome = 'applied' | 'mismatch' | 'unknown';

/** Takes what WeChat posts: verified, deduplicated, compared, applied once. */
@Injectable()
export class PaymentsNotifications {
  private readonly log = new Logger('payments');

  constructor(
    private readonly database: Database,
    private readonly outside: PaymentsWechat,
    private readonly queries: PaymentsQueries,
    private readonly wechat: Wechat,
    private readonly clock: Clock,
  ) {}

  /** @param kind what this address is for; the other kind is refused */
  async take(
    kind: PayNotification['kind'],
    headers: Record<string, string | string[] | undefined>,
    rawBody: Buffer | undefined,
  ): Promise<NotificationVerdict> {
    if (!this.wechat.payConfigured) return { status: 503, message: 'No merchant is configured' };
    const { pay } = this.wechat;
    const body = rawBody ?? Buffer.alloc(0);
    let read = pay.readNotification(headers, body);
    // WeChat may have changed its certificate meanwhile; whoever makes serials up does not make us ask often.
    if (!read.ok && read.error.code === 'UNKNOWN_SERIAL' && (await pay.learnCertificates())) read = pay.readNotification(headers, body);
    if (!read.ok) {
      this.log.warn(`A notification was refused: ${read.error.code}`);
      return { status: 401, message: 'The signature is not that of WeChat Pay' };
    }
    const notification = read.value;
    if (notification.kind !== kind) return { status: 400, message: 'This address takes another kind of notification' };
    try {
      return verdictOf(await this.database.transaction((tx) => this.once(tx, notification)));
    } catch (error) {
      this.log.error(`The notification ${notification.id} could not be applied: ${error instanceof Error ? error.stack : String(error)}`);
      return { status: 500, message: 'It could not be applied now' };
    }
  }

  /** Claims the notification's id and applies it, both or neither; a twin waits here for the first to commit. */
  private async once(tx: Tx, notification: PayNotification): Promise<Outcome> {
    const number = notification.kind === 'transaction' ? notification.transaction.outTradeNo : notification.refund.outRefundNo;
    const claimed: unknown[] = await tx.query(
      `insert into payments_notifications (id, event_type, number, outcome, received_at) values ($1, $2, $3, 'applied', $4) on conflict (id) do nothing returning 1`,
      [notification.id, notification.eventType, number, this.clock.now()],
    );
    if (claimed.length === 0) {
      const [before]: { outcome: Outcome }[] = await tx.query('select outcome from payments_notifications where id = $1', [
        notification.id,
      ]);
      return before?.outcome ?? 'unknown';
    }
    const outcome = await this.apply(tx, notification);
    if (outcome === 'mismatch') await tx.query(`update payments_notifications set outcome = 'mismatch' where id = $1`, [notification.id]);
    // A number that we do not know yet may be one whose row is about to be committed: leave the id unclaimed.
    if (outcome === 'unknown') await tx.query('delete from payments_notifications where id = $1', [notification.id]);
    return outcome;
  }

  private async apply(tx: Tx, notification: PayNotification): Promise<Outcome> {
    if (notification.kind === 'transaction') {
      const attempt = await this.queries.attemptByNumber(notification.transaction.outTradeNo);
      if (!attempt) return 'unknown';
      return (await this.outside.apply(tx, attempt, notification.transaction, 'notification')) === 'mismatch' ? 'mismatch' : 'applied';
    }
    const refund = await this.queries.refundByNumber(notification.refund.outRefundNo);
    if (!refund) return 'unknown';
    if (notification.mchid !== this.wechat.mchid) return 'mismatch';
    return (await this.outside.applyRefund(tx, refund, notification.refund, 'notification')) ? 'applied' : 'mismatch';
  }
}

function verdictOf(outcome: Outcome): NotificationVerdict {
  if (outcome === 'applied') return { status: 204 };
  return outcome === 'mismatch'
    ? { status: 400, message: 'It does not match what was asked for' }
    : { status: 404, message: 'This number is not known here' };
}
