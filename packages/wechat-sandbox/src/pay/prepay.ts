import type { FastifyRequest } from 'fastify';
import { randomText } from '../crypto.js';
import type { Order } from '../state.js';
import type { World } from '../world.js';
import { PayError, invalidRequest, paramError } from './errors.js';
import {
  fingerprint,
  readBody,
  readCurrency,
  readFen,
  readNotifyUrl,
  readObject,
  readOptionalText,
  readText,
  readTime,
  refuseUnknown,
} from './fields.js';
import { checkFields, type Shape } from './shape.js';
import { paySettings } from './settings.js';
import { alreadyPaid, findOrder } from './transaction.js';

/** A prepay_id is good for two hours. */
export const prepayLifeMs = 7_200_000;

const known = [
  'appid',
  'mchid',
  'description',
  'out_trade_no',
  'time_expire',
  'attach',
  'notify_url',
  'goods_tag',
  'support_fapiao',
  'amount',
  'payer',
  'detail',
  'scene_info',
  'settle_info',
  'limit_pay',
];

/** The parts that this stand-in checks and otherwise ignores (spec 10.5). */
const shapes: Record<string, Shape> = {
  goods_tag: { is: 'text', max: 32 },
  support_fapiao: { is: 'flag' },
  limit_pay: { is: 'list', of: { is: 'choice', of: ['no_balance', 'no_credit', 'no_debit', 'balance_only'] } },
  settle_info: { is: 'object', fields: { profit_sharing: { is: 'flag' } } },
  detail: {
    is: 'object',
    fields: {
      cost_price: { is: 'number', min: 0 },
      invoice_id: { is: 'text', max: 32 },
      goods_detail: {
        is: 'list',
        of: {
          is: 'object',
          fields: {
            merchant_goods_id: { is: 'text', max: 32, needed: true },
            wechatpay_goods_id: { is: 'text', max: 32 },
            goods_name: { is: 'text', max: 256 },
            quantity: { is: 'number', min: 1, needed: true },
            unit_price: { is: 'number', min: 0, needed: true },
          },
        },
      },
    },
  },
  scene_info: {
    is: 'object',
    fields: {
      payer_client_ip: { is: 'text', max: 45, needed: true },
      device_id: { is: 'text', max: 32 },
      store_info: {
        is: 'object',
        fields: {
          id: { is: 'text', max: 32, needed: true },
          name: { is: 'text', max: 256 },
          area_code: { is: 'text', max: 32 },
          address: { is: 'text', max: 512 },
        },
      },
    },
  },
};

/** mchid and appid of the body are the caller's own. */
function checkMerchant(world: World, body: Record<string, unknown>): void {
  const mchid = readText(body, 'mchid', { max: 32 });
  const appid = readText(body, 'appid', { max: 32 });
  if (mchid !== world.credentials.mchid) throw new PayError(403, 'NO_AUTH', '商户号与签名的商户不一致，无权限');
  if (appid !== world.credentials.appid) throw new PayError(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配，请检查后再试');
}

/** `time_expire` at the caller's clock: a minute ahead at least, and not beyond what the settings allow. Moved to the sandbox's clock. */
function readExpiry(world: World, body: Record<string, unknown>): number | null {
  const at = readTime(body, 'time_expire');
  if (at === null) return null;
  const ahead = at - world.clock.wire();
  // A minute less the seconds that the request took and that RFC 3339 without fractions cut off.
  if (ahead < 55_000) throw paramError('time_expire', '应至少晚于当前时间 1 分钟', body.time_expire);
  if (ahead > paySettings(world).timeExpireMaxMs) throw paramError('time_expire', '晚于允许的最晚时间', body.time_expire);
  return at + world.clock.advanced;
}

const newPrepayId = () => `wx${randomText(14, '0123456789')}${randomText(20, '0123456789abcdef')}`;

/** The same number again: a safe retry when all is equal and still unpaid, refused otherwise. */
function reissue(world: World, order: Order, print: string): string {
  if (order.state === 'SUCCESS' || order.state === 'REFUND') throw alreadyPaid(world);
  if (order.state === 'CLOSED') throw new PayError(400, paySettings(world).closedCode, '该订单已关闭');
  if (order.fingerprint !== print) throw new PayError(403, 'OUT_TRADE_NO_USED', '201 商户订单号重复');
  const now = world.clock.now();
  if (now - order.prepayAt > prepayLifeMs) Object.assign(order, { prepayId: newPrepayId(), prepayAt: now });
  return order.prepayId;
}

/** JSAPI下单: POST /v3/pay/transactions/jsapi → {prepay_id}. */
export function prepay(world: World, request: FastifyRequest): { prepay_id: string } {
  const body = readBody(request);
  refuseUnknown(body, known);
  checkMerchant(world, body);
  const outTradeNo = readText(body, 'out_trade_no', { min: 6, max: 32, pattern: /^[0-9A-Za-z_\-|*]+$/ });
  const description = readText(body, 'description', { max: 127 });
  const attach = readOptionalText(body, 'attach', { max: 128 });
  const notifyUrl = readNotifyUrl(body, 255, true) ?? '';
  const amount = readObject(body, 'amount');
  refuseUnknown(amount, ['total', 'currency'], 'amount.');
  const total = readFen(amount, 'total', 'amount.total');
  const currency = readCurrency(amount, false);
  const payer = readObject(body, 'payer');
  refuseUnknown(payer, ['openid'], 'payer.');
  const openid = readText(payer, 'openid', { max: 128, path: 'payer.openid' });
  checkFields(body, shapes);
  const print = fingerprint(body);
  const existing = findOrder(world, outTradeNo);
  if (existing) return { prepay_id: reissue(world, existing, print) };
  const timeExpire = readExpiry(world, body);
  if (!world.state.customers.some((customer) => customer.openid === openid)) throw invalidRequest('无效的openid');
  const now = world.clock.now();
  const order: Order = {
    outTradeNo,
    description,
    attach,
    notifyUrl,
    total,
    currency,
    openid,
    timeExpire,
    appid: world.credentials.appid,
    mchid: world.credentials.mchid,
    fingerprint: print,
    prepayId: newPrepayId(),
    prepayAt: now,
    createdAt: now,
    state: 'NOTPAY',
    transactionId: null,
    paidAt: null,
  };
  world.state.orders.push(order);
  return { prepay_id: order.prepayId };
}
