import { afterEach, beforeEach, expect, it } from 'vitest';
import { Rsa } from 'wechatpay-axios-plugin';
import { type RunningSandbox, startSandbox } from './index.js';
import { type Backend, openBackend } from './testing/backend.js';
import { call, orderBody, type PayAnswer } from './testing/merchant.js';
import { eventually, openShop } from './testing/shop.js';
import { type Answer, type Caller, caller } from './testing/weixin.js';

// What no official text confirms is a setting, and each is tried both ways: here, or in the test of its own folder
// (pushes, session signatures, bills, media of content security, limits).

const day = 86_400_000;
let sandbox: RunningSandbox;
let shop: Caller;
let customer: { id: string; openid: string };
beforeEach(async () => {
  sandbox = await startSandbox({ pages: ['pages/orders/detail'], pay: { openingBalanceFen: 500_000, transferDelayMs: 0 } });
  shop = await caller(sandbox);
  customer = await sandbox.control.createCustomer();
});
afterEach(() => sandbox.stop());

const codeOf = async (answer: Promise<Answer>) => (await answer).errcode;
const said = ({ status, body }: PayAnswer) => [status, body.code];
const notify = 'http://127.0.0.1:9/n';

const order = (number: string, more: object = {}) =>
  call(sandbox, 'POST', '/v3/pay/transactions/jsapi', { ...orderBody(sandbox, number, customer.openid, notify), ...more });
async function paid(number: string): Promise<void> {
  await sandbox.control.pay(customer.id, String((await order(number)).body.prepay_id));
  await sandbox.control.advance(60_000);
}
const keyOf = (number: string) => ({ order_number_type: 1, mchid: sandbox.credentials.mchid, out_trade_no: number });
const ship = (number: string, express = false) =>
  shop.post('/wxa/sec/order/upload_shipping_info', {
    order_key: keyOf(number),
    logistics_type: express ? 1 : 4,
    delivery_mode: 1,
    shipping_list: [{ item_desc: '岩茶*1', ...(express && { tracking_no: 'ZT1', express_company: 'ZTO' }) }],
    upload_time: new Date().toISOString(),
    payer: { openid: customer.openid },
  });

it('the code for a login code that was used before', async () => {
  const used = async () => {
    const { appid, secret } = sandbox.credentials;
    const code = await sandbox.control.loginCode(customer.id);
    const address = `${sandbox.url}/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=${code}&grant_type=authorization_code`;
    await fetch(address);
    return ((await (await fetch(address)).json()) as Answer).errcode;
  };
  expect(await used()).toBe(40163);
  await sandbox.control.changeSettings({ usedCodeErrcode: 40029 });
  expect(await used()).toBe(40029);
});

it('whether a value may be of several lines', async () => {
  await sandbox.control.addTemplate({ priTmplId: 'T', title: '取餐提醒', keywords: [{ key: 'thing1', name: '商品' }] });
  const send = async () => {
    await sandbox.control.subscribe(customer.id, { T: 'accept' });
    const message = { touser: customer.openid, template_id: 'T', data: { thing1: { value: '乌龙\n两杯' } } };
    return codeOf(shop.post('/cgi-bin/message/subscribe/send', message));
  };
  expect(await send()).toBe(47003);
  await sandbox.control.changeSettings({ valueLineBreaks: 'taken' });
  expect(await send()).toBe(0);
});

it('whether a kept answer tells the shop, though no pop-up was seen', async () => {
  const backend: Backend = await openBackend();
  try {
    await sandbox.control.setPush(backend.settings());
    await sandbox.control.addTemplate({ priTmplId: 'T', title: '取餐提醒', keywords: [{ key: 'thing1', name: '商品' }] });
    const popups = async () => (await sandbox.control.pushes()).filter(({ event }) => event === 'subscribe_msg_popup_event').length;
    await sandbox.control.subscribe(customer.id, { T: 'always' });
    await sandbox.control.subscribe(customer.id, { T: 'accept' });
    expect(await popups()).toBe(2);
    await sandbox.control.changeSettings({ popupEventWhenKept: false });
    await sandbox.control.subscribe(customer.id, { T: 'accept' });
    expect(await popups()).toBe(2);
  } finally {
    backend.close();
  }
});

