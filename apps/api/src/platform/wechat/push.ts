import { Injectable, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { MessagePush, type PushMessage } from '@pailou/wechat';
import { Config } from '../config/config.js';
import { Database, type Tx } from '../database/database.js';
import { Problem } from '../http/problem.js';
import { Handlers } from '../jobs/handlers.js';
import { wechatProblems } from './wechat.errors.js';

const ON_PUSH = 'pailou:on-push';
export type PushHandler = (message: PushMessage, tx: Tx) => Promise<void>;
/**
 * Hears messages that WeChat pushes, once each, in the transaction that records them; for the outside world, enqueue
 * a job in it.
 * @param what an event's name such as `subscribe_msg_popup_event`, or a message's type such as `text`
 */
export const OnPush = (...what: string[]) => SetMetadata(ON_PUSH, { what });

/** Message push (消息推送): verified, opened, and told once to whoever wants it. */
@Injectable()
export class Push implements OnModuleInit {
  private readonly reader: MessagePush | undefined;
  private readonly all = new Map<string, PushHandler[]>();

  constructor(
    config: Config,
    private readonly database: Database,
    private readonly handlers: Handlers,
  ) {
    const { appid, pushToken: token, pushAesKey: encodingAesKey } = config.wechat;
    if (token) this.reader = new MessagePush({ appid, token, ...(encodingAesKey ? { encodingAesKey } : {}) });
  }

  onModuleInit(): void {
    for (const { meta, run } of this.handlers.marked<{ what: string[] }>(ON_PUSH)) {
      for (const what of meta.what) this.all.set(what, [...(this.all.get(what) ?? []), run as PushHandler]);
    }
  }

  /** The answer to the console's check of the address. Throws `wechat.bad_signature` (403). */
  verify(query: Record<string, unknown>): string {
    const echo = this.configured.verify(query);
    if (echo === null) throw new Problem(wechatProblems.bad_signature);
    return echo;
  }

  /**
   * Takes one delivery; the same news again changes nothing, as does the check of WeChat's cloud hosting.
   * Throws `wechat.bad_signature` (403) for what is not WeChat's, `wechat.unreadable` (400) for what makes no sense.
   */
  async take(query: Record<string, unknown>, body: Buffer): Promise<void> {
    if (this.configured.isContainerCheck(body)) return;
    const reading = this.configured.read(query, body);
    if (!reading.ok) throw new Problem(reading.reason === 'unreadable' ? wechatProblems.unreadable : wechatProblems.bad_signature);
    const { message } = reading;
    const heard = this.all.get(message.event ?? message.type) ?? [];
    await this.database.transaction(async (tx) => {
      const fresh: unknown[] = await tx.query(
        'insert into wechat_pushes (key, type, event, at) values ($1, $2, $3, $4) on conflict do nothing returning 1',
        [message.key, message.type, message.event, message.at],
      );
      if (fresh.length === 0) return;
      for (const run of heard) await run(message, tx);
    });
  }

  private get configured(): MessagePush {
    if (!this.reader) throw new Problem(wechatProblems.push_not_configured);
    return this.reader;
  }
}
