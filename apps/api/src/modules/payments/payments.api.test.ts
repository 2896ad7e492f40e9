import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wechatNews } from '../../../test/wechat-news.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/database.js';
import { type Payable, Payables, Payments, type RefundNews } from './index.js';

/** Something to be paid that is no order: what payments promises, it promises to all. */
class Parcels implements Payable {
  async describe(tx: Tx, id: string) {
    const [row]: { fen: number; status: string; customer: string | null; expiresAt: Date }[] = await tx.query(
      'select fen, status, customer, expires_at as "expiresAt" from parcels where id = $1 for update',
      [id],
    );
    return row
      ? { amountFen: row.fen, description: '一个包裹', customerId: row.customer, open: row.status === 'unpaid', expiresAt: row.expiresAt }
      : null;
  }
  async paid(tx: Tx, id: string): Promise<'honoured' | 'refund'> {
    const [, changed]: [unknown, number] = await tx.query(
      `update parcels set status = 'paid', times = times + 1 where id = $1 and status = 'unpaid'`,
      [id],
    );
    return changed === 1 ? 'honoured' : 'refund';
  }
  async refunded(tx: Tx, id: string, { status, amountFen, automatic, released }: RefundNews): Promise<void> {
    await tx.query('update parcels set news = news || $2::jsonb where id = $1', [
      id,
      JSON.stringify([[status, amountFen, automatic, released]]),
    ]);
  }
  async closed(tx: Tx, id: string): Promise<void> {
    await tx.query('update parcels set closed = closed + 1 where id = $1', [id]);
  }
}

let test: WechatTestApp;
let payments: Payments;
let payer: { wechatId: string; openid: string; customer: string };
beforeAll(async () => {
  test = await createWechatTestApp();
  payments = test.app.get(Payments);
  test.app.get(Payables).register('parcel', new Parcels());
  await test.db.pool.query(
    `create table parcels (id uuid primary key, fen int not null, status text not null default 'unpaid', customer uuid, expires_at timestamptz not null, times int not null default 0, closed int not null default 0, news jsonb not null default '[]')`,
  );
  payer = await newPayer();
});
afterAll(() => test.close());
beforeEach(() => test.sandbox.control.faults([]));

async function newPayer() {
  const { id: wechatId, openid } = await test.sandbox.control.createCustomer();
  const customer = newId();
  await test.db.pool.query(`insert into customers (id, created_at) values ($1, now())`, [customer]);
  await test.db.pool.query(
    `insert into customers_identities (id, customer_id, provider, appid, openid, created_at) values ($1, $2, 'wechat_mini_program', $3, $4, now())`,
    [newId(), customer, test.sandbox.credentials.appid, openid],
  );
  return { wechatId, openid, customer };
}
async function parcel(fen = 1800, expiresInMs = 15 * 60_000): Promise<string> {
  const id = newId();
  await test.db.pool.query('insert into parcels (id, fen, customer, expires_at) values ($1, $2, $3, $4)', [
    id,
    fen,
    payer.customer,
    new Date(Date.now() + expiresInMs),
  ]);
  return id;
}
const state = async (id: string) =>
  (await test.db.pool.query('select status, times, closed, news from parcels where id = $1', [id])).rows[0] as {
    status: string;
    times: number;
    closed: number;
    news: unknown[];
  };
const attempts = async (id: string) =>
  (
    await test.db.pool.query(
      'select id, status, out_trade_no as "outTradeNo", refunded_fen::int as "refundedFen", failure from payments_attempts where payable_id = $1 order by created_at, id',
      [id],
    )
  ).rows as { id: string; status: string; outTradeNo: string; refundedFen: number; failure: string | null }[];
const events = async (type: string, id: string) =>
  (await test.db.pool.query(`select payload from events where type = $1 and payload ->> 'payableId' = $2`, [type, id])).rowCount;
const pay = async (id: string, whom = payer) => {
  const params = await payments.prepay('parcel', id);
  return test.sandbox.control.pay(whom.wechatId, params.package, 'pay', params);
};
const until = async (what: () => Promise<boolean>) => {
  for (let i = 0; i < 200; i += 1) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen within ten seconds');
};
const paid = (id: string) => until(async () => (await state(id)).status === 'paid');
/** Makes the job that waits for its time run now. */
const hurry = (task: string) =>
  test.db.pool.query(
    `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where task_identifier = $1`,
    [task],
  );
