import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Formatter, Wechatpay } from 'wechatpay-axios-plugin';
import { chinaDay } from '../clock.js';
import { type RunningSandbox, startSandbox } from '../index.js';
import { advanceToTomorrow } from '../testing/china.js';
import { call, orderBody, type PayAnswer } from '../testing/merchant.js';

let sandbox: RunningSandbox;
let customerId: string;
let openid: string;
const notify = 'http://127.0.0.1:9/notify';

beforeEach(async () => {
  sandbox = await startSandbox({ paymentDelayMs: 0, refundDelayMs: 0, notifyDelaysMs: [] });
  ({ id: customerId, openid } = await sandbox.control.createCustomer());
});
afterEach(() => sandbox.stop());

async function paid(number: string, total: number, more: object = {}): Promise<void> {
  const { body } = await call(sandbox, 'POST', '/v3/pay/transactions/jsapi', {
    ...orderBody(sandbox, number, openid, notify, total),
    ...more,
  });
  expect(await sandbox.control.pay(customerId, String(body.prepay_id))).toMatchObject({ result: 'ok' });
}

async function refunded(number: string, outRefundNo: string, refund: number, total: number): Promise<void> {
  const answer = await call(sandbox, 'POST', '/v3/refund/domestic/refunds', {
    out_trade_no: number,
    out_refund_no: outRefundNo,
    amount: { refund, total, currency: 'CNY' },
  });
  expect(answer.status).toBe(200);
  await expect.poll(async () => (await sandbox.control.refunds()).find((item) => item.outRefundNo === outRefundNo)?.status).toBe('SUCCESS');
}

const said = ({ status, body }: PayAnswer) => [status, body.code];
const ask = (query: string, kind = 'tradebill') => call(sandbox, 'GET', `/v3/bill/${kind}?${query}`);
const pathOf = (answer: PayAnswer) => String(answer.body.download_url).replace(sandbox.url, '');

function client() {
  const { mchid, serial, merchantKey, platformPublicKey, platformPublicKeyId } = sandbox.credentials;
  return new Wechatpay({
    mchid,
    serial,
    privateKey: merchantKey,
    certs: { [platformPublicKeyId]: platformPublicKey },
    baseURL: sandbox.url,
  });
}

/** Asks for a bill, downloads it with a signature and checks its hash: all by a client of others. */
async function download(kind: 'tradebill' | 'fundflowbill', params: Record<string, string>) {
  const { data } = await client().chain(`v3/bill/${kind}`).get<{ hash_type: string; hash_value: string; download_url: string }>({ params });
  const token = new URL(data.download_url).searchParams.get('token');
  const file = await client().chain('v3/billdownload/file').get<ArrayBuffer>({ params: { token }, responseType: 'arraybuffer' });
  const bytes = Buffer.from(file.data);
  const plain = params.tar_type === 'GZIP' ? gunzipSync(bytes) : bytes;
  expect([data.hash_type, createHash('sha1').update(plain).digest('hex')]).toEqual(['SHA1', data.hash_value]);
  expect(file.headers['wechatpay-signature']).toBeUndefined();
  return {
    text: plain.toString('utf8'),
    ...(Formatter.castCsvBill(plain) as { rows: Record<string, string>[]; summary: Record<string, string> }),
  };
}

