import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../src/kernel/ids.js';
import { ownerEnv, signInOperator } from './operators.js';
import { hurry, openShop, order, type Shop, stockGoods } from './shop.js';
import { createWechatTestApp, type TestCustomer, type WechatTestApp } from './wechat.js';

// The whole main job again and again while everything between the shop and WeChat fails at every tenth chance, by a
// seed. In the end nobody’s money is lost or made up: our books and WeChat’s bill say the same, to the fen.
// `pnpm soak` plays 1,000 rounds; the test a few dozen.

const rounds = Number(process.env.SOAK_ROUNDS ?? 40);
const seed = Number(process.env.SOAK_SEED ?? 20261121);
const rate = 0.1;
const hands = 8;

let test: WechatTestApp;
let owner: { cookie: string };
let shop: Shop;
let variantId: string;
let customers: TestCustomer[];

/** Draws that a seed repeats, one row for each round, so that the order in which rounds run changes nothing. */
const draw = (round: number, what: number): number => {
  let x = (seed ^ (round * 0x9e3779b1) ^ (what * 0x85ebca6b)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97) >>> 0;
  return ((x ^ (x >>> 15)) >>> 0) / 4_294_967_296;
};

beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv, undefined, { paymentDelayMs: 0, refundDelayMs: 10, notifyDelaysMs: [20, 40, 80, 160] });
  owner = await signInOperator(test);
  shop = await openShop(test);
  ({ variantId } = await stockGoods(test, { stock: 100_000 }));
  customers = await Promise.all(Array.from({ length: hands }, (_, n) => test.customer(`客 ${n}`)));
  const every = (paths: string[], actions: string[], more: object = {}) =>
    paths.flatMap((path, p) =>
      actions.map((action, a) => ({ on: 'answer' as const, path, action, rate: rate / actions.length, seed: seed + p * 100 + a, ...more })),
    );
  await test.sandbox.control.faults([
    ...every(['/v3/pay/transactions', '/v3/refund'], ['error', 'http', 'cut', 'lose', 'half', 'probe'], {
      status: 500,
      code: 'SYSTEM_ERROR',
    }),
    ...every(['/cgi-bin'], ['error', 'cut', 'lose'], { errcode: 42001 }),
    ...['drop', 'duplicate', 'reorder', 'probe', 'delay'].map((action, n) => ({
      on: 'notification' as const,
      action,
      rate: rate / 5,
      seed: seed + n,
      delayMs: 300,
    })),
    { on: 'close' as const, action: 'paid', rate: rate / 2, seed },
    { on: 'close' as const, action: 'paying', rate: rate / 2, seed: seed + 1, delayMs: 100 },
  ] as Parameters<typeof test.sandbox.control.faults>[0]);
}, 60_000);
afterAll(() => test.close());

const admin = (path: string, body?: object) =>
  test.request('POST', `/api/v1/admin/orders/${path}`, { as: owner, ...(body ? { body, headers: { 'idempotency-key': newId() } } : {}) });

/** One customer’s visit: orders, tries to pay as phones do, goes or stays; the house does its part. */
async function visit(round: number, customer: TestCustomer): Promise<void> {
  const placed = await order(test, customer, shop, { lines: [{ variantId, quantity: 1 + Math.floor(draw(round, 1) * 3) }] });
  expect(placed.status).toBe(201);
  const { id } = placed.body;
  const means = draw(round, 2);
  for (let tries = 0; tries < 4 && means < 0.85; tries += 1) {
    const asked = await test.request('POST', `/api/v1/storefront/orders/${id}/pay`, { as: customer.as });
    if (asked.status !== 200) continue;
    if (means > 0.75) await test.sandbox.control.pay(customer.wechatId, asked.body.package, 'cancel', asked.body);
    else await test.sandbox.control.pay(customer.wechatId, asked.body.package, 'pay', asked.body).catch(() => undefined);
    await test.request('POST', `/api/v1/storefront/orders/${id}/check-payment`, { as: customer.as });
    break;
  }
  const then = draw(round, 3);
  if (then < 0.1) await test.request('POST', `/api/v1/storefront/orders/${id}/cancel`, { as: customer.as });
  else if (then < 0.2) await admin(`${id}/cancel`);
  else if (then < 0.8) for (const step of ['accept', 'ready', 'complete']) await admin(`${id}/${step}`);
  if (draw(round, 4) < 0.3)
    await admin(`${id}/refunds`, { reason: '少了一份', restock: false, lines: [{ lineId: placed.body.lines[0].id, quantity: 1 }] });
}

const rows = async <T>(sql: string): Promise<T[]> => (await test.db.pool.query(sql)).rows as T[];
const open = async () =>
  Number(
    (
      await rows<{ n: string }>(
        `select (select count(*) from orders where status = 'unpaid') + (select count(*) from payments_attempts where status in ('created', 'prepaid')) + (select count(*) from payments_refunds where status = 'pending') as n`,
      )
    )[0]!.n,
  );