const refund = async (id: string, amountFen: number) => {
  const refundId = newId();
  await test.db.transaction((tx) => payments.refund(tx, 'parcel', id, { refundId, amountFen, reason: '卖完了' }));
  return refundId;
};
const refundState = async (refundId: string) =>
  (await test.db.pool.query('select status, released, failure from payments_refunds where id = $1', [refundId])).rows[0] as {
    status: string;
    released: boolean;
    failure: string | null;
  };
/** Posts a notification, genuine but for what is changed. */
const post = async (news: { headers: Record<string, string>; body: string }, kind: 'pay' | 'refund' = 'pay') => {
  const answer = await fetch(`${test.url}/api/v1/wechat/${kind}/notify`, { method: 'POST', ...news });
  return { status: answer.status, text: await answer.text() };
};
const transaction = (outTradeNo: string, change: object = {}) => ({
  appid: test.sandbox.credentials.appid,
  mchid: test.sandbox.credentials.mchid,
  out_trade_no: outTradeNo,
  transaction_id: `42000${newId().replaceAll('-', '').slice(0, 23)}`,
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  success_time: '2026-11-21T12:00:00+08:00',
  payer: { openid: payer.openid },
  amount: { total: 1800, payer_total: 1800, currency: 'CNY', payer_currency: 'CNY' },
  ...change,
});
const news = (resource: object, at?: Date, id?: string) =>
  wechatNews(test.sandbox.credentials, 'transaction', 'TRANSACTION.SUCCESS', resource, at, id);
/** A parcel whose payment WeChat could tell of now. */
async function prepaid(): Promise<{ id: string; outTradeNo: string }> {
  const id = await parcel();
  await payments.prepay('parcel', id);
  return { id, outTradeNo: (await attempts(id))[0]!.outTradeNo };
}

describe('a payment', () => {
  it('is paid by the customer and applied once, by WeChat’s notification', async () => {
    const id = await parcel();
    expect(await pay(id)).toMatchObject({ result: 'ok' });
    await paid(id);
    expect(await attempts(id)).toMatchObject([{ status: 'paid' }]);
    expect(await events('payment.paid', id)).toBe(1);
    expect((await test.sandbox.control.notifications()).at(-1)?.attempts).toMatchObject([{ status: 204 }]);
  });
  it('keeps its attempt while it lives, each time signed anew', async () => {
    const id = await parcel();
    const [a, b] = [await payments.prepay('parcel', id), await payments.prepay('parcel', id)];
    expect(a.package).toBe(b.package);
    expect(a.paySign).not.toBe(b.paySign);
    expect(await attempts(id)).toHaveLength(1);
  });
  it('has one attempt although ten ask at once', async () => {
    const id = await parcel();
    await Promise.all(Array.from({ length: 10 }, () => payments.prepay('parcel', id)));
    expect(await attempts(id)).toMatchObject([{ status: 'prepaid' }]);
  });
  it('closes the old attempt at WeChat before a new one, when the amount changed', async () => {
    const id = await parcel(1000);
    await payments.prepay('parcel', id);
    await test.db.pool.query('update parcels set fen = 900 where id = $1', [id]);
    await payments.prepay('parcel', id);
    const [old, young] = await attempts(id);
    expect([old?.status, young?.status]).toEqual(['closed', 'prepaid']);
    expect((await test.sandbox.control.order(old!.outTradeNo))?.state).toBe('CLOSED');
  });
  it('is not begun for what is paid, and not without an openid', async () => {
    const id = await parcel();
    await pay(id);
    await paid(id);
    await expect(payments.prepay('parcel', id)).rejects.toThrow('payments.not_payable');
    const other = await parcel();
    await test.db.pool.query('update parcels set customer = $2 where id = $1', [other, newId()]);
    await expect(payments.prepay('parcel', other)).rejects.toThrow('payments.no_openid');
    await expect(payments.prepay('parcel', newId())).rejects.toThrow('payments.not_found');
  });
  it('goes on under the same number after an answer that was lost', async () => {
    const id = await parcel();
    await test.sandbox.control.faults({ on: 'answer', path: '/v3/pay/transactions/jsapi', action: 'lose' });
    await expect(payments.prepay('parcel', id)).rejects.toThrow('payments.unavailable');
    await payments.prepay('parcel', id);
    expect(await attempts(id)).toMatchObject([{ status: 'prepaid' }]);
  });
  it('says that WeChat refused, and begins anew afterwards', async () => {
    const id = await parcel();
    await test.sandbox.control.faults({ on: 'answer', path: '/v3/pay/transactions/jsapi', action: 'error', status: 403, code: 'NO_AUTH' });
    await expect(payments.prepay('parcel', id)).rejects.toThrow('payments.refused');
    expect(await attempts(id)).toMatchObject([{ status: 'failed', failure: 'NO_AUTH' }]);
    await pay(id);
    await paid(id);
  });
});

