import { Injectable, Logger } from '@nestjs/common';
import { verdictOf, type ErrorCause, type WechatError } from '@pailou/wechat';
import { Clock } from '../../kernel/time.js';
import { Database } from '../database/database.js';
import { Warnings } from '../health/warnings.js';

/** An error that a person must see, as often as it came within its last spell. */
export interface WechatAlarm {
  /** The call, such as `POST /cgi-bin/message/subscribe/send`. */
  api: string;
  code: string;
  cause: ErrorCause;
  message: string;
  /** `rid` or `Request-ID`: what WeChat's support asks for. */
  requestId: string | null;
  times: number;
  firstAt: Date;
  lastAt: Date;
}

/** After so long without the same error, its next coming begins to count anew. */
const spellMs = 86_400_000;

/** Keeps what does not heal by itself (a frozen secret, an address not in the list, a used-up quota) where operators see it. */
@Injectable()
export class WechatAlarms {
  private readonly log = new Logger('wechat');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    warnings: Warnings,
  ) {
    warnings.register('wechat.alarms', async () => (await this.recent()).length > 0);
  }

  /** Hears each error that a call of WeChat's ended in; what is no alarm is left to the caller. Never throws. */
  hear(error: WechatError): void {
    if (!verdictOf(error).alarm) return;
    const { api, code, message, requestId } = error;
    this.log.error(`WeChat: ${api} ended in ${code} ${message}${requestId ? ` (${requestId})` : ''}`);
    // Not within the transaction of whoever called: the alarm stays when that is undone.
    this.keep(error).catch((failure: unknown) => this.log.warn(`The alarm could not be kept: ${String(failure)}`));
  }

  /** Those of the last day, the newest first; at most 20. */
  async recent(): Promise<WechatAlarm[]> {
    const rows = await this.database.query<Omit<WechatAlarm, 'cause'>>('wechat-alarms.recent', recentSql, [this.spellBegan()]);
    return rows.map((row) => ({ ...row, cause: verdictOf({ kind: 'refused', api: row.api, code: row.code }).cause }));
  }

  private async keep({ api, code, message, requestId }: WechatError): Promise<void> {
    await this.database.query('wechat-alarms.keep', keepSql, [
      api,
      code,
      message.slice(0, 500),
      requestId ?? null,
      this.clock.now(),
      this.spellBegan(),
    ]);
  }

  private spellBegan(): Date {
    return new Date(this.clock.now().getTime() - spellMs);
  }
}

const keepSql = `
  insert into wechat_alarms as known (api, code, message, request_id, first_at, last_at) values ($1, $2, $3, $4, $5, $5)
  on conflict (api, code) do update set
    message = excluded.message,
    request_id = excluded.request_id,
    last_at = excluded.last_at,
    times = case when known.last_at < $6 then 1 else known.times + 1 end,
    first_at = case when known.last_at < $6 then excluded.last_at else known.first_at end`;

const recentSql = `
  select api, code, message, request_id as "requestId", times, first_at as "firstAt", last_at as "lastAt"
    from wechat_alarms where last_at >= $1 order by last_at desc, api, code limit 20`;
