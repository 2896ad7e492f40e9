import type { FastifyInstance, FastifyRequest } from 'fastify';
import { takeFault } from '../faults.js';
import { queryOf } from '../http.js';
import type { Order } from '../state.js';
import type { World } from '../world.js';
import { PayError, paramError } from './errors.js';
import { readBody, readText, refuseUnknown } from './fields.js';
import { markPaid } from './paid.js';
import { prepay } from './prepay.js';
import { alreadyPaid, findOrder, orderNotExist, transactionView } from './transaction.js';

const jsapi = '/pay/transactions/jsapi';
const byNumber = '/pay/transactions/out-trade-no/:outTradeNo';
const byTransaction = '/pay/transactions/id/:transactionId';

function checkMchid(world: World, mchid: string): void {
  if (mchid !== world.credentials.mchid) throw new PayError(403, 'NO_AUTH', '商户号与签名的商户不一致，无权限');
}

function checkQueryMchid(world: World, request: FastifyRequest): void {
  const mchid = queryOf(request, 'mchid');
  if (!mchid) throw paramError('mchid', '必填项缺失', undefined, 'query');
  checkMchid(world, mchid);
}

/** The customer pays in the moment of closing, when a rule says so. */
function payMeanwhile(world: World, order: Order): void {
  if (order.state !== 'NOTPAY') return;
  const fault = takeFault(world.state.faults, 'close', (rule) => !rule.outTradeNo || rule.outTradeNo === order.outTradeNo);
  if (fault?.action === 'paid') markPaid(world, order);
  if (fault?.action !== 'paying') return;
  world.schedule.after(fault.delayMs ?? 1000, () => {
    if (order.state === 'NOTPAY') markPaid(world, order);
  });
  throw new PayError(429, 'FREQUENCY_LIMITED', '用户支付中，请稍后再试');
}

/** 下单, 查询订单 and 关闭订单. */
export function orderRoutes(app: FastifyInstance, world: World): void {
  app.post(jsapi, (request) => prepay(world, request));

  app.get<{ Params: { outTradeNo: string } }>(byNumber, (request) => {
    checkQueryMchid(world, request);
    const order = findOrder(world, request.params.outTradeNo);
    if (!order) throw orderNotExist();
    return transactionView(order);
  });

  app.get<{ Params: { transactionId: string } }>(byTransaction, (request) => {
    checkQueryMchid(world, request);
    const order = world.state.orders.find((item) => item.transactionId === request.params.transactionId);
    if (!order) throw orderNotExist();
    return transactionView(order);
  });

  app.post<{ Params: { outTradeNo: string } }>(`${byNumber}/close`, (request, reply) => {
    const body = readBody(request);
    refuseUnknown(body, ['mchid']);
    checkMchid(world, readText(body, 'mchid', { max: 32 }));
    const order = findOrder(world, request.params.outTradeNo);
    if (!order) throw orderNotExist();
    payMeanwhile(world, order);
    if (order.state === 'SUCCESS' || order.state === 'REFUND') throw alreadyPaid(world);
    order.state = 'CLOSED';
    return reply.code(204).send();
  });
}
