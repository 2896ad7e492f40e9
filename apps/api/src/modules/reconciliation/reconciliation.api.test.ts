import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { type Buyer, hurry, newBuyer, openShop, order, payByWechat, type Shop, stockGoods, until } from '../../../test/shop.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';
import { newId } from '../../kernel/ids.js';
import { addDays, chinaDay } from './china-day.js';
import { ReconciliationIntake } from './reconciliation-intake.service.js';

// WeChat's clock runs ahead: what is sold today is billed as soon as it is tomorrow there. Each test trades on a day of its own.

let test: WechatTestApp;
let owner: { cookie: string };
let shop: Shop;
let variantId: string;
let buyer: Buyer;
let day: string;
beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv, undefined, {
    weixin: { tradeManaged: false },
    pay: { paymentDelayMs: 0, refundDelayMs: 20, notifySpeed: 1000, rates: [] },
  });
  owner = await signInOperator(test);
  shop = await openShop(test);
  ({ variantId } = await stockGoods(test));
  buyer = await newBuyer(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.sandbox.control.faults([]);
  await nextDay();
});

/** It is noon of the next day in China, at WeChat: yesterday's bill is there. */
async function nextDay(): Promise<void> {
  const now = new Date((await test.sandbox.control.clock()).now);
  day = addDays(chinaDay(now), 1);
  await test.sandbox.control.advanceTo(`${day}T12:00:00+08:00`);
}
const admin = (method: string, path: string, body?: object) =>
  test.request(method, `/api/v1/admin${path}`, { as: owner, ...(body ? { body } : {}), headers: { 'idempotency-key': newId() } });
const sql = async <T>(text: string, values: unknown[] = []) => (await test.db.pool.query(text, values)).rows as T[];

interface Sale {
  id: string;
  number: string;
  lineId: string;
}
async function sale(quantity = 2): Promise<Sale> {
  const { body } = await order(test, buyer, shop, { lines: [{ variantId, quantity }] });
  await payByWechat(test, buyer, body.id);
  await until(async () => (await admin('GET', `/orders/${body.id}`)).body.status === 'paid');
  for (const step of ['accept', 'ready', 'complete']) await admin('POST', `/orders/${body.id}/${step}`);
  await until(
    async () => (await sql<object>(`select from shipping_reports where order_id = $1 and status = 'not_needed'`, [body.id])).length === 1,
  );
  const [attempt] = await sql<{ number: string }>('select out_trade_no as number from payments_attempts where payable_id = $1', [body.id]);
  return { id: body.id, number: attempt!.number, lineId: body.lines[0].id };
}
async function refundOf(sold: Sale): Promise<string> {
  await admin('POST', `/orders/${sold.id}/refunds`, { reason: '少了一杯', restock: false, lines: [{ lineId: sold.lineId, quantity: 1 }] });
  const pending = `select r.out_refund_no as number, r.status from payments_refunds r join payments_attempts a on a.id = r.attempt_id where a.payable_id = $1`;
  await until(async () => (await sql<{ status: string }>(pending, [sold.id]))[0]?.status === 'succeeded');
  return (await sql<{ number: string }>(pending, [sold.id]))[0]!.number;
}
/** Gets and compares the bill of this day now. */
async function bill(of: string): Promise<void> {
  await sql(
    `insert into reconciliation_days (day, next_try_at) values ($1, now() - interval '1 second') on conflict (day) do update set next_try_at = excluded.next_try_at, tries = 0`,
    [of],
  );
  await test.app.get(ReconciliationIntake).fetchDue();
}
const dayOf = async (of: string) =>
  (await admin('GET', '/reconciliation/days?limit=100')).body.items.find(({ id }: { id: string }) => id === of);
const tasks = async (of: string, more = '') => (await admin('GET', `/reconciliation/tasks?limit=100&day=${of}${more}`)).body.items;
const names = async (of: string, status = 'open') =>
  (await tasks(of, `&status=${status}`)).map((task: { kind: string; number: string }) => `${task.kind} ${task.number}`).sort();

