import type { OrderMoneyAttempt, OrderMoneyView } from '@pailou/contracts';
import { expect, it } from 'vitest';
import { timelineOf } from './timeline';

const at = (minute: number, second = 0) => `2026-11-21T04:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}.000Z`;
const attempt = (change: Partial<OrderMoneyAttempt>): OrderMoneyAttempt => ({
  id: 'a1',
  method: 'wechat',
  outTradeNo: 'n1',
  transactionId: 't1',
  amountFen: 4100,
  refundedFen: 1800,
  status: 'paid',
  failure: null,
  heardBy: 'notification',
  createdAt: at(1),
  prepaidAt: at(1, 1),
  paidAt: at(2),
  endedAt: at(2, 1),
  notices: [{ id: 'EV-1', eventType: 'TRANSACTION.SUCCESS', outcome: 'applied', receivedAt: at(2, 1) }],
  refunds: [],
  shipping: null,
  rows: [],
  ...change,
});
const refund = (change: Partial<OrderMoneyAttempt['refunds'][number]>): OrderMoneyAttempt['refunds'][number] => ({
  id: 'r1',
  outRefundNo: 'x1',
  refundId: 's1',
  amountFen: 1800,
  reason: '少了一杯',
  automatic: false,
  status: 'succeeded',
  released: false,
  failure: null,
  heardBy: 'query',
  createdAt: at(5),
  settledAt: at(6),
  notices: [],
  ...change,
});
const order = (attempts: OrderMoneyAttempt[]) => ({ createdAt: at(0), totalFen: 4100, attempts }) as OrderMoneyView;
const told = (attempts: OrderMoneyAttempt[]) => timelineOf(order(attempts)).map(({ word, amountFen }) => [word, amountFen]);

it('tells all that happened in its order, with what moved', () => {
  const shipping = { status: 'settled', createdAt: at(7), reportedAt: at(8), settledAt: at(9), code: null } as const;
  expect(told([attempt({ refunds: [refund({})], shipping })])).toEqual([
    ['顾客下单', undefined],
    ['向微信发起支付', undefined],
    ['微信给了预付单', undefined],
    ['付款成功', 4100],
    ['收到微信通知', undefined],
    ['发起退款', undefined],
    ['退款到账', -1800],
    ['已向微信上报发货', undefined],
    ['微信放款', undefined],
  ]);
});
it('keeps its order where WeChat, which tells whole seconds, seems to have been paid before the order', () => {
  const begun = '2026-11-21T04:00:00.300Z';
  const quick = attempt({ createdAt: begun, prepaidAt: '2026-11-21T04:00:00.420Z', paidAt: at(0), notices: [] });
  expect(timelineOf({ ...order([quick]), createdAt: '2026-11-21T04:00:00.250Z' }).map(({ word }) => word)).toEqual([
    '顾客下单',
    '向微信发起支付',
    '微信给了预付单',
    '付款成功',
  ]);
});
it('tells of what went wrong, and whose the money is', () => {
  const wrong = attempt({ id: 'a0', status: 'failed', paidAt: null, prepaidAt: null, failure: 'NO_AUTH', notices: [], endedAt: at(1, 30) });
  const stuck = refund({ status: 'failed', failure: 'ABNORMAL' });
  const all = timelineOf(
    order([
      wrong,
      attempt({
        createdAt: at(1, 40),
        prepaidAt: at(1, 41),
        refunds: [stuck, refund({ id: 'r2', status: 'failed', released: true, failure: 'CLOSED' })],
      }),
    ]),
  );
  expect(all.find(({ word }) => word === '微信拒绝了这次支付')?.details).toEqual(['微信返回 NO_AUTH']);
  expect(all.filter(({ word }) => word === '退款失败').map(({ details, amountFen }) => [details.at(-1), amountFen])).toEqual([
    ['钱在微信，需要到商户平台处理', undefined],
    ['钱还在账上，可以再退', undefined],
  ]);
});
it('tells of cash without WeChat', () => {
  expect(told([attempt({ method: 'cash', prepaidAt: null, notices: [], heardBy: 'counter' })])).toEqual([
    ['顾客下单', undefined],
    ['收到现金', 4100],
  ]);
});
