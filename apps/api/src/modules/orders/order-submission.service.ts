import { Injectable } from '@nestjs/common';
import type { CartLineInput, SubmitOrder } from '@pailou/contracts';
import type { z } from 'zod';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/http/idempotency.js';
import { Problem } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CatalogStock } from '../catalog/index.js';
import { AddressesService } from '../identity/index.js';
import { businessDay, isOpen, StoreDirectory } from '../stores/index.js';
import { OrderBook } from './order-book.service.js';
import { orderNumber, pickupNumber } from './order-numbers.js';
import type { PricedLine, Quote } from './order-pricing.js';
import { OrderQuotes, quoteView } from './order-quotes.service.js';
import { ordersProblems } from './orders.errors.js';
import { type Language, lockOrder, type Order } from './orders.queries.js';

type Submission = z.output<typeof SubmitOrder>;

/** How long an order waits for its money. */
const payWithinMs = 15 * 60_000;

/** Makes orders: one transaction checks the price again, reserves the stock, numbers the order and writes it down. */
@Injectable()
export class OrderSubmission {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly quotes: OrderQuotes,
    private readonly stores: StoreDirectory,
    private readonly addresses: AddressesService,
    private readonly stock: CatalogStock,
    private readonly book: OrderBook,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the order that was quoted, once for each idempotency key; an order of nothing to pay is paid at once.
   * Throws `orders.quote_stale` or `orders.unavailable` (409, with the new quote as `quote`), `orders.store_closed` (409),
   * `orders.address_required`, `orders.table_required` (422), `catalog.not_enough` (409) when another was quicker.
   */
  async submit(customerId: string, key: string, input: Submission, language: Language): Promise<string> {
    const { orderId } = await this.database.transaction((tx) =>
      this.idempotency.once(tx, { scope: `orders.submit:${customerId}`, key, body: input }, async () => ({
        orderId: await this.place(tx, customerId, input, language),
      })),
    );
    return orderId;
  }

  private async place(tx: Tx, customerId: string, input: Submission, language: Language): Promise<string> {
    const now = this.clock.now();
    const { store, quote } = await this.quotes.quote(input);
    if (!isOpen(store, now)) throw new Problem(ordersProblems.store_closed);
    const table = await this.tableOf(input);
    const address = await this.addressOf(customerId, input);
    this.check(quote, input.quoteHash, language);
    await this.stock.reserve(tx, quote.lines);

    const { date } = businessDay(store.timeZone, now);
    const place = await nextPlace(tx, store.id, date);
    const id = newId();
    await tx.query(
      `insert into orders (id, number, pickup_number, store_id, store_name, time_zone, customer_id, status, fulfilment, table_id, table_label, address,
                           contact_phone, note, steps, total_fen, stock, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'unpaid', $8, $9, $10, $11, $12, $13, $14, $15, 'reserved', $16, $17)`,
      [
        id,
        orderNumber(date, place),
        pickupNumber(place),
        store.id,
        JSON.stringify(store.name),
        store.timeZone,
        customerId,
        input.fulfilment,
        table?.id ?? null,
        table?.label ?? null,
        address && JSON.stringify(address),
        input.contactPhone ?? null,
        input.note,
        JSON.stringify(quote.steps),
        quote.totalFen,
        now,
        new Date(now.getTime() + payWithinMs),
      ],
    );
    await insertLines(tx, id, quote.lines);
    await takeOutOfCart(tx, customerId, store.id, quote.lines, now);
    await this.begin(tx, (await lockOrder(tx, id))!);
    return id;
  }

