import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';

export interface WechatPerson {
  appid: string;
  openid: string;
  unionid: string | null;
}

/** Which person of WeChat is which customer. */
@Injectable()
export class CustomerIdentities {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** The customer's openid under that appid: who pays. Null when they never signed in there. */
  async openid(customerId: string, appid: string): Promise<string | null> {
    const [row] = await this.database.query<{ openid: string }>(
      'identity.openid',
      `select openid from customers_identities where customer_id = $1 and appid = $2 and provider = 'wechat_mini_program'`,
      [customerId, appid],
    );
    return row?.openid ?? null;
  }

  /** Who this openid is; null for somebody who never signed in. */
  async customerOf(openid: string, appid: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      'identity.customer_of',
      `select customer_id as id from customers_identities where provider = 'wechat_mini_program' and appid = $1 and openid = $2`,
      [appid, openid],
    );
    return row?.id ?? null;
  }

  /**
   * Finds the customer behind a person of WeChat, or makes one. Two first sign-ins at the same moment make one customer,
   * and the same person in two mini programs of one business (same unionid) is one customer.
   */
  async recognise({ appid, openid, unionid }: WechatPerson): Promise<string> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`customers:${unionid ?? `${appid}:${openid}`}`]);
      const [known]: { customer_id: string; unionid: string | null }[] = await tx.query(
        `select customer_id, unionid from customers_identities where provider = 'wechat_mini_program' and appid = $1 and openid = $2`,
        [appid, openid],
      );
      if (known) {
        if (unionid && known.unionid !== unionid)
          await tx.query(`update customers_identities set unionid = $3 where appid = $1 and openid = $2`, [appid, openid, unionid]);
        return known.customer_id;
      }
      const [sibling]: { customer_id: string }[] = unionid
        ? await tx.query('select customer_id from customers_identities where unionid = $1 limit 1', [unionid])
        : [];
      const customerId = sibling?.customer_id ?? newId();
      const now = this.clock.now();
      if (!sibling) await tx.query('insert into customers (id, created_at) values ($1, $2)', [customerId, now]);
      await tx.query(
        `insert into customers_identities (id, customer_id, provider, appid, openid, unionid, created_at) values ($1, $2, 'wechat_mini_program', $3, $4, $5, $6)`,
        [newId(), customerId, appid, openid, unionid, now],
      );
      return customerId;
    });
  }
}
