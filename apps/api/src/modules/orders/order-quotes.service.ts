import { Injectable } from '@nestjs/common';
import type { CartInput, CartLineInput, CartLineView, CartView, Fulfilment, QuoteInput, QuoteView } from '@pailou/contracts';
import type { z } from 'zod';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { CatalogPricing, type PriceBook } from '../catalog/index.js';
import { type Store, StoreDirectory } from '../stores/index.js';
import { modifierFaults, type PricedLine, priceLines, quote, type Quote } from './order-pricing.js';
import { ordersProblems } from './orders.errors.js';
import { type Language, OrdersQueries } from './orders.queries.js';

/** An order comes to at most this: a million yuan, what WeChat takes at once is less. */
const mostFen = 100_000_000;

/** Carts and prices: what something would cost now, at a store. */
@Injectable()
export class OrderQuotes {
  constructor(
    private readonly database: Database,
    private readonly stores: StoreDirectory,
    private readonly pricing: CatalogPricing,
    private readonly queries: OrdersQueries,
    private readonly clock: Clock,
  ) {}

  /** Prices a choice at a store. Throws `orders.fulfilment_not_offered`, `orders.modifiers` or `orders.too_much` (422), `stores.not_found` (404). */
  async quote(input: Pick<QuoteInput, 'storeId' | 'fulfilment' | 'lines'>): Promise<{ store: Store; quote: Quote }> {
    const store = await this.stores.find(input.storeId);
    if (!offers(store, input.fulfilment)) throw new Problem(ordersProblems.fulfilment_not_offered);
    const book = await this.book(store.id, input.lines);
    const errors = modifierFaults(input.lines, book);
    if (errors.length > 0) throw new Problem(ordersProblems.modifiers, { errors });
    const priced = quote({ storeId: store.id, fulfilment: input.fulfilment, lines: input.lines, book, delivery: store });
    if (priced.totalFen > mostFen) throw new Problem(ordersProblems.too_much);
    return { store, quote: priced };
  }

  /** The lines that the server keeps for a customer at a store, priced now. */
  async cart(customerId: string, storeId: string, language: Language): Promise<CartView> {
    await this.stores.find(storeId);
    return this.cartView(storeId, await this.queries.cart(customerId, storeId), language);
  }

  /** Replaces the cart. Lines that cannot be ordered are kept, and say why. */
  async keepCart(customerId: string, storeId: string, { lines }: z.output<typeof CartInput>, language: Language): Promise<CartView> {
    await this.stores.find(storeId);
    await this.database.transaction((tx) =>
      tx.query(
        `insert into orders_carts (customer_id, store_id, lines, updated_at) values ($1, $2, $3, $4)
         on conflict (customer_id, store_id) do update set lines = excluded.lines, updated_at = excluded.updated_at`,
        [customerId, storeId, JSON.stringify(lines), this.clock.now()],
      ),
    );
    return this.cartView(storeId, lines, language);
  }

  private async cartView(storeId: string, lines: CartLineInput[], language: Language): Promise<CartView> {
    const priced = priceLines(lines, await this.book(storeId, lines));
    return {
      storeId,
      lines: priced.map((line) => lineView(line, language)),
      count: lines.reduce((sum, line) => sum + line.quantity, 0),
      totalFen: priced.reduce((sum, line) => sum + line.totalFen, 0),
    };
  }

  private book(storeId: string, lines: readonly CartLineInput[]): Promise<PriceBook> {
    const unique = (ids: string[]) => [...new Set(ids)];
    return this.pricing.load(storeId, unique(lines.map((line) => line.variantId)), unique(lines.flatMap((line) => line.modifierIds)));
  }
}

function offers(store: Store, fulfilment: Fulfilment): boolean {
  return { pickup: store.pickup, delivery: store.delivery, dine_in: store.dineIn }[fulfilment];
}

export function quoteView({ lines, steps, totalFen, hash }: Quote, language: Language): QuoteView {
  return { lines: lines.map((line) => lineView(line, language)), steps, totalFen, hash };
}

function lineView({ choice, ...line }: PricedLine, language: Language): CartLineView {
  return { ...line, choice: choice[language] || choice.zh };
}