  private async begin(tx: Tx, order: Order): Promise<void> {
    await this.book.note(tx, order, 'submitted', 'customer');
    if (order.totalFen > 0) {
      await this.jobs.add(tx, 'orders.expire', { orderId: order.id }, { runAt: order.expiresAt, jobKey: `orders.expire:${order.id}` });
      return;
    }
    const lines: { variantId: string; quantity: number }[] = await tx.query(
      'select variant_id as "variantId", quantity from orders_lines where order_id = $1',
      [order.id],
    );
    await this.stock.commit(tx, lines);
    await tx.query(`update orders set stock = 'sold' where id = $1`, [order.id]);
    await this.book.move(tx, order, 'pay', 'system', this.clock.now());
  }

  /** What was quoted must still hold, to the fen. */
  private check(quote: Quote, hash: string, language: Language): void {
    const meta = { quote: quoteView(quote, language) };
    const errors = quote.lines.flatMap((line, index) =>
      line.problem ? [{ path: `lines.${index}`, code: line.problem, message: line.name[language] || line.name.zh }] : [],
    );
    if (errors.length > 0) throw new Problem(ordersProblems.unavailable, { errors, meta });
    if (quote.hash !== hash) throw new Problem(ordersProblems.quote_stale, { meta });
  }

  private async tableOf(input: Submission): Promise<{ id: string; label: string } | null> {
    if (input.fulfilment !== 'dine_in') return null;
    if (!input.tableId) throw new Problem(ordersProblems.table_required);
    return this.stores.findTable(input.storeId, input.tableId);
  }

  /** The address as it is now: later changes of the address book do not move the order. */
  private async addressOf(
    customerId: string,
    input: Submission,
  ): Promise<{ name: string; phone: string; region: string; detail: string } | null> {
    if (input.fulfilment !== 'delivery') return null;
    if (!input.addressId) throw new Problem(ordersProblems.address_required);
    const { name, phone, region, detail } = await this.addresses.find(customerId, input.addressId);
    return { name, phone, region, detail };
  }
}

/** The next number of the store's day. The row is locked until the commit, so this comes after the stock. */
async function nextPlace(tx: Tx, storeId: string, day: string): Promise<number> {
  const [row]: { last: number }[] = await tx.query(
    `insert into orders_numbers (store_id, day, last) values ($1, $2, 1)
     on conflict (store_id, day) do update set last = orders_numbers.last + 1 returning last`,
    [storeId, day],
  );
  return row!.last;
}

async function insertLines(tx: Tx, orderId: string, lines: readonly PricedLine[]): Promise<void> {
  const rows = lines.map((line, position) => ({ ...line, id: newId(), position }));
  await tx.query(
    `insert into orders_lines (id, order_id, position, product_id, variant_id, modifier_ids, name, choice, picture_url, unit_fen, quantity, total_fen)
     select id, $1, position, "productId", "variantId", "modifierIds", name, choice, "pictureUrl", "unitFen", quantity, "totalFen"
       from jsonb_to_recordset($2::jsonb) as l (id uuid, position int, "productId" uuid, "variantId" uuid, "modifierIds" jsonb, name jsonb, choice jsonb,
                                               "pictureUrl" text, "unitFen" bigint, quantity int, "totalFen" bigint)`,
    [orderId, JSON.stringify(rows)],
  );
}

/** What was ordered leaves the cart; what else is in it stays. */
async function takeOutOfCart(tx: Tx, customerId: string, storeId: string, ordered: readonly CartLineInput[], now: Date): Promise<void> {
  const [cart]: { lines: CartLineInput[] }[] = await tx.query(
    'select lines from orders_carts where customer_id = $1 and store_id = $2 for update',
    [customerId, storeId],
  );
  if (!cart) return;
  const keys = new Set(ordered.map(keyOf));
  const left = cart.lines.filter((line) => !keys.has(keyOf(line)));
  await tx.query('update orders_carts set lines = $3, updated_at = $4 where customer_id = $1 and store_id = $2', [
    customerId,
    storeId,
    JSON.stringify(left),
    now,
  ]);
}

const keyOf = (line: Pick<CartLineInput, 'variantId' | 'modifierIds'>): string =>
  [line.variantId, ...[...line.modifierIds].sort()].join(' ');