describe('a notification', () => {
  it('that was lost is made up for by asking', async () => {
    const id = await parcel();
    await test.sandbox.control.faults({ on: 'notification', action: 'drop' });
    await pay(id);
    await hurry('payments.poll');
    await paid(id);
    expect((await test.sandbox.control.notifications()).at(-1)).toMatchObject({ status: 'dropped', attempts: [] });
  });
  it('that was lost is made up for although the job that asks was lost too', async () => {
    const id = await parcel();
    await test.sandbox.control.faults({ on: 'notification', action: 'drop' });
    await pay(id);
    const [attempt] = await attempts(id);
    await test.db.pool.query('select graphile_worker.remove_job($1)', [`payments.poll:${attempt!.id}`]);
    await test.db.pool.query(`select graphile_worker.add_job('payments.sweep')`);
    await paid(id);
  });
  it('that was lost is made up for when the client says that it paid', async () => {
    const id = await parcel();
    await test.sandbox.control.faults({ on: 'notification', action: 'drop' });
    await pay(id);
    await payments.check('parcel', id);
    expect(await state(id)).toMatchObject({ status: 'paid', times: 1 });
  });
  it('that comes twice at once is applied once', async () => {
    const id = await parcel();
    await test.sandbox.control.faults({ on: 'notification', action: 'duplicate' });
    await pay(id);
    await paid(id);
    await until(async () => (await test.sandbox.control.notifications()).at(-1)!.attempts.length === 2);
    expect(await state(id)).toMatchObject({ times: 1 });
    expect(await events('payment.paid', id)).toBe(1);
    expect((await attempts(id))[0]?.refundedFen).toBe(0);
  });
  it('that comes after asking changes nothing', async () => {
    const id = await parcel();
    await test.sandbox.control.faults({ on: 'notification', action: 'delay', delayMs: 300 });
    await pay(id);
    await payments.check('parcel', id);
    expect(await state(id)).toMatchObject({ status: 'paid', times: 1 });
    await until(async () => (await test.sandbox.control.notifications()).at(-1)!.status === 'delivered');
    expect(await state(id)).toMatchObject({ times: 1, news: [] });
  });
  it('with a probing signature is refused, and the true one after it is taken', async () => {
    const id = await parcel();
    await test.sandbox.control.faults({ on: 'notification', action: 'probe' });
    await pay(id);
    await paid(id);
    expect((await test.sandbox.control.notifications()).at(-1)?.attempts).toMatchObject([
      { status: 401, probe: true },
      { status: 204, probe: false },
    ]);
  });
  it('that is replayed, by its id or under another, changes nothing', async () => {
    const { id, outTradeNo } = await prepaid();
    const resource = transaction(outTradeNo);
    const first = news(resource, new Date(), 'EV-replayed');
    expect(await post(first)).toEqual({ status: 204, text: '' });
    expect(await post(first)).toEqual({ status: 204, text: '' });
    expect(await Promise.all(Array.from({ length: 5 }, () => post(news(resource))))).toEqual(
      Array.from({ length: 5 }, () => ({ status: 204, text: '' })),
    );
    expect(await state(id)).toMatchObject({ status: 'paid', times: 1, news: [] });
    expect(await events('payment.paid', id)).toBe(1);
  });
  it('that is forged, altered, stale or unsigned is refused in WeChat’s own format and changes nothing', async () => {
    const { id, outTradeNo } = await prepaid();
    const good = news(transaction(outTradeNo));
    const forged = [
      { ...good, headers: { ...good.headers, 'wechatpay-signature': Buffer.alloc(256, 7).toString('base64') } },
      { ...good, headers: { ...good.headers, 'wechatpay-serial': 'PUB_KEY_ID_0000' } },
      { ...good, body: good.body.replace('TRANSACTION.SUCCESS', 'TRANSACTION.SUCCESs') },
      { ...good, headers: { 'content-type': 'application/json' } },
      news(transaction(outTradeNo), new Date(Date.now() - 301_000)),
      wechatNews({ ...test.sandbox.credentials, apiV3Key: 'k'.repeat(32) }, 'transaction', 'TRANSACTION.SUCCESS', transaction(outTradeNo)),
    ];
    for (const one of forged) {
      const { status, text } = await post(one);
      expect(status).toBe(401);
      expect(JSON.parse(text)).toEqual({ code: 'FAIL', message: expect.any(String) });
    }
    expect(await state(id)).toMatchObject({ status: 'unpaid' });
    expect((await post(good)).status).toBe(204);
  });
  it('for the other address, or about a number that is not ours, is refused', async () => {
    const { id, outTradeNo } = await prepaid();
    expect((await post(news(transaction(outTradeNo)), 'refund')).status).toBe(400);
    const early = news(transaction('n'.repeat(32)));
    expect((await post(early)).status).toBe(404);
    expect((await post(early)).status).toBe(404);
    expect(await state(id)).toMatchObject({ status: 'unpaid' });
  });
  it.each([
    ['appid', { appid: 'wx0000000000000000' }],
    ['merchant', { mchid: '1900000000' }],
    ['amount', { amount: { total: 1799, payer_total: 1799, currency: 'CNY', payer_currency: 'CNY' } }],
    ['currency', { amount: { total: 1800, payer_total: 1800, currency: 'USD', payer_currency: 'USD' } }],
  ])('about another %s is not applied', async (_, change) => {
    const { id, outTradeNo } = await prepaid();
    const wrong = news(transaction(outTradeNo, change));
    expect([(await post(wrong)).status, (await post(wrong)).status]).toEqual([400, 400]);
    expect(await state(id)).toMatchObject({ status: 'unpaid' });
    expect(await events('payment.mismatch', id)).toBe(1);
  });
  it('about another amount is not applied but raises an alarm', async () => {
    const id = await parcel();
    const params = await payments.prepay('parcel', id);
    // As if the attempt had been for something else: the money at WeChat is 18 yuan.
    await test.db.pool.query('update payments_attempts set amount_fen = 1801 where payable_id = $1', [id]);
    await test.sandbox.control.pay(payer.wechatId, params.package);
    await until(async () => (await events('payment.mismatch', id)) === 1);
    expect(await state(id)).toMatchObject({ status: 'unpaid', times: 0 });
    await until(async () => (await test.sandbox.control.notifications()).at(-1)!.attempts.length >= 2);
    expect((await test.sandbox.control.notifications()).at(-1)!.attempts.every((attempt) => attempt.status === 400)).toBe(true);
    await payments.check('parcel', id);
    expect(await events('payment.mismatch', id)).toBe(1);
  });
});

