import { Injectable } from '@nestjs/common';
import type { AddressInput, AddressView } from '@pailou/contracts';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { identityProblems } from './identity.errors.js';
import { IdentityQueries } from './identity.queries.js';

const most = 20;

/** A customer's address book: exactly one default as long as there is any. */
@Injectable()
export class AddressesService {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly queries: IdentityQueries,
  ) {}

  /** Throws `identity.address_not_found` (404), also for another's. */
  async find(customerId: string, id: string): Promise<AddressView> {
    const address = (await this.queries.addresses(customerId)).find((one) => one.id === id);
    if (!address) throw new Problem(identityProblems.address_not_found);
    return address;
  }

  /** Throws `identity.too_many_addresses` (409). */
  async add(customerId: string, input: AddressInput): Promise<AddressView> {
    const id = newId();
    await this.alone(customerId, async (tx) => {
      const [{ count }]: [{ count: number }] = await tx.query(
        'select count(*)::int as count from customers_addresses where customer_id = $1',
        [customerId],
      );
      if (count >= most) throw new Problem(identityProblems.too_many_addresses);
      await tx.query(
        'insert into customers_addresses (id, customer_id, name, phone, region, detail, is_default, created_at) values ($1, $2, $3, $4, $5, $6, false, $7)',
        [id, customerId, input.name, input.phone, input.region, input.detail, this.clock.now()],
      );
      if (input.isDefault || count === 0) await makeDefault(tx, customerId, id);
    });
    return this.find(customerId, id);
  }

  async change(customerId: string, id: string, input: AddressInput): Promise<AddressView> {
    await this.find(customerId, id);
    await this.alone(customerId, async (tx) => {
      await tx.query('update customers_addresses set name = $3, phone = $4, region = $5, detail = $6 where id = $1 and customer_id = $2', [
        id,
        customerId,
        input.name,
        input.phone,
        input.region,
        input.detail,
      ]);
      if (input.isDefault) await makeDefault(tx, customerId, id);
    });
    return this.find(customerId, id);
  }

  async remove(customerId: string, id: string): Promise<void> {
    const { isDefault } = await this.find(customerId, id);
    await this.alone(customerId, async (tx) => {
      await tx.query('delete from customers_addresses where id = $1 and customer_id = $2', [id, customerId]);
      const [next]: { id: string }[] = isDefault
        ? await tx.query('select id from customers_addresses where customer_id = $1 order by created_at, id limit 1', [customerId])
        : [];
      if (next) await makeDefault(tx, customerId, next.id);
    });
  }

  /** One change of an address book at a time. */
  private async alone(customerId: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('select from customers where id = $1 for update', [customerId]);
      await work(tx);
    });
  }
}

async function makeDefault(tx: Tx, customerId: string, id: string): Promise<void> {
  await tx.query('update customers_addresses set is_default = false where customer_id = $1 and is_default and id <> $2', [customerId, id]);
  await tx.query('update customers_addresses set is_default = true where id = $1', [id]);
}
