import { privateDecrypt } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { platform, seal, startMerchant } from '../../test/merchant.js';

let started: Awaited<ReturnType<typeof startMerchant>>;
afterEach(() => started?.host.close());
const bill = {
  mch_id: '1900000001',
  out_bill_no: 'T1',
  transfer_bill_no: '1330',
  create_time: '2026-11-21T10:30:00+08:00',
  state: 'WAIT_USER_CONFIRM',
  package_info: 'pkg==',
};
const waiting = {
  ok: true,
  value: {
    outBillNo: 'T1',
    transferBillNo: '1330',
    state: 'WAIT_USER_CONFIRM',
    failReason: null,
    packageInfo: 'pkg==',
    amountFen: null,
    openid: null,
    createdAt: new Date('2026-11-21T02:30:00Z'),
    updatedAt: null,
  },
};
const input = {
  outBillNo: 'T1',
  openid: 'o1',
  amountFen: 250_000,
  sceneId: '1000',
  reports: [{ type: '活动名称', content: '新客' }],
  remark: '奖'.repeat(40),
};
const path = '/v3/fund-app/mch-transfer/transfer-bills';

it('is made with the name sealed for the key that the header names', async () => {
  started = await startMerchant(() => ({ body: JSON.stringify(bill) }));
  expect(await started.pay.transfers.create({ ...input, userName: '欧阳修', perception: '现金奖励', notifyUrl: 'https://x.cn/t' })).toEqual(
    waiting,
  );
  const [heard] = started.asked(path);
  const { user_name: name, ...body } = JSON.parse(heard!.body) as Record<string, unknown>;
  expect(body).toEqual({
    appid: 'wx1',
    out_bill_no: 'T1',
    transfer_scene_id: '1000',
    openid: 'o1',
    transfer_amount: 250_000,
    transfer_remark: '奖'.repeat(32),
    transfer_scene_report_infos: [{ info_type: '活动名称', info_content: '新客' }],
    user_recv_perception: '现金奖励',
    notify_url: 'https://x.cn/t',
  });
  expect(heard!.headers['wechatpay-serial']).toBe(platform.publicKey.id);
  expect(privateDecrypt({ key: platform.publicKey.privateKey, oaepHash: 'sha1' }, Buffer.from(String(name), 'base64')).toString()).toBe(
    '欧阳修',
  );
});
it('is not made with a name when there is no key to seal it for', async () => {
  started = await startMerchant(() => ({ status: 401, by: 'nobody' }), { platformKeys: [] });
  expect(await started.pay.transfers.create({ ...input, userName: '欧阳修' })).toMatchObject({
    ok: false,
    error: { code: 'NO_PLATFORM_KEY' },
  });
  expect(started.asked(path)).toHaveLength(0);
});
it('is asked after by either number, and taken back', async () => {
  started = await startMerchant(({ method }) => ({
    body: JSON.stringify(method === 'GET' ? bill : { ...bill, state: 'CANCELING', package_info: undefined }),
  }));
  const { transfers } = started.pay;
  expect(await transfers.query('T1')).toEqual(waiting);
  expect(await transfers.queryByBillNo('1330')).toEqual(waiting);
  expect(await transfers.cancel('T1')).toMatchObject({ ok: true, value: { state: 'CANCELING', packageInfo: null } });
  expect(started.host.heard.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
    `GET ${path}/out-bill-no/T1`,
    `GET ${path}/transfer-bill-no/1330`,
    `POST ${path}/out-bill-no/T1/cancel`,
  ]);
});
it('has no state that WeChat does not document', async () => {
  started = await startMerchant(() => ({ body: JSON.stringify({ ...bill, state: 'MAYBE' }) }));
  expect(await started.pay.transfers.query('T1')).toMatchObject({
    ok: false,
    error: { api: `GET ${path}/out-bill-no/{out_bill_no}`, code: 'UNREADABLE' },
  });
});
it('tells by notification how it ended, whatever the event is called', async () => {
  started = await startMerchant(() => ({}));
  const inner = {
    mchid: '1900000001',
    out_bill_no: 'T1',
    transfer_bill_no: '1330',
    state: 'FAIL',
    fail_reason: 'PAYEE_ACCOUNT_ABNORMAL',
    transfer_amount: 250_000,
    openid: 'o1',
    update_time: '2026-11-21T10:31:00+08:00',
  };
  const post = (text: object, eventType = 'MCHTRANSFER.BILL.FINISHED') => {
    const body = JSON.stringify({
      id: 'EV-1',
      create_time: '2026-11-21T10:31:00+08:00',
      event_type: eventType,
      resource: { original_type: 'mch_payment', ...seal(JSON.stringify(text), '') },
    });
    return [started.signedBy('publicKey', body), Buffer.from(body)] as const;
  };
  const read = {
    ok: true,
    value: {
      id: 'EV-1',
      createdAt: new Date('2026-11-21T02:31:00Z'),
      mchid: '1900000001',
      transfer: {
        outBillNo: 'T1',
        transferBillNo: '1330',
        state: 'FAIL',
        failReason: 'PAYEE_ACCOUNT_ABNORMAL',
        packageInfo: null,
        amountFen: 250_000,
        openid: 'o1',
        createdAt: null,
        updatedAt: new Date('2026-11-21T02:31:00Z'),
      },
    },
  };
  expect(started.pay.readTransferNotification(...post(inner))).toEqual(read);
  expect(started.pay.readTransferNotification(...post(inner, 'SOMETHING.ELSE'))).toEqual(read);
  expect(started.pay.readTransferNotification(...post({ ...inner, state: 'ODD' }))).toMatchObject({
    ok: false,
    error: { code: 'UNREADABLE' },
  });
  const [headers, body] = post(inner);
  expect(started.pay.readTransferNotification(headers, Buffer.concat([body, Buffer.from(' ')]))).toMatchObject({
    ok: false,
    error: { code: 'BAD_SIGNATURE' },
  });
  // A transfer is no payment, and the address of payments does not take it for one.
  expect(started.pay.readNotification(...post(inner))).toMatchObject({ ok: false, error: { code: 'UNREADABLE' } });
});
it('names nobody under 0.30 yuan, whatever WeChat would say to that', async () => {
  started = await startMerchant(() => ({ body: JSON.stringify(bill) }));
  await started.pay.transfers.create({ ...input, amountFen: 29, userName: '欧阳修' });
  await started.pay.transfers.create({ ...input, amountFen: 30, userName: '欧阳修' });
  expect(started.asked(path).map((one) => 'user_name' in (JSON.parse(one.body) as object))).toEqual([false, true]);
});
it('is not sent when it breaks a limit', async () => {
  started = await startMerchant(() => ({ body: JSON.stringify(bill) }));
  const { transfers } = started.pay;
  const broken = [
    { outBillNo: 'T_1' },
    { outBillNo: 'T'.repeat(33) },
    { openid: '' },
    { amountFen: 0 },
    { amountFen: 1.5 },
    { remark: ' ' },
    { reports: [] },
    { notifyUrl: 'https://x.cn/t?a=1' },
    { sceneId: '' },
    // 2000 yuan and no name.
    {},
  ];
  for (const one of broken)
    expect(
      await transfers.create({ ...input, amountFen: 200_000, ...one, ...(Object.keys(one).length > 0 ? { userName: '欧阳修' } : {}) }),
    ).toMatchObject({
      ok: false,
      error: { code: 'UNFIT', unsent: true },
    });
  expect(started.asked(path)).toHaveLength(0);
});