it(
  `${rounds} visits, each tenth answer and notice broken: paid once and served, or closed, or refunded; the books equal the bill`,
  async () => {
    await Promise.all(
      customers.map(async (customer, hand) => {
        for (let round = hand; round < rounds; round += hands) await visit(round, customer);
      }),
    );
    // The storm is over, and the hour in which customers may pay with it.
    await test.sandbox.control.faults([]);
    for (let minute = 0; minute < 120 && (await open()) > 0; minute += 1) {
      await test.db.pool.query(`update orders set expires_at = now() - interval '1 second' where status = 'unpaid'`);
      await test.db.pool.query(
        `update payments_attempts set expires_at = now() - interval '1 second' where status in ('created', 'prepaid')`,
      );
      await test.db.pool.query(
        `select graphile_worker.add_job('orders.expire', json_build_object('orderId', id), job_key => 'orders.expire:' || id) from orders where status = 'unpaid'`,
      );
      for (const task of ['orders.expire', 'payments.poll', 'payments.refund', 'deliver-event']) await hurry(test, task);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(await open()).toBe(0);
    expect(await rows(`select status, count(*)::int as n from orders group by 1`)).not.toEqual([]);

    // Nobody paid twice; what was paid is served, under way, or was given back whole.
    expect(
      await rows(
        `select payable_id from payments_attempts where status = 'paid' group by 1 having count(*) > 1 and sum(amount_fen - refunded_fen) > max(amount_fen)`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        `select o.id, o.status from orders o where o.status in ('expired', 'cancelled') and exists (select from payments_attempts a where a.payable_id = o.id and a.status = 'paid' and a.refunded_fen < a.amount_fen)`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        `select o.id from orders o where o.status in ('paid', 'accepted', 'ready', 'completed') and not exists (select from payments_attempts a where a.payable_id = o.id and a.status = 'paid')`,
      ),
    ).toEqual([]);
    // The stock is what was counted less what is sold.
    const [{ left, reserved }] = (await rows<{ left: number; reserved: number }>(
      `select stock::int as left, reserved::int from catalog_variants where id = '${variantId}'`,
    )) as [{ left: number; reserved: number }];
    const [{ sold }] = (await rows<{ sold: number }>(
      `select coalesce(sum(l.quantity - l.restocked_quantity), 0)::int as sold from orders_lines l join orders o on o.id = l.order_id where o.stock = 'sold'`,
    )) as [{ sold: number }];
    expect({ left, reserved }).toEqual({ left: 100_000 - sold, reserved: 0 });

    // To the fen, and row by row.
    const ours = await rows<{ number: string; fen: number }>(
      `select out_trade_no as number, amount_fen::float8 as fen from payments_attempts where status = 'paid' and method = 'wechat' order by 1`,
    );
    const given = await rows<{ number: string; fen: number }>(
      `select out_refund_no as number, amount_fen::float8 as fen from payments_refunds where status = 'succeeded' order by 1`,
    );
    const bill = await tradeRows();
    const byNumber = (a: { number: string }, b: { number: string }) => (a.number < b.number ? -1 : 1);
    expect(
      bill
        .flatMap(({ state, outTradeNo, totalFen }) => (state === 'SUCCESS' ? [{ number: outTradeNo, fen: totalFen }] : []))
        .sort(byNumber),
    ).toEqual(ours.sort(byNumber));
    expect(
      bill
        .flatMap(({ state, outRefundNo, refundFen }) => (state === 'REFUND' ? [{ number: outRefundNo, fen: refundFen }] : []))
        .sort(byNumber),
    ).toEqual(given.sort(byNumber));
    expect(ours.length).toBeGreaterThan(rounds / 3);
    const injected = await test.sandbox.control.injectedFaults();
    expect(JSON.stringify(injected)).not.toBe('{}');
    console.log(
      `${rounds} visits, ${ours.length} paid, ${given.length} refunds`,
      await rows('select status, count(*)::int as n from orders group by 1 order by 1'),
    );
  },
  60_000 + rounds * 1500,
);

interface TradeRow {
  state: string;
  outTradeNo: string;
  outRefundNo: string;
  totalFen: number;
  refundFen: number;
}
/** Every row of the bills of yesterday and today in China: the storm may blow over midnight. */
async function tradeRows(): Promise<TradeRow[]> {
  const fen = (yuan = '0') => Math.round(Number(yuan) * 100);
  const bills = await Promise.all(
    [-1, 0].map((day) =>
      test.sandbox.control.bill('trade', new Date(Date.now() + 8 * 3_600_000 + day * 86_400_000).toISOString().slice(0, 10)),
    ),
  );
  return bills.flatMap((bill) =>
    (bill ?? '')
      .split(/\r?\n/)
      .filter((line) => line.startsWith('`20'))
      .map((line) => {
        const cells = line.slice(1).split(',`');
        return {
          state: cells[9] ?? '',
          outTradeNo: cells[6] ?? '',
          outRefundNo: cells[15] ?? '',
          totalFen: fen(cells[24]),
          refundFen: fen(cells[16]),
        };
      }),
  );
}