describe('closing', () => {
  it('closes at WeChat first, and tells the payable', async () => {
    const id = await parcel();
    await payments.prepay('parcel', id);
    expect(await payments.closeLive('parcel', id)).toBe('closed');
    const [attempt] = await attempts(id);
    expect((await test.sandbox.control.order(attempt!.outTradeNo))?.state).toBe('CLOSED');
    expect(await state(id)).toMatchObject({ closed: 1, status: 'unpaid' });
    expect(await payments.closeLive('parcel', id)).toBe('none');
  });
  it('finds that the money was faster', async () => {
    const id = await parcel();
    await test.sandbox.control.faults({ on: 'notification', action: 'drop' });
    await pay(id);
    expect(await payments.closeLive('parcel', id)).toBe('paid');
    expect(await state(id)).toMatchObject({ status: 'paid', times: 1, closed: 0 });
  });
  it('changes nothing while WeChat is silent', async () => {
    const id = await parcel();
    await payments.prepay('parcel', id);
    await test.sandbox.control.faults({
      on: 'answer',
      path: '/v3/pay/transactions',
      action: 'error',
      status: 500,
      code: 'SYSTEM_ERROR',
      count: 5,
    });
    await expect(payments.closeLive('parcel', id)).rejects.toThrow('payments.unavailable');
    expect(await attempts(id)).toMatchObject([{ status: 'prepaid' }]);
    await test.sandbox.control.faults([]);
    expect(await payments.closeLive('parcel', id)).toBe('closed');
  });
  it('is done by the clock when the time to pay ran out', async () => {
    const id = await parcel();
    await payments.prepay('parcel', id);
    await test.db.pool.query(`update payments_attempts set expires_at = now() - interval '1 second' where payable_id = $1`, [id]);
    await hurry('payments.poll');
    await until(async () => (await attempts(id))[0]?.status === 'closed');
  });
});