describe('a day', () => {
  it('of which both books say the same is matched, to the fen, with the account', async () => {
    const [a, b] = [await sale(2), await sale(1)];
    const refundNo = await refundOf(a);
    const today = day;
    await nextDay();
    await bill(today);
    expect(await dayOf(today)).toMatchObject({
      state: 'matched',
      problem: null,
      matched: 3,
      openTasks: 0,
      waiting: 0,
      theirs: { payments: 2, paymentsFen: 5400, refunds: 1, refundsFen: 1800, feeFen: 22 },
      ours: { payments: 2, paymentsFen: 5400, refunds: 1, refundsFen: 1800, feeFen: 22 },
    });
    const { openingFen, closingFen } = await dayOf(today);
    expect(closingFen - openingFen).toBe(5400 - 1800 - 22);
    const rows = (await admin('GET', `/reconciliation/rows?day=${today}&bill=trade`)).body.items;
    expect(rows.map(({ number, amountFen, differs }: Record<string, unknown>) => [number, amountFen, differs])).toEqual([
      [a.number, 3600, false],
      [b.number, 1800, false],
      [refundNo, 1800, false],
    ]);
  });
  it('without trade is empty and matched; one that WeChat still writes, or does not give, comes later', async () => {
    await bill(addDays(day, -40));
    expect(await dayOf(addDays(day, -40))).toMatchObject({ state: 'matched', theirs: { payments: 0 }, openingFen: null });
    await sale();
    const today = day;
    await bill(today);
    expect(await dayOf(today)).toMatchObject({ state: 'failing', problem: 'PARAM_ERROR', fetchedAt: null });
    await nextDay();
    await test.sandbox.control.changePaySettings({ billReadyHour: 23 });
    await bill(today);
    const [waits] = await sql<{ minutes: number; problem: string }>(
      `select round(extract(epoch from next_try_at - now()) / 60)::int as minutes, problem from reconciliation_days where day = $1`,
      [today],
    );
    expect(waits).toEqual({ minutes: 10, problem: 'STATEMENT_CREATING' });
    await test.sandbox.control.changePaySettings({ billReadyHour: 10 });
    for (const fault of [
      { action: 'http', status: 502 },
      { action: 'cut' },
      { action: 'error', status: 429, code: 'FREQUENCY_LIMITED' },
    ] as const) {
      await test.sandbox.control.faults([{ on: 'answer', path: '/v3/bill', count: 5, ...fault }]);
      await bill(today);
      expect((await dayOf(today)).state).toBe('failing');
    }
    await test.sandbox.control.faults([{ on: 'answer', path: '/v3/billdownload', action: 'half', count: 5 }]);
    await bill(today);
    expect((await dayOf(today)).fetchedAt).toBeNull();
    await test.sandbox.control.faults([]);
    await bill(today);
    expect(await dayOf(today)).toMatchObject({ state: 'matched', problem: null, nextTryAt: null, matched: 1 });
  });
  it('that passed while nobody ran is caught up with, from the first payment on, and each is asked for once', async () => {
    await sql(
      `update payments_attempts set created_at = now() - interval '6 days' where id = (select id from payments_attempts order by id limit 1)`,
    );
    await sql(`select graphile_worker.add_job('reconciliation.run')`);
    const first = chinaDay(new Date(Date.now() - 6 * 86_400_000));
    await until(async () => (await dayOf(first))?.state === 'matched');
    await until(async () => (await sql(`select from reconciliation_days where fetched_at is null and problem is null`)).length === 0);
    const count = async () =>
      (await sql<{ n: number }>(`select count(*)::int as n from reconciliation_days where day >= $1 and day < $1::date + 5`, [first]))[0]!
        .n;
    expect(await count()).toBe(5);
    const asked = async () =>
      (await sql<{ at: Date }>('select asked_at as at from reconciliation_days where day = $1', [first]))[0]!.at.getTime();
    const before = await asked();
    await test.app.get(ReconciliationIntake).plan();
    await test.app.get(ReconciliationIntake).fetchDue();
    expect([await asked(), await count()]).toEqual([before, 5]);
  });
});

