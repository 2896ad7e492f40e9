import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Aes, Rsa } from 'wechatpay-axios-plugin';
import { type RunningSandbox, startSandbox } from '../index.js';
import { call, type PayAnswer } from '../testing/merchant.js';
import { openShop, type Shop } from '../testing/shop.js';
import { ask } from '../testing/weixin.js';

let sandbox: RunningSandbox;
let shop: Shop;
let customerId: string;
let openid: string;
const path = '/v3/fund-app/mch-transfer/transfer-bills';

beforeEach(async () => {
  shop = await openShop(204);
  sandbox = await startSandbox({ pay: { openingBalanceFen: 500_000, transferDelayMs: 20 } });
  ({ id: customerId, openid } = await sandbox.control.createCustomer());
});
afterEach(async () => {
  await sandbox.stop();
  shop.close();
});

const said = ({ status, body }: PayAnswer) => [status, body.code];
const bodyOf = (number: string, more: object = {}) => ({
  appid: sandbox.credentials.appid,
  out_bill_no: number,
  transfer_scene_id: '1000',
  openid,
  transfer_amount: 300,
  transfer_remark: '新店有礼',
  notify_url: shop.url,
  transfer_scene_report_infos: [
    { info_type: '活动名称', info_content: '新店有礼' },
    { info_type: '奖励说明', info_content: '满减返现' },
  ],
  ...more,
});
const transfer = (number: string, more: object = {}, headers: Record<string, string> = {}) =>
  call(sandbox, 'POST', path, bodyOf(number, more), { headers });
const stateOf = async (number: string) => (await call(sandbox, 'GET', `${path}/out-bill-no/${number}`)).body.state;

