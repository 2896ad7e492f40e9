import type { FastifyInstance, FastifyRequest } from 'fastify';
import { chinaTime } from '../clock.js';
import { randomText } from '../crypto.js';
import type { World } from '../world.js';
import { PayError, invalidRequest, paramError } from './errors.js';
import { fingerprint, readBody, readNotifyUrl, refuseUnknown } from './fields.js';
import { balance } from './ledger.js';
import { notify } from './notifications.js';
import { openField } from './platform-keys.js';
import { paySettings } from './settings.js';
import { checkFields, type Shape } from './shape.js';
import type { Transfer } from './state.js';

const path = '/fund-app/mch-transfer/transfer-bills';
/** From 2000 yuan on, the customer's name must be given. */
const nameFromFen = 200_000;
const scenes = ['1000', '1002', '1004', '1005', '1006', '1009', '1010', '1011', '1013'];

const shapes: Record<string, Shape> = {
  appid: { is: 'text', max: 32, needed: true },
  out_bill_no: { is: 'text', max: 32, needed: true, pattern: /^[0-9A-Za-z]+$/ },
  transfer_scene_id: { is: 'text', max: 36, needed: true },
  openid: { is: 'text', max: 64, needed: true },
  user_name: { is: 'text', max: 1024 },
  transfer_amount: { is: 'number', min: 1, needed: true },
  transfer_remark: { is: 'text', max: 32, needed: true },
  notify_url: { is: 'text', max: 256 },
  user_recv_perception: { is: 'text', max: 64 },
  transfer_scene_report_infos: {
    is: 'list',
    needed: true,
    least: 1,
    of: { is: 'object', fields: { info_type: { is: 'text', max: 15, needed: true }, info_content: { is: 'text', max: 32, needed: true } } },
  },
};

const notFound = (): PayError => new PayError(404, 'NOT_FOUND', '记录不存在');

/** What still waits for the customer after its time has failed. */
function findTransfer(world: World, fits: (transfer: Transfer) => boolean): Transfer | null {
  const transfer = world.state.transfers.find(fits) ?? null;
  if (transfer?.state === 'WAIT_USER_CONFIRM' && world.clock.now() - transfer.createdAt > paySettings(world).transferWaitMs)
    end(world, transfer, 'FAIL', 'OVERDUE_CLOSE');
  return transfer;
}

function transferView(world: World, transfer: Transfer): Record<string, unknown> {
  return {
    mch_id: world.credentials.mchid,
    out_bill_no: transfer.outBillNo,
    transfer_bill_no: transfer.transferBillNo,
    appid: world.credentials.appid,
    state: transfer.state,
    transfer_amount: transfer.amount,
    transfer_remark: transfer.remark,
    ...(transfer.failReason !== null && { fail_reason: transfer.failReason }),
    openid: transfer.openid,
    create_time: chinaTime(transfer.createdAt),
    update_time: chinaTime(transfer.updatedAt),
  };
}

/** The name in clear, or null when there is none; it must be encrypted for the key that Wechatpay-Serial names. */
function readName(world: World, request: FastifyRequest, body: Record<string, unknown>): string | null {
  if (typeof body.user_name !== 'string') {
    if (Number(body.transfer_amount) >= nameFromFen) throw paramError('user_name', '转账金额大于等于 2000 元时必填');
    return null;
  }
  if (Number(body.transfer_amount) < paySettings(world).transferNamelessFen)
    throw paramError('user_name', '转账金额小于 0.3 元时不允许填写');
  const serial = request.headers['wechatpay-serial'];
  if (typeof serial !== 'string' || serial === '') throw new PayError(400, 'PARAM_ERROR', 'Http头缺少 Wechatpay-Serial');
  const name = openField(world, serial, body.user_name);
  if (name === null) throw paramError('user_name', '敏感字段解密失败，请使用 Wechatpay-Serial 对应的密钥加密');
  return name;
}

function answerOf(transfer: Transfer): Record<string, unknown> {
  const { outBillNo, transferBillNo, createdAt, state, failReason, packageInfo } = transfer;
  return {
    out_bill_no: outBillNo,
    transfer_bill_no: transferBillNo,
    create_time: chinaTime(createdAt),
    state,
    ...(failReason !== null && { fail_reason: failReason }),
    ...(state === 'WAIT_USER_CONFIRM' && { package_info: packageInfo }),
  };
}

/** 发起转账. The same out_bill_no with the same parameters gives the same transfer again. */
function askTransfer(world: World, request: FastifyRequest): Record<string, unknown> {
  const body = readBody(request);
  refuseUnknown(body, Object.keys(shapes));
  checkFields(body, shapes);
  const text = (name: string) => String(body[name]);
  const [outBillNo, openid, sceneId] = [text('out_bill_no'), text('openid'), text('transfer_scene_id')];
  if (text('appid') !== world.credentials.appid) throw new PayError(400, 'APPID_MCHID_NOT_MATCH', '商户号和appid没有绑定关系');
  if (!scenes.includes(sceneId)) throw invalidRequest('该转账场景未开通');
  const notifyUrl = readNotifyUrl(body, 256, false);
  const userName = readName(world, request, body);
  // A name is encrypted anew each time: the same one counts as the same parameter.
  const print = fingerprint({ ...body, user_name: userName });
  const existing = findTransfer(world, (item) => item.outBillNo === outBillNo);
  if (existing) {
    if (existing.fingerprint !== print) throw invalidRequest('商户单号重复，参数与首次请求时不一致');
    return answerOf(existing);
  }
  if (!world.state.customers.some((customer) => customer.openid === openid)) throw invalidRequest('openid与商户appid不匹配');
  const amount = Number(body.transfer_amount);
  if (balance(world).availableFen < amount) throw new PayError(403, 'NOT_ENOUGH', '资金不足');
  const now = world.clock.now();
  const transfer: Transfer = {
    outBillNo,
    openid,
    sceneId,
    amount,
    userName,
    notifyUrl,
    remark: text('transfer_remark'),
    transferBillNo: `133${randomText(27, '0123456789')}`,
    packageInfo: randomText(88),
    fingerprint: print,
    state: 'WAIT_USER_CONFIRM',
    failReason: null,
    createdAt: now,
    updatedAt: now,
  };
  world.state.transfers.push(transfer);
  failLater(world, transfer);
  return answerOf(transfer);
}