it('how long media live, and how long session-from may be', async () => {
  const picture = Buffer.from('iVBORw0KGgo=', 'base64');
  const first = await sandbox.control.chatImage(customer.id, picture);
  await sandbox.control.changeSettings({ mediaLifeMs: day });
  expect(await sandbox.control.media(first.content.mediaId ?? '')).not.toBeNull();
  await sandbox.control.advance(day + 1);
  expect(await sandbox.control.media(first.content.mediaId ?? '')).toBeNull();
  const from = 'p'.repeat(1000);
  expect(await sandbox.control.enterChat(customer.id, from)).toMatchObject({ content: { sessionFrom: from } });
  await sandbox.control.changeSettings({ sessionFromMax: 999 });
  await expect(sandbox.control.enterChat(customer.id, from)).rejects.toThrow('session-from');
});

it('when goods count as received by themselves, and how the shop is told of who confirmed', async () => {
  const backend: Backend = await openBackend();
  try {
    await sandbox.control.setPush(backend.settings());
    await sandbox.control.changeSettings({
      autoConfirmExpressMs: day,
      autoConfirmOtherMs: 3 * day,
      confirmMethods: 'reversed',
      settlementDelayMs: 0,
    });
    await paid('EXPRESS01');
    await paid('PICKUP001');
    await paid('BYHAND001');
    for (const number of ['EXPRESS01', 'PICKUP001', 'BYHAND001']) expect(await codeOf(ship(number, number === 'EXPRESS01'))).toBe(0);
    await sandbox.control.confirmReceipt(customer.id, 'BYHAND001');
    await sandbox.control.advance(day);
    const stateOf = async (number: string) => (await sandbox.control.shipping(number))?.orderState;
    await eventually(async () => (await stateOf('EXPRESS01')) === 4);
    expect(await stateOf('PICKUP001')).toBe(2);
    const methods = async () =>
      Object.fromEntries(
        backend.heard
          .map(({ body }) => JSON.parse(body) as Answer)
          .filter(({ confirm_receive_method: method }) => method !== undefined)
          .map((event) => [event.merchant_trade_no, event.confirm_receive_method]),
      );
    await eventually(async () => Object.keys(await methods()).length === 2);
    // Officially 1 is by itself and 2 by the customer.
    expect(await methods()).toEqual({ BYHAND001: 1, EXPRESS01: 2 });
  } finally {
    backend.close();
  }
});

it('how far a presale may be put off', async () => {
  await paid('PRESALE01');
  const putOff = (days: number) =>
    codeOf(
      shop.post('/wxa/sec/order/opspecialorder', {
        order_id: 'PRESALE01',
        type: 1,
        delay_to: Math.floor((Date.now() + days * day) / 1000),
      }),
    );
  expect([await putOff(329), await putOff(331)]).toEqual([0, 268546002]);
  await sandbox.control.changeSettings({ presaleMaxMs: 15 * day });
  expect([await putOff(14), await putOff(16)]).toEqual([0, 268546002]);
});

it('which code refuses which reminder of the receipt', async () => {
  await paid('REMIND001');
  const remind = (received = 1) =>
    codeOf(
      shop.post('/wxa/sec/order/notify_confirm_receive', {
        merchant_id: sandbox.credentials.mchid,
        merchant_trade_no: 'REMIND001',
        received_time: received,
      }),
    );
  expect(await remind()).toBe(10060028);
  await sandbox.control.changeSettings({ confirmReminderCodes: [10060032, 10060030, 10060029, 10060028] });
  expect(await remind()).toBe(10060032);
  await ship('REMIND001', true);
  expect(await remind(4_102_444_800)).toBe(10060028);
  expect([await remind(), await remind()]).toEqual([0, 10060029]);
  await expect(sandbox.control.changeSettings({ confirmReminderCodes: [1] })).rejects.toThrow('four numbers');
});