describe('a difference', () => {
  it('of each sort becomes one task, the same ones however often it runs, and closes itself once it is gone', async () => {
    const [dropped, changed, repeated, fine] = [await sale(), await sale(), await sale(), await sale()];
    const refundNo = await refundOf(fine);
    const today = day;
    const alter = (change: Omit<Parameters<typeof test.sandbox.control.alterBill>[0], 'bill' | 'date'>) =>
      test.sandbox.control.alterBill({ bill: 'trade', date: today, ...change });
    await alter({ action: 'drop', number: dropped.number });
    await alter({ action: 'change', number: changed.number, amountFen: 3500 });
    await alter({ action: 'repeat', number: repeated.number });
    await alter({ action: 'change', number: refundNo, amountFen: 1801 });
    await alter({ action: 'add', amountFen: 900 });
    await nextDay();
    await bill(today);
    const found = await tasks(today);
    const of = (kind: string, number: string) =>
      found.find((task: { kind: string; number: string }) => task.kind === kind && task.number === number);
    expect(of('missing_there', dropped.number)).toMatchObject({
      ours: { amountFen: 3600, state: 'paid' },
      theirs: null,
      differenceFen: -3600,
      orderId: dropped.id,
    });
    expect(of('amount', changed.number)).toMatchObject({
      ours: { amountFen: 3600 },
      theirs: { amountFen: 3500, state: 'SUCCESS' },
      differenceFen: -100,
    });
    expect(of('duplicate', repeated.number)).toMatchObject({
      ours: { count: 1 },
      theirs: { count: 2, amountFen: 7200 },
      differenceFen: 3600,
    });
    expect(of('amount', refundNo)).toMatchObject({ subject: 'refund', differenceFen: 1, orderId: fine.id });
    const stranger = found.find(({ kind }: { kind: string }) => kind === 'missing_here');
    expect(stranger).toMatchObject({ ours: null, theirs: { amountFen: 900 }, differenceFen: 900, orderId: null });
    // The account moved as it should, so it differs from the bent bill in the same places.
    expect(await names(today)).toEqual(
      [
        `amount ${changed.number}`,
        `amount ${refundNo}`,
        `duplicate ${repeated.number}`,
        `fund_amount ${changed.number}`,
        `fund_amount ${refundNo}`,
        `fund_unknown ${dropped.number}`,
        `missing_here ${stranger.number}`,
        `missing_there ${dropped.number}`,
      ].sort(),
    );
    expect((await dayOf(today)).state).toBe('differing');
    const { theirs, ours } = await dayOf(today);
    expect([theirs.paymentsFen - ours.paymentsFen, theirs.refundsFen - ours.refundsFen]).toEqual([-3600 - 100 + 3600 + 900, 1]);

    // The payment that nobody made has another number each time this bill is asked for; all else stays the same task.
    const known = async (more = '') => (await tasks(today, more)).filter(({ kind }: { kind: string }) => kind !== 'missing_here');
    const ids = (await known()).map(({ id }: { id: string }) => id);
    await bill(today);
    await bill(today);
    expect((await known()).map(({ id }: { id: string }) => id)).toEqual(ids);

    // An operator closes one; then WeChat mends its bill.
    const closed = of('amount', changed.number).id;
    expect((await admin('POST', `/reconciliation/tasks/${closed}/close`, { reason: '' })).status).toBe(400);
    expect((await admin('POST', `/reconciliation/tasks/${closed}/close`, { reason: '已和微信客服核对' })).status).toBe(204);
    expect((await admin('POST', `/reconciliation/tasks/${closed}/close`, { reason: '再来' })).body.code).toBe('reconciliation.not_open');
    await bill(today);
    expect((await known('&status=closed')).map(({ id }: { id: string }) => id)).toEqual([closed]);
    await test.sandbox.control.restoreBills();
    expect((await admin('POST', `/reconciliation/days/${today}/fetch`)).status).toBe(204);
    await until(async () => (await dayOf(today)).openTasks === 0);
    expect((await dayOf(today)).state).toBe('matched');
    const after = await known('&status=closed');
    expect(after.find(({ id }: { id: string }) => id === closed)).toMatchObject({
      closedBy: expect.any(String),
      reason: '已和微信客服核对',
    });
    expect(after.filter(({ closedBy }: { closedBy: string | null }) => closedBy === null)).toHaveLength(6);

    // It comes back: what had closed itself is open again, what a person closed too, for it is about other money.
    await alter({ action: 'change', number: changed.number, amountFen: 3400 });
    await bill(today);
    expect(await names(today)).toEqual([`amount ${changed.number}`, `fund_amount ${changed.number}`]);
    const audit = await sql<{ action: string }>(`select action from audit_log where action like 'reconciliation.%' order by id`);
    expect(audit.map(({ action }) => action)).toEqual(['reconciliation.close', 'reconciliation.fetch']);
    await test.sandbox.control.restoreBills();
  });
  it('is taken up again, and a list is read page by page', async () => {
    const sold = [await sale(), await sale(), await sale()];
    const today = day;
    for (const { number } of sold)
      await test.sandbox.control.alterBill({ bill: 'trade', date: today, action: 'change', number, amountFen: 1 });
    await nextDay();
    await bill(today);
    const path = `/reconciliation/tasks?day=${today}&kind=amount&status=open&limit=2`;
    const one = (await admin('GET', path)).body;
    const two = (await admin('GET', `${path}&cursor=${one.nextCursor}`)).body;
    expect([one.items.length, two.items.length, two.nextCursor]).toEqual([2, 1, null]);
    const { id } = two.items[0];
    expect((await admin('POST', `/reconciliation/tasks/${id}/reopen`)).body.code).toBe('reconciliation.not_closed');
    await admin('POST', `/reconciliation/tasks/${id}/close`, { reason: '测试单' });
    expect((await admin('POST', `/reconciliation/tasks/${id}/reopen`)).status).toBe(204);
    expect((await tasks(today, '&kind=amount')).find((task: { id: string }) => task.id === id)).toMatchObject({
      status: 'open',
      reason: null,
      closedBy: null,
    });
    await test.sandbox.control.restoreBills();
  });
  it('between the account and the trades, or within the account, is told', async () => {
    const [lost, bent] = [await sale(), await sale()];
    const today = day;
    const transaction = async ({ number }: Sale) => (await test.sandbox.control.order(number))!.transactionId!;
    await test.sandbox.control.alterBill({ bill: 'fundflow', date: today, action: 'drop', number: await transaction(lost) });
    await test.sandbox.control.alterBill({
      bill: 'fundflow',
      date: today,
      action: 'change',
      number: await transaction(bent),
      amountFen: 3000,
    });
    await nextDay();
    await bill(today);
    // Whether money is late is known once the next bill is there.
    expect(await names(today)).toEqual(['balance ', `fund_amount ${bent.number}`]);
    expect((await dayOf(today)).waiting).toBe(1);
    const tomorrow = day;
    await nextDay();
    await bill(tomorrow);
    expect(await names(today)).toEqual(['balance ', `fund_amount ${bent.number}`, `fund_missing ${lost.number}`].sort());
    await test.sandbox.control.restoreBills();
  });
});