/** Ends a transfer; the shop is told. */
function end(world: World, transfer: Transfer, state: 'SUCCESS' | 'FAIL' | 'CANCELLED', failReason: string | null = null): void {
  Object.assign(transfer, { state, failReason, updatedAt: world.clock.now() });
  if (transfer.notifyUrl) {
    notify(world, {
      url: transfer.notifyUrl,
      eventType: paySettings(world).transferEventType,
      summary: '商家转账单据终态通知',
      type: 'mch_payment',
      resource: transferView(world, transfer),
    });
  }
  world.changed();
}

/** Goes through the state of being under way, and ends a while later if nothing else happened. */
function endLater(world: World, transfer: Transfer): void {
  const waited = world.clock.now() - transfer.updatedAt;
  const ends = { TRANSFERING: 'SUCCESS', CANCELING: 'CANCELLED' } as const;
  world.schedule.after(Math.max(0, paySettings(world).transferDelayMs - waited), () => {
    if (transfer.state === 'TRANSFERING' || transfer.state === 'CANCELING') end(world, transfer, ends[transfer.state]);
  });
}

/** What the customer never confirms fails, and the shop is told. */
function failLater(world: World, transfer: Transfer): void {
  const waited = world.clock.now() - transfer.createdAt;
  world.schedule.after(Math.max(0, paySettings(world).transferWaitMs - waited) + 1, () => findTransfer(world, (item) => item === transfer));
}

/** How wx.requestMerchantTransfer ended. */
export interface TransferResult {
  result: 'ok' | 'cancel' | 'fail';
  errMsg: string;
}

/** The customer confirms that the money may come, turns away (it still waits), or has it fail. */
export function answerTransfer(world: World, openid: string, packageInfo: string, outcome: 'confirm' | 'cancel' | 'fail'): TransferResult {
  const transfer = findTransfer(world, (item) => item.packageInfo === packageInfo || item.outBillNo === packageInfo);
  const refused = (words: string): TransferResult => ({ result: 'fail', errMsg: `requestMerchantTransfer:fail ${words}` });
  if (!transfer) return refused('package 无效');
  if (transfer.openid !== openid) return refused('收款用户不一致');
  if (transfer.state !== 'WAIT_USER_CONFIRM') return refused(`转账单状态为 ${transfer.state}`);
  if (outcome === 'cancel') return { result: 'cancel', errMsg: 'requestMerchantTransfer:fail cancel' };
  if (outcome === 'fail') {
    end(world, transfer, 'FAIL', 'PAYEE_ACCOUNT_ABNORMAL');
    return refused('收款账户异常');
  }
  Object.assign(transfer, { state: 'TRANSFERING', updatedAt: world.clock.now() });
  endLater(world, transfer);
  world.changed();
  return { result: 'ok', errMsg: 'requestMerchantTransfer:ok' };
}

/** Goes on with what was under way when the sandbox stopped. */
export function resumeTransfers(world: World): void {
  for (const transfer of world.state.transfers) {
    if (transfer.state === 'WAIT_USER_CONFIRM') failLater(world, transfer);
    else endLater(world, transfer);
  }
}

/** 商家转账: 发起, 查询 by both numbers and 撤销. */
export function transferRoutes(app: FastifyInstance, world: World): void {
  app.post(path, (request) => askTransfer(world, request));
  app.get<{ Params: { number: string } }>(`${path}/out-bill-no/:number`, (request) => {
    const transfer = findTransfer(world, (item) => item.outBillNo === request.params.number);
    if (!transfer) throw notFound();
    return transferView(world, transfer);
  });
  app.get<{ Params: { number: string } }>(`${path}/transfer-bill-no/:number`, (request) => {
    const transfer = findTransfer(world, (item) => item.transferBillNo === request.params.number);
    if (!transfer) throw notFound();
    return transferView(world, transfer);
  });
  app.post<{ Params: { number: string } }>(`${path}/out-bill-no/:number/cancel`, (request) => {
    const transfer = findTransfer(world, (item) => item.outBillNo === request.params.number);
    if (!transfer) throw notFound();
    if (transfer.state === 'WAIT_USER_CONFIRM') {
      Object.assign(transfer, { state: 'CANCELING', updatedAt: world.clock.now() });
      endLater(world, transfer);
    } else if (transfer.state !== 'CANCELING' && transfer.state !== 'CANCELLED') {
      throw invalidRequest('当前状态不允许撤销');
    }
    const { outBillNo, transferBillNo, state, updatedAt } = transfer;
    return { out_bill_no: outBillNo, transfer_bill_no: transferBillNo, state, update_time: chinaTime(updatedAt) };
  });
}