it('whether the page of shipping messages is given the order’s numbers', async () => {
  await shop.post('/wxa/sec/order/set_msg_jump_path', { path: 'pages/orders/detail?from=wx' });
  const pageAfter = async (number: string) => {
    await paid(number);
    await ship(number);
    return (await sandbox.control.serviceMessages(customer.id)).at(-1)?.page;
  };
  expect(await pageAfter('JUMP00001')).toMatch(
    /^pages\/orders\/detail\?from=wx&transaction_id=\w+&merchant_id=\d+&merchant_trade_no=JUMP00001$/,
  );
  await sandbox.control.changeSettings({ jumpPathNumbers: false });
  expect(await pageAfter('JUMP00002')).toBe('pages/orders/detail?from=wx');
});

it('what a paid or closed order is refused with', async () => {
  const close = (number: string) =>
    call(sandbox, 'POST', `/v3/pay/transactions/out-trade-no/${number}/close`, { mchid: sandbox.credentials.mchid });
  await paid('PAID00001');
  await order('CLOSED001');
  await close('CLOSED001');
  const all = async () => [said(await order('PAID00001')), said(await close('PAID00001')), said(await order('CLOSED001'))];
  expect(await all()).toEqual([
    [400, 'ORDERPAID'],
    [400, 'ORDERPAID'],
    [400, 'ORDER_CLOSED'],
  ]);
  await sandbox.control.changePaySettings({ paidCode: 'INVALID_REQUEST', closedCode: 'INVALID_REQUEST' });
  expect(new Set((await all()).map(([, code]) => code))).toEqual(new Set(['INVALID_REQUEST']));
});

it('how far ahead time_expire may lie', async () => {
  const inDays = (days: number) => ({ time_expire: new Date(Date.now() + days * day).toISOString() });
  expect(said(await order('EXPIRE001', inDays(16)))).toEqual([400, 'PARAM_ERROR']);
  await sandbox.control.changePaySettings({ timeExpireMaxMs: 20 * day });
  expect((await order('EXPIRE001', inDays(16))).status).toBe(200);
});

it('whether the reason of a refund is counted in characters or in bytes', async () => {
  await paid('REFUND001');
  const refund = (outRefundNo: string) =>
    call(sandbox, 'POST', '/v3/refund/domestic/refunds', {
      out_trade_no: 'REFUND001',
      out_refund_no: outRefundNo,
      reason: '卖'.repeat(80),
      amount: { refund: 100, total: 1800, currency: 'CNY' },
    });
  expect((await refund('R1')).status).toBe(200);
  await sandbox.control.changePaySettings({ refundReasonCounts: 'bytes' });
  expect(said(await refund('R2'))).toEqual([400, 'PARAM_ERROR']);
});

it('what tells of a transfer’s end, and whether the smallest ones may carry a name', async () => {
  const heard = await openShop(204);
  try {
    const { appid, platformPublicKey, platformPublicKeyId } = sandbox.credentials;
    const transfer = (number: string, amount: number) =>
      call(
        sandbox,
        'POST',
        '/v3/fund-app/mch-transfer/transfer-bills',
        {
          appid,
          out_bill_no: number,
          transfer_scene_id: '1000',
          openid: customer.openid,
          user_name: Rsa.encrypt('林晓雨', platformPublicKey),
          transfer_amount: amount,
          transfer_remark: '新店有礼',
          notify_url: heard.url,
          transfer_scene_report_infos: [{ info_type: '活动名称', info_content: '新店有礼' }],
        },
        { headers: { 'Wechatpay-Serial': platformPublicKeyId } },
      );
    expect(said(await transfer('T1', 29))).toEqual([400, 'PARAM_ERROR']);
    expect((await transfer('T2', 30)).status).toBe(200);
    await sandbox.control.changePaySettings({ transferNamelessFen: 0, transferEventType: 'TRANSFER.ENDED' });
    const small = await transfer('T1', 29);
    await sandbox.control.confirmTransfer(customer.id, String(small.body.package_info));
    await heard.until(1);
    expect(JSON.parse(heard.heard[0]?.body ?? '')).toMatchObject({ event_type: 'TRANSFER.ENDED' });
  } finally {
    heard.close();
  }
});