describe('the trade bill', () => {
  it('lists payments, refunds and sums as a parser of others reads them', async () => {
    await paid('BILL0001', 1800, { attach: '桌,A1', description: '桂花乌龙,大杯' });
    await paid('BILL0002', 999);
    await refunded('BILL0001', 'BACK1', 800, 1800);
    const order = await sandbox.control.order('BILL0001');
    const refund = (await sandbox.control.refunds())[0];
    const date = await advanceToTomorrow(sandbox);
    const { rows, summary, text } = await download('tradebill', { bill_date: date });
    expect(text.startsWith('\uFEFF交易时间,公众账号ID,')).toBe(true);
    expect(text.split('\r\n')[0]?.split(',')).toHaveLength(27);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      公众账号ID: sandbox.credentials.appid,
      商户号: sandbox.credentials.mchid,
      微信订单号: order?.transactionId,
      商户订单号: 'BILL0001',
      用户标识: openid,
      交易类型: 'JSAPI',
      交易状态: 'SUCCESS',
      应结订单金额: '18.00',
      订单金额: '18.00',
      微信退款单号: '0',
      退款金额: '0.00',
      商品名称: '桂花乌龙,大杯',
      商户数据包: '桌,A1',
      手续费: '0.11000',
      费率: '0.60%',
      申请退款金额: '0.00',
    });
    expect(rows[0]?.交易时间).toMatch(new RegExp(`^${date} \\d\\d:\\d\\d:\\d\\d$`));
    expect(rows[1]).toMatchObject({ 商户订单号: 'BILL0002', 手续费: '0.06000' });
    expect(rows[2]).toMatchObject({
      商户订单号: 'BILL0001',
      交易状态: 'REFUND',
      应结订单金额: '0.00',
      微信退款单号: refund?.refundId,
      商户退款单号: 'BACK1',
      退款金额: '8.00',
      退款类型: 'ORIGINAL',
      退款状态: 'SUCCESS',
      手续费: '-0.05000',
      申请退款金额: '8.00',
    });
    expect(summary).toEqual({
      总交易单数: '3.0',
      应结订单总金额: '27.99',
      退款总金额: '8.00',
      充值券退款总金额: '0.0',
      手续费总金额: '0.12',
      订单总金额: '27.99',
      申请退款总金额: '8.00',
    });
  });

  it('comes compressed and in parts when that is asked for', async () => {
    await paid('PART0001', 100);
    await refunded('PART0001', 'BACK1', 40, 100);
    const bill_date = await advanceToTomorrow(sandbox);
    const payments = await download('tradebill', { bill_date, bill_type: 'SUCCESS', tar_type: 'GZIP' });
    expect(payments.text.split('\r\n')[0]?.split(',')).toHaveLength(20);
    expect(payments.rows).toMatchObject([{ 商户订单号: 'PART0001', 交易状态: 'SUCCESS', 订单金额: '1.00' }]);
    const refunds = await download('tradebill', { bill_date, bill_type: 'REFUND', tar_type: 'GZIP' });
    expect(refunds.text.split('\r\n')[0]?.split(',')).toHaveLength(29);
    expect(refunds.rows).toMatchObject([{ 商户退款单号: 'BACK1', 退款金额: '0.40', 退款成功时间: expect.stringContaining(bill_date) }]);
  });

  it('counts days in China, whatever day it is elsewhere', async () => {
    const before = await advanceToTomorrow(sandbox, '23:30');
    await paid('NIGHT001', 100);
    await sandbox.control.advance(3_600_000);
    await paid('NIGHT002', 200);
    const today = chinaDay(Date.parse((await sandbox.control.clock()).now));
    const first = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    expect(await sandbox.control.bill('trade', first)).toContain('`NIGHT001,');
    expect(await sandbox.control.bill('trade', first)).not.toContain('NIGHT002');
    expect(await sandbox.control.bill('trade', today)).toContain('`NIGHT002,');
    expect(await sandbox.control.bill('trade', before)).toBeNull();
  });

  it('is there after ten in the morning, of past days, for three months', async () => {
    await paid('DATE0001', 100);
    const date = await advanceToTomorrow(sandbox, '09:58');
    expect(said(await ask(`bill_date=${date}`))).toEqual([400, 'STATEMENT_CREATING']);
    await sandbox.control.advance(180_000);
    expect((await ask(`bill_date=${date}`)).status).toBe(200);
    const now = Date.parse((await sandbox.control.clock()).now);
    for (const wrong of [
      '',
      'bill_date=',
      `bill_date=${chinaDay(now)}`,
      `bill_date=${chinaDay(now + 86_400_000)}`,
      'bill_date=20260101',
      'bill_date=2026-02-30',
      `bill_date=${date}&bill_type=SOME`,
      `bill_date=${date}&tar_type=ZIP`,
      `bill_date=${date}&tar_type=PLAIN`,
    ]) {
      expect([wrong, ...said(await ask(wrong))]).toEqual([wrong, 400, 'PARAM_ERROR']);
    }
    expect(said(await ask(`bill_date=${chinaDay(now - 95 * 86_400_000)}`))).toEqual([400, 'INVALID_REQUEST']);
    expect(said(await ask(`bill_date=${chinaDay(now - 80 * 86_400_000)}`))).toEqual([400, 'NO_STATEMENT_EXIST']);
    await sandbox.control.changePaySettings({ noStatementStatus: 404 });
    expect(said(await ask(`bill_date=${chinaDay(now - 80 * 86_400_000)}`))).toEqual([404, 'NO_STATEMENT_EXIST']);
  });

  it('is linked to for five minutes, for the merchant alone', async () => {
    await paid('LINK0001', 100);
    const date = await advanceToTomorrow(sandbox);
    const answer = await ask(`bill_date=${date}`);
    expect(String(answer.body.download_url)).toMatch(`${sandbox.url}/v3/billdownload/file?token=`);
    expect((await fetch(String(answer.body.download_url))).status).toBe(401);
    await sandbox.control.advance(299_000);
    const { mchid } = sandbox.credentials;
    expect(
      (
        await client()
          .chain('v3/billdownload/file')
          .get<string>({ params: { token: new URL(String(answer.body.download_url)).searchParams.get('token') } })
      ).data,
    ).toContain(mchid);
    await sandbox.control.advance(1001);
    expect(said(await call(sandbox, 'GET', pathOf(answer)))).toEqual([400, 'INVALID_REQUEST']);
    expect(said(await call(sandbox, 'GET', '/v3/billdownload/file?token=none'))).toEqual([400, 'INVALID_REQUEST']);
  });

  it('can be made to differ from what happened, with sums that fit, and be right again', async () => {
    for (const [number, total] of [
      ['WRONG001', 100],
      ['WRONG002', 200],
      ['WRONG003', 300],
    ] as const)
      await paid(number, total);
    const date = await advanceToTomorrow(sandbox);
    const right = await sandbox.control.bill('trade', date);
    await sandbox.control.alterBill({ bill: 'trade', date, number: 'WRONG001', action: 'drop' });
    await sandbox.control.alterBill({ bill: 'trade', date, number: 'WRONG002', action: 'change', amountFen: 201 });
    await sandbox.control.alterBill({ bill: 'trade', date, number: 'WRONG003', action: 'repeat' });
    await sandbox.control.alterBill({ bill: 'trade', date, action: 'add', amountFen: 5 });
    const { rows, summary } = await download('tradebill', { bill_date: date });
    expect(rows.map((row) => [row.商户订单号?.slice(0, 8), row.订单金额])).toEqual([
      ['WRONG002', '2.01'],
      ['WRONG003', '3.00'],
      ['WRONG003', '3.00'],
      [expect.stringContaining('UNKNOWN'), '0.05'],
    ]);
    expect(summary).toMatchObject({ 总交易单数: '4.0', 订单总金额: '8.06' });
    await sandbox.control.restoreBills();
    expect(await sandbox.control.bill('trade', date)).toBe(right);
  });
});