describe('money that crosses midnight', () => {
  it('a refund stands on the bill of its own day, and the payment’s day stays as it was', async () => {
    const sold = await sale();
    const first = day;
    await nextDay();
    const second = day;
    const refundNo = await refundOf(sold);
    await nextDay();
    await bill(first);
    await bill(second);
    expect([await names(first), await names(second)]).toEqual([[], []]);
    expect(await dayOf(first)).toMatchObject({ theirs: { payments: 1, refunds: 0 } });
    expect(await dayOf(second)).toMatchObject({ theirs: { payments: 0, refunds: 1, feeFen: -11 }, ours: { refunds: 1 } });
    const money = (await admin('GET', `/orders/${sold.id}/money`)).body;
    const [attempt] = money.attempts;
    expect(
      attempt.rows
        .filter((row: { bill: string }) => row.bill === 'trade')
        .map((row: { day: string; number: string }) => [row.day, row.number]),
    ).toEqual([
      [first, sold.number],
      [second, refundNo],
    ]);
  });
  it('a payment at the last second in China is on that day’s bill, whatever day it is elsewhere', async () => {
    const today = day;
    await test.sandbox.control.advanceTo(`${today}T23:59:59+08:00`);
    const sold = await sale();
    await nextDay();
    await bill(today);
    expect(await names(today)).toEqual([]);
    expect(await dayOf(today)).toMatchObject({ matched: 1, ours: { payments: 1, paymentsFen: 3600 } });
    expect((await admin('GET', `/orders/${sold.id}/money`)).body.attempts[0].rows[0].day).toBe(today);
  });
});

