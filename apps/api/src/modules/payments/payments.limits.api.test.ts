import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownerEnv, signInOperator } from '../../../test/operators.js';
import { type Buyer, newBuyer, openShop, order, payByWechat, type Shop, stockGoods, until } from '../../../test/shop.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';
import { newId } from '../../kernel/ids.js';
import { PaymentAlarms } from './index.js';

let test: WechatTestApp;
let owner: { cookie: string };
let shop: Shop;
let variantId: string;
let buyer: Buyer;
beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv);
  owner = await signInOperator(test);
  shop = await openShop(test);
  ({ variantId } = await stockGoods(test, { priceFen: 100 }));
  buyer = await newBuyer(test);
});
afterAll(() => test.close());
beforeEach(() => test.sandbox.control.faults([]));

const ask = (method: string, path: string, body?: object) =>
  test.request(method, `/api/v1/admin/orders/${path}`, { as: owner, ...(body ? { body } : {}), headers: { 'idempotency-key': newId() } });
const sql = (text: string, values: unknown[] = []) => test.db.pool.query(text, values);

async function paidOrder(quantity = 1): Promise<{ id: string; lineId: string }> {
  const { body } = await order(test, buyer, shop, { lines: [{ variantId, quantity }] });
  await payByWechat(test, buyer, body.id);
  await test.request('POST', `/api/v1/storefront/orders/${body.id}/check-payment`, { as: buyer.as });
  await until(async () => (await ask('GET', body.id)).body.status === 'paid');
  return { id: body.id, lineId: body.lines[0].id };
}
const refundOne = ({ id, lineId }: { id: string; lineId: string }) =>
  ask('POST', `${id}/refunds`, { reason: '少了一杯', restock: false, lines: [{ lineId, quantity: 1 }] });

describe('WeChat’s limits of refunds', () => {
  it('fifty of one payment are made, the next is refused here in words, before WeChat is asked', async () => {
    const made = await paidOrder(60);
    expect((await ask('GET', `${made.id}/refund-limits`)).body).toMatchObject({ made: 0, left: 50, refusal: null });
    for (let n = 0; n < 49; n += 1) expect((await refundOne(made)).status).toBe(200);
    // Two at once for the last one: one of them is told.
    const last = await Promise.all([refundOne(made), refundOne(made)]);
    expect(last.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = await refundOne(made);
    expect(refused.body).toMatchObject({ status: 409, code: 'payments.too_many_refunds' });
    expect((await ask('GET', `${made.id}/refund-limits`)).body).toMatchObject({ made: 50, left: 0, refusal: 'too_many_refunds' });
    const count = async (status: string) =>
      Number((await sql(`select count(*) as n from payments_refunds where status = $1`, [status])).rows[0].n);
    await until(async () => (await count('pending')) === 0);
    expect(await count('succeeded')).toBe(50);
    // What the refused one had begun is undone: ten pieces are left.
    expect((await ask('GET', made.id)).body).toMatchObject({ refundedFen: 5000, lines: [{ refundedQuantity: 50 }] });
    // And the book itself holds it, whoever writes.
    await expect(
      sql(
        `insert into payments_refunds (id, attempt_id, out_refund_no, amount_fen, reason, automatic, status, created_at)
         select $1, id, 'one-more', 1, 'x', false, 'pending', now() from payments_attempts where payable_id = $2`,
        [newId(), made.id],
      ),
    ).rejects.toThrow('payments_attempts_refund_count');
  });
  it('one that fell back to us does not count', async () => {
    const made = await paidOrder(2);
    await test.sandbox.control.faults({ on: 'refund', outcome: 'CLOSED' });
    expect((await refundOne(made)).status).toBe(200);
    await until(
      async () => (await sql('select refund_count as n from payments_attempts where payable_id = $1', [made.id])).rows[0].n === 0,
    );
    expect((await ask('GET', `${made.id}/refund-limits`)).body).toMatchObject({ made: 0, left: 50 });
  });
  it('a year after the payment it is too late, to the day; cash has no such end', async () => {
    const made = await paidOrder(3);
    const paidAgo = (days: string) =>
      sql(`update payments_attempts set paid_at = now() - $2::interval where payable_id = $1`, [made.id, days]);
    await paidAgo('364 days 23 hours');
    expect((await refundOne(made)).status).toBe(200);
    await paidAgo('365 days 1 minute');
    expect((await refundOne(made)).body).toMatchObject({ status: 409, code: 'payments.refund_too_late' });
    const limits = (await ask('GET', `${made.id}/refund-limits`)).body;
    expect([limits.refusal, Date.parse(limits.until) < Date.now()]).toEqual(['refund_too_late', true]);

    const { body } = await order(test, buyer, shop, { lines: [{ variantId, quantity: 1 }] });
    await ask('POST', `${body.id}/cash`);
    await sql(`update payments_attempts set paid_at = now() - interval '2 years' where payable_id = $1`, [body.id]);
    expect((await ask('GET', `${body.id}/refund-limits`)).body).toEqual({ made: 0, left: null, until: null, refusal: null });
    expect((await ask('POST', `${body.id}/refunds`, { reason: '退现金', restock: false })).status).toBe(200);
  });
});

describe('the alarm for notifications that stop', () => {
  const alarms = () => test.app.get(PaymentAlarms);
  const warnings = async () => (await test.request('GET', '/ready')).body.warnings as string[];
  /** As if it had been a while ago. */
  const minutesPass = (minutes: number) =>
    sql(`update payments_attempts set ended_at = ended_at - make_interval(mins => $1) where status = 'paid'`, [minutes]);

  it('is raised by three payments in a row that only asking found, and clears itself when WeChat tells again', async () => {
    await sql('delete from payments_notifications');
    await sql(`update payments_attempts set ended_at = now() - interval '40 days' where status <> 'created'`);
    await sql(`update payments_refunds set settled_at = now() - interval '40 days' where status <> 'pending'`);
    await test.sandbox.control.faults({ on: 'notification', eventType: 'TRANSACTION.SUCCESS', action: 'drop', count: 3 });
    for (let n = 0; n < 3; n += 1) await paidOrder();
    expect(
      (await sql(`select heard_by, count(*)::int as n from payments_attempts where ended_at > now() - interval '1 hour' group by 1`)).rows,
    ).toEqual([{ heard_by: 'query', n: 3 }]);
    await alarms().watch();
    expect(await warnings(), 'a notice may still be on its way').toEqual([]);
    await minutesPass(10);
    await Promise.all([alarms().watch(), alarms().watch()]);
    expect(await alarms().standing()).toMatchObject([{ kind: 'payment_notices', unheard: 3, lastHeardAt: null }]);
    expect(await warnings()).toEqual(['payments.notices_stopped']);

    await paidOrder();
    await until(async () => (await test.sandbox.control.notifications()).at(-1)?.status === 'delivered');
    await alarms().watch();
    expect(await alarms().standing()).toEqual([]);
    expect(await warnings()).toEqual([]);
    expect((await sql('select kind, cleared_at is not null as cleared from payments_alarms')).rows).toEqual([
      { kind: 'payment_notices', cleared: true },
    ]);
  });
  it('is not raised by a payment that asking found before the notice came', async () => {
    for (let n = 0; n < 4; n += 1) {
      await paidOrder();
      await until(async () => (await test.sandbox.control.notifications()).at(-1)?.status === 'delivered');
    }
    await minutesPass(10);
    await alarms().watch();
    expect(await alarms().standing()).toEqual([]);
  });
});
