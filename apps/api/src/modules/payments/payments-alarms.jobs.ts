import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Warnings } from '../../platform/health/warnings.js';
import { Cron } from '../../platform/jobs/jobs.js';

/** So many payments (or refunds) in a row of which WeChat never told are no accident. */
const manyUnheard = 3;
/** A notice may be late: WeChat tells again after 15 s, 15 s, 30 s and 3 minutes. */
const graceMs = 4 * 60_000;
/** What is older says nothing of today. */
const reachMs = 30 * 86_400_000;

export type AlarmKind = 'payment_notices' | 'refund_notices';
export interface Alarm {
  kind: AlarmKind;
  /** How many in a row, as of the last look. */
  unheard: number;
  /** ISO 8601. */
  since: string;
  lastHeardAt: string | null;
}

/**
 * Notices when WeChat's notifications stop coming: money still arrives, found by asking, so nobody would see it otherwise.
 * The alarm clears itself with the next notification.
 */
@Injectable()
export class PaymentAlarms implements OnModuleInit {
  private readonly log = new Logger('payments');

  constructor(
    private readonly database: Database,
    private readonly warnings: Warnings,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.warnings.register('payments.notices_stopped', async () => (await this.standing()).length > 0);
  }

  /** The alarms that stand now. */
  async standing(): Promise<Alarm[]> {
    return this.database.query<Alarm>('payments.alarms', standingSql);
  }

  @Cron('* * * * *', 'payments.watch')
  async watch(): Promise<void> {
    for (const kind of ['payment_notices', 'refund_notices'] as const) {
      await this.database.transaction((tx) => this.look(tx, kind));
    }
  }

  private async look(tx: Tx, kind: AlarmKind): Promise<void> {
    const now = this.clock.now();
    const [row]: { unheard: number }[] = await tx.query(unheardSql[kind], [
      new Date(now.getTime() - reachMs),
      new Date(now.getTime() - graceMs),
    ]);
    const unheard = row?.unheard ?? 0;
    if (unheard < manyUnheard) {
      const [, cleared]: [unknown, number] = await tx.query(
        'update payments_alarms set cleared_at = $2 where kind = $1 and cleared_at is null',
        [kind, now],
      );
      if (cleared > 0) this.log.log(`Notifications of WeChat Pay come again (${kind})`);
      return;
    }
    const [fresh]: { fresh: boolean }[] = await tx.query(
      `insert into payments_alarms (id, kind, unheard, raised_at) values ($1, $2, $3, $4)
       on conflict (kind) where cleared_at is null do update set unheard = excluded.unheard returning id = $1 as fresh`,
      [newId(), kind, unheard, now],
    );
    if (fresh?.fresh) this.log.warn(`WeChat Pay does not notify us any more: ${unheard} in a row were found by asking only (${kind})`);
  }
}

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const lastHeardSql = (events: string) => `(select max(received_at) from payments_notifications where event_type like ${events})`;

/** Money that moved since the last notice of its sort came, old enough to have had one, and without one. */
const unheardSql: Readonly<Record<AlarmKind, string>> = {
  payment_notices: `
    select count(*)::int as unheard from payments_attempts a
     where a.method = 'wechat' and a.status = 'paid' and a.ended_at > greatest($1, ${lastHeardSql("'TRANSACTION.%'")}) and a.ended_at < $2
       and not exists (select from payments_notifications n where n.number = a.out_trade_no)`,
  refund_notices: `
    select count(*)::int as unheard from payments_refunds r join payments_attempts a on a.id = r.attempt_id
     where a.method = 'wechat' and r.status = 'succeeded' and r.settled_at > greatest($1, ${lastHeardSql("'REFUND.%'")}) and r.settled_at < $2
       and not exists (select from payments_notifications n where n.number = r.out_refund_no)`,
};

const standingSql = `
  select kind, unheard, ${iso('raised_at')} as since,
         (select ${iso('max(n.received_at)')} from payments_notifications n
           where n.event_type like case kind when 'payment_notices' then 'TRANSACTION.%' else 'REFUND.%' end) as "lastHeardAt"
    from payments_alarms where cleared_at is null order by raised_at`;