describe('money that went wrong by day', () => {
  it('a refund that failed and a payment that does not match stand in the list', async () => {
    const sold = await sale();
    await test.sandbox.control.faults({ on: 'refund', outcome: 'ABNORMAL' });
    await admin('POST', `/orders/${sold.id}/refunds`, { reason: '少了', restock: false, lines: [{ lineId: sold.lineId, quantity: 1 }] });
    const failed = async () => (await admin('GET', '/reconciliation/tasks?kind=refund_failed&status=open')).body.items;
    await until(async () => (await failed()).length === 1);
    expect((await failed())[0]).toMatchObject({
      day: null,
      subject: 'refund',
      orderId: sold.id,
      ours: { amountFen: 1800 },
      theirs: { state: 'ABNORMAL' },
    });

    const { body } = await order(test, buyer, shop, { lines: [{ variantId, quantity: 1 }] });
    const asked = await test.request('POST', `/api/v1/storefront/orders/${body.id}/pay`, { as: buyer.as });
    await sql('update payments_attempts set amount_fen = 1801 where payable_id = $1', [body.id]);
    await test.sandbox.control.pay(buyer.wechatId, asked.body.package, 'pay', asked.body);
    const odd = async (status: string) => (await admin('GET', `/reconciliation/tasks?kind=payment_mismatch&status=${status}`)).body.items;
    await until(async () => (await odd('open')).length === 1);
    expect((await admin('GET', '/reconciliation/alarms')).body).toMatchObject({ notices: [], urgentTasks: 2 });
    // Put right by hand, WeChat's word is taken, and the task closes itself.
    await sql('update payments_attempts set amount_fen = 1800 where payable_id = $1', [body.id]);
    await hurry(test, 'payments.poll');
    await until(async () => (await odd('closed')).length === 1);
  });
});

it('is for those who see every store, and for none without the permission', async () => {
  const some = await newOperator(test, owner, ['payments:reconcile', 'payments:read'], [shop.storeId]);
  const as = { cookie: some.cookie };
  for (const path of ['alarms', 'days', 'rows', 'tasks'])
    expect((await test.request('GET', `/api/v1/admin/reconciliation/${path}`, { as })).body.code).toBe('common.all_stores');
  expect((await test.request('POST', `/api/v1/admin/reconciliation/days/${day}/fetch`, { as })).status).toBe(403);
  expect((await admin('POST', '/reconciliation/days/1999-01-01/fetch')).body.code).toBe('reconciliation.not_found');
  await sql('insert into reconciliation_days (day) values ($1)', ['2020-01-01']);
  expect((await admin('POST', '/reconciliation/days/2020-01-01/fetch')).body.code).toBe('reconciliation.too_old');
});

it('a rate unlike the days before is one task for the day', async () => {
  const usual = await sale();
  const before = day;
  await nextDay();
  await bill(before);
  expect(await names(before)).toEqual([]);
  await test.sandbox.control.changePaySettings({ feeBasisPoints: 100 });
  const dear = [await sale(), await sale()];
  const today = day;
  await nextDay();
  await bill(today);
  const [task] = (await tasks(today)).filter(({ kind }: { kind: string }) => kind === 'fee_rate');
  expect(task).toMatchObject({
    subject: 'account',
    ours: { rate: '0.60%', feeFen: 44 },
    theirs: { rate: '1.00%', feeFen: 72, count: 2 },
    differenceFen: 28,
  });
  expect([usual.id, ...dear.map(({ id }) => id)].length).toBe(3);
  await test.sandbox.control.changePaySettings({ feeBasisPoints: 60 });
});