describe('a transfer', () => {
  it('waits for the customer, succeeds, is told of, and stands in the fund flow', async () => {
    const made = await transfer('T1');
    expect(made.body).toMatchObject({
      out_bill_no: 'T1',
      state: 'WAIT_USER_CONFIRM',
      package_info: expect.any(String),
      transfer_bill_no: expect.any(String),
    });
    expect((await sandbox.control.balance()).availableFen).toBe(499_700);
    const confirmed = await ask(sandbox, '/sandbox/transfers/confirm', { customerId, package: made.body.package_info });
    expect(confirmed.body).toEqual({ result: 'ok', errMsg: 'requestMerchantTransfer:ok' });
    await shop.until(1);
    const { resource, event_type: event } = JSON.parse(shop.heard[0]?.body ?? '') as {
      event_type: string;
      resource: { ciphertext: string; nonce: string; associated_data: string };
    };
    expect(event).toBe('MCHTRANSFER.BILL.FINISHED');
    const told = JSON.parse(
      Aes.AesGcm.decrypt(resource.ciphertext, sandbox.credentials.apiV3Key, resource.nonce, resource.associated_data),
    ) as object;
    expect(told).toMatchObject({ out_bill_no: 'T1', state: 'SUCCESS', transfer_amount: 300, openid, mch_id: sandbox.credentials.mchid });
    expect((await call(sandbox, 'GET', `${path}/transfer-bill-no/${String(made.body.transfer_bill_no)}`)).body).toEqual(told);
    const day = (await sandbox.control.clock()).now;
    const china = new Date(Date.parse(day) + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(await sandbox.control.bill('fundflow', china)).toContain('`商家转账,`商家转账,`支出,`3.00,`4997.00,');
    expect(await sandbox.control.confirmTransfer(customerId, 'T1')).toMatchObject({ result: 'fail' });
  });

  it('that is cancelled or fails gives its money back', async () => {
    await transfer('T2');
    const cancel = () => call(sandbox, 'POST', `${path}/out-bill-no/T2/cancel`, {});
    expect((await cancel()).body).toMatchObject({ state: 'CANCELING' });
    await expect.poll(() => stateOf('T2')).toBe('CANCELLED');
    expect((await cancel()).body).toMatchObject({ state: 'CANCELLED' });
    await transfer('T3');
    expect(await sandbox.control.confirmTransfer(customerId, 'T3', 'cancel')).toMatchObject({ result: 'cancel' });
    expect(await stateOf('T3')).toBe('WAIT_USER_CONFIRM');
    expect(await sandbox.control.confirmTransfer(customerId, 'T3', 'fail')).toMatchObject({ result: 'fail' });
    expect((await call(sandbox, 'GET', `${path}/out-bill-no/T3`)).body).toMatchObject({
      state: 'FAIL',
      fail_reason: 'PAYEE_ACCOUNT_ABNORMAL',
    });
    expect(said(await call(sandbox, 'POST', `${path}/out-bill-no/T3/cancel`, {}))).toEqual([400, 'INVALID_REQUEST']);
    await transfer('T4');
    const before = shop.heard.length;
    await sandbox.control.advance(86_400_002);
    await shop.until(before + 1);
    expect(await stateOf('T4')).toBe('FAIL');
    expect((await sandbox.control.balance()).availableFen).toBe(500_000);
    expect((await sandbox.control.transfers()).map((item) => item.failReason)).toEqual([null, 'PAYEE_ACCOUNT_ABNORMAL', 'OVERDUE_CLOSE']);
  });

  it('is the same under its number, and only with equal parameters', async () => {
    const first = await transfer('T5');
    expect((await transfer('T5')).body).toEqual(first.body);
    expect(said(await transfer('T5', { transfer_amount: 301 }))).toEqual([400, 'INVALID_REQUEST']);
    expect(await sandbox.control.transfers()).toHaveLength(1);
  });

  it('of 2000 yuan needs the name, encrypted for the key that is named', async () => {
    const { platformPublicKey, platformPublicKeyId, merchantCertificate } = sandbox.credentials;
    const named = { 'Wechatpay-Serial': platformPublicKeyId };
    const big = { transfer_amount: 200_000 };
    expect(said(await transfer('T6', big))).toEqual([400, 'PARAM_ERROR']);
    expect(said(await transfer('T6', { ...big, user_name: Rsa.encrypt('林晓雨', platformPublicKey) }))).toEqual([400, 'PARAM_ERROR']);
    expect(said(await transfer('T6', { ...big, user_name: Rsa.encrypt('林晓雨', merchantCertificate) }, named))).toEqual([
      400,
      'PARAM_ERROR',
    ]);
    const sealed = () => ({ ...big, user_name: Rsa.encrypt('林晓雨', platformPublicKey) });
    const made = await transfer('T6', sealed(), named);
    expect(made.body).toMatchObject({ state: 'WAIT_USER_CONFIRM' });
    expect((await transfer('T6', sealed(), named)).body).toEqual(made.body);
    expect(await sandbox.control.transfers()).toMatchObject([{ userName: '林晓雨' }]);
  });

  it.each([
    ['no amount', { transfer_amount: 0 }, 400, 'PARAM_ERROR'],
    ['a long remark', { transfer_remark: '礼'.repeat(33) }, 400, 'PARAM_ERROR'],
    ['no report', { transfer_scene_report_infos: [] }, 400, 'PARAM_ERROR'],
    ['an unknown scene', { transfer_scene_id: '9999' }, 400, 'INVALID_REQUEST'],
    ['an unknown openid', { openid: 'oNobody' }, 400, 'INVALID_REQUEST'],
    ['another appid', { appid: 'wx0000000000000000' }, 400, 'APPID_MCHID_NOT_MATCH'],
    ['a number with a dash', { out_bill_no: 'A-1' }, 400, 'PARAM_ERROR'],
    ['an unknown field', { colour: 'red' }, 400, 'PARAM_ERROR'],
  ])('with %s is refused', async (_what, more, status, code) => {
    expect(said(await transfer('T7', more))).toEqual([status, code]);
    expect(await sandbox.control.transfers()).toEqual([]);
  });

  it('needs money and a number that exists', async () => {
    await sandbox.control.withdraw(499_800);
    expect(said(await transfer('T8'))).toEqual([403, 'NOT_ENOUGH']);
    expect(said(await call(sandbox, 'GET', `${path}/out-bill-no/NONE`))).toEqual([404, 'NOT_FOUND']);
    expect(said(await call(sandbox, 'POST', `${path}/out-bill-no/NONE/cancel`, {}))).toEqual([404, 'NOT_FOUND']);
  });
});