describe('money that cannot be honoured', () => {
  it('goes back by itself, with an event', async () => {
    const id = await parcel();
    const params = await payments.prepay('parcel', id);
    await test.db.pool.query(`update parcels set status = 'sunk' where id = $1`, [id]);
    await test.sandbox.control.pay(payer.wechatId, params.package);
    await until(async () => (await state(id)).news.length === 2);
    expect((await state(id)).news).toEqual([
      ['pending', 1800, true, false],
      ['succeeded', 1800, true, false],
    ]);
    expect((await test.sandbox.control.refunds()).at(-1)).toMatchObject({ refund: 1800, status: 'SUCCESS' });
    expect(await events('payment.refund_succeeded', id)).toBe(1);
    expect(await attempts(id)).toMatchObject([{ status: 'paid', refundedFen: 1800 }]);
  });
});

describe('a refund', () => {
  const paidParcel = async (fen = 1800) => {
    const id = await parcel(fen);
    await pay(id);
    await paid(id);
    return id;
  };
  it('goes back in parts, never more than was paid, whoever asks at once', async () => {
    const id = await paidParcel(1000);
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => refund(id, 300)));
    const made = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(made).toHaveLength(3);
    for (const answer of answers) if (answer.status === 'rejected') expect(String(answer.reason)).toContain('payments.nothing_to_refund');
    await until(async () => (await Promise.all(made.map(refundState))).every((one) => one.status === 'succeeded'));
    expect((await attempts(id))[0]?.refundedFen).toBe(900);
  });
  it('is bounded by the database itself', async () => {
    const id = await paidParcel(1000);
    const [attempt] = await attempts(id);
    const insert = (fen: number) =>
      test.db.pool.query(
        `insert into payments_refunds (id, attempt_id, out_refund_no, amount_fen, reason, automatic, status, created_at) values ($1, $2, $3, $4, 'x', false, 'pending', now())`,
        [newId(), attempt!.id, newId(), fen],
      );
    await insert(600);
    await expect(insert(401)).rejects.toThrow('payments_attempts_refunded');
    await expect(test.db.pool.query('delete from payments_refunds where attempt_id = $1', [attempt!.id])).rejects.toThrow('never deleted');
    await expect(test.db.pool.query('update payments_refunds set amount_fen = 1 where attempt_id = $1', [attempt!.id])).rejects.toThrow(
      'stay',
    );
  });
  it('is found by asking when its answer and its notification are lost', async () => {
    const id = await paidParcel();
    await test.sandbox.control.faults([
      { on: 'answer', path: '/v3/refund/domestic/refunds', method: 'POST', action: 'lose' },
      { on: 'notification', action: 'drop', eventType: 'REFUND.SUCCESS' },
    ]);
    const refundId = await refund(id, 700);
    await until(async () =>
      (await test.sandbox.control.refunds()).some((one) => one.outRefundNo === refundId.replaceAll('-', '') && one.status === 'SUCCESS'),
    );
    await until(async () => {
      await hurry('payments.refund');
      return (await refundState(refundId)).status === 'succeeded';
    });
    expect((await test.sandbox.control.refunds()).filter((one) => one.outRefundNo === refundId.replaceAll('-', ''))).toHaveLength(1);
  });
  it('that ends ABNORMAL is failed for people to see, and its money stays at WeChat', async () => {
    const id = await paidParcel();
    await test.sandbox.control.faults({ on: 'refund', outcome: 'ABNORMAL' });
    const refundId = await refund(id, 1800);
    await until(async () => (await refundState(refundId)).status === 'failed');
    expect(await refundState(refundId)).toMatchObject({ released: false, failure: 'ABNORMAL' });
    expect(await events('payment.refund_failed', id)).toBe(1);
    await expect(refund(id, 1)).rejects.toThrow('payments.nothing_to_refund');
  });
  it('that is CLOSED or refused gives its money free to be refunded anew', async () => {
    const id = await paidParcel();
    await test.sandbox.control.faults({ on: 'refund', outcome: 'CLOSED' });
    const closed = await refund(id, 1800);
    await until(async () => (await refundState(closed)).status === 'failed');
    await test.sandbox.control.faults({
      on: 'answer',
      path: '/v3/refund/domestic/refunds',
      method: 'POST',
      action: 'error',
      status: 403,
      code: 'USER_ACCOUNT_ABNORMAL',
    });
    const refused = await refund(id, 1800);
    await until(async () => (await refundState(refused)).status === 'failed');
    expect(await refundState(refused)).toMatchObject({ released: true, failure: 'USER_ACCOUNT_ABNORMAL' });
    const third = await refund(id, 1800);
    await until(async () => (await refundState(third)).status === 'succeeded');
    expect((await attempts(id))[0]?.refundedFen).toBe(1800);
  });
  it('that was refused is failed only when WeChat says that it is not there', async () => {
    const id = await paidParcel();
    const refused = {
      on: 'answer',
      path: '/v3/refund/domestic/refunds',
      method: 'POST',
      action: 'error',
      status: 403,
      code: 'RULE_LIMIT',
    } as const;
    await test.sandbox.control.faults([
      refused,
      { on: 'answer', path: '/v3/refund/domestic/refunds/', method: 'GET', action: 'error', status: 500, code: 'SYSTEM_ERROR' },
    ]);
    const silent = await refund(id, 800);
    await until(
      async () =>
        ((await test.db.pool.query('select tries from payments_refunds where id = $1', [silent])).rows[0] as { tries: number }).tries === 1,
    );
    expect((await refundState(silent)).status).toBe('pending');
    await hurry('payments.refund');
    await until(async () => (await refundState(silent)).status === 'succeeded');

    // The first try went through unheard, its process died, and the second was refused.
    await test.sandbox.control.faults([
      { on: 'answer', path: '/v3/refund/domestic/refunds', method: 'POST', action: 'lose' },
      { on: 'notification', action: 'drop' },
    ]);
    const unheard = await refund(id, 1000);
    await until(
      async () =>
        ((await test.db.pool.query('select tries from payments_refunds where id = $1', [unheard])).rows[0] as { tries: number }).tries ===
        1,
    );
    await test.db.pool.query('update payments_refunds set tries = 0 where id = $1', [unheard]);
    await test.sandbox.control.faults(refused);
    await until(async () => {
      await hurry('payments.refund');
      return (await refundState(unheard)).status !== 'pending';
    });
    expect((await refundState(unheard)).status).toBe('succeeded');
  });
  it('waits while the merchant’s account is too small', async () => {
    const id = await paidParcel();
    await test.sandbox.control.faults({
      on: 'answer',
      path: '/v3/refund/domestic/refunds',
      method: 'POST',
      action: 'error',
      status: 403,
      code: 'NOT_ENOUGH',
    });
    const refundId = await refund(id, 1800);
    await until(
      async () =>
        ((await test.db.pool.query('select tries from payments_refunds where id = $1', [refundId])).rows[0] as { tries: number }).tries ===
        1,
    );
    expect((await refundState(refundId)).status).toBe('pending');
    await until(async () => {
      await hurry('payments.refund');
      return (await refundState(refundId)).status === 'succeeded';
    });
  });
});

describe('cash', () => {
  it('is paid at once, and given back at once', async () => {
    const id = await parcel(2000);
    await test.db.transaction((tx) => payments.payCash(tx, 'parcel', id));
    expect(await state(id)).toMatchObject({ status: 'paid' });
    const refundId = await refund(id, 500);
    expect(await refundState(refundId)).toMatchObject({ status: 'succeeded' });
    expect((await state(id)).news).toEqual([
      ['pending', 500, false, false],
      ['succeeded', 500, false, false],
    ]);
  });
  it('is refused while a payment by WeChat may still come, and after one came', async () => {
    const id = await parcel();
    await payments.prepay('parcel', id);
    const cash = () => test.db.transaction((tx) => payments.payCash(tx, 'parcel', id));
    await expect(cash()).rejects.toThrow('payments.in_progress');
    await pay(id);
    await paid(id);
    await expect(cash()).rejects.toThrow('payments.not_payable');
  });
});