describe('the fund flow bill', () => {
  it('tells each movement with its fee and the balance after it', async () => {
    await sandbox.control.topUp(5000);
    await paid('FLOW0001', 1000);
    await refunded('FLOW0001', 'BACK1', 1000, 1000);
    await sandbox.control.withdraw(2000);
    const date = await advanceToTomorrow(sandbox);
    const { rows, summary } = await download('fundflowbill', { bill_date: date, account_type: 'BASIC', tar_type: 'GZIP' });
    expect(rows.map((row) => [row.业务名称, row.收支类型, row['收支金额(元)'], row['账户结余(元)']])).toEqual([
      ['充值', '收入', '50.00', '50.00'],
      ['交易', '收入', '10.00', '60.00'],
      ['扣除交易手续费', '支出', '0.06', '59.94'],
      ['退款', '支出', '10.00', '49.94'],
      ['退还交易手续费', '收入', '0.06', '50.00'],
      ['提现', '支出', '20.00', '30.00'],
    ]);
    expect(rows[1]).toMatchObject({ 业务凭证号: 'FLOW0001' });
    expect(summary).toEqual({ 资金流水总笔数: '6.0', 收入笔数: '3.0', 收入金额: '60.06', 支出笔数: '3.0', 支出金额: '30.06' });
    expect(said(await ask(`bill_date=${date}&account_type=FEES`, 'fundflowbill'))).toEqual([400, 'NO_STATEMENT_EXIST']);
    expect(await sandbox.control.balance()).toEqual({ availableFen: 3000, frozenFen: 0 });
  });
});
