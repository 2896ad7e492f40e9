import { chinaDay, chinaTime } from '../clock.js';
import type { Order } from '../state.js';
import { isPaidOrder } from '../weixin/shipping/orders.js';
import type { World } from '../world.js';
import { feeBack, feeOf, fundEntries, refundsOf } from './ledger.js';
import { paySettings } from './settings.js';

/** A payment or a refund as a trade bill lists it; money in fen. */
export interface TradeRow {
  at: number;
  order: Pick<Order, 'appid' | 'mchid' | 'transactionId' | 'outTradeNo' | 'openid' | 'description' | 'attach' | 'currency'>;
  totalFen: number;
  feeFen: number;
  refund: { refundId: string; outRefundNo: string; fen: number; status: string; settledAt: number | null } | null;
}

/** A line of a fund flow bill; money in fen. */
export interface FundRow {
  at: number;
  number: string;
  flowId: string;
  name: string;
  kind: string;
  fen: number;
  balanceFen: number;
  applicant: string;
  remark: string;
  voucher: string;
}

export type BillType = 'ALL' | 'SUCCESS' | 'REFUND';

/** What was paid and given back on a day in China, in order of time. */
export function tradeRows(world: World, date: string): TradeRow[] {
  const rows: TradeRow[] = [];
  for (const order of world.state.orders) {
    if (!isPaidOrder(order)) continue;
    if (chinaDay(order.paidAt) === date)
      rows.push({ at: order.paidAt, order, totalFen: order.total, feeFen: feeOf(world, order.total), refund: null });
    for (const refund of refundsOf(world, order)) {
      if (chinaDay(refund.createdAt) !== date) continue;
      const { refundId, outRefundNo, settledAt } = refund;
      const status = refund.status === 'ABNORMAL' ? 'FAIL' : refund.status;
      rows.push({
        at: refund.createdAt,
        order,
        totalFen: 0,
        feeFen: -feeBack(world, order, refund),
        refund: { refundId, outRefundNo, fen: refund.refund, status, settledAt },
      });
    }
  }
  return rows.sort((a, b) => a.at - b.at);
}

/** What moved on the basic account on a day in China, each with the balance after it. */
export function fundRows(world: World, date: string): FundRow[] {
  let balanceFen = paySettings(world).openingBalanceFen;
  const rows: FundRow[] = [];
  for (const entry of fundEntries(world)) {
    balanceFen += entry.fen;
    if (chinaDay(entry.at) === date) rows.push({ ...entry, balanceFen });
  }
  return rows;
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const clockOf = (ms: number): string => chinaTime(ms).slice(0, 19).replace('T', ' ');
/** Fields are not quoted: a line break inside one would break the bill. */
const cell = (value: string): string => `\`${value.replace(/[\r\n]+/g, ' ')}`;
const line = (values: readonly string[]): string => values.map(cell).join(',');
const table = (head: readonly string[], rows: readonly string[][], sumHead: readonly string[], sums: readonly string[]): string =>
  `\uFEFF${[head.join(','), ...rows.map(line), sumHead.join(','), line(sums)].join('\r\n')}\r\n`;

const commonHead = [
  '交易时间',
  '公众账号ID',
  '商户号',
  '特约商户号',
  '设备号',
  '微信订单号',
  '商户订单号',
  '用户标识',
  '交易类型',
  '交易状态',
  '付款银行',
  '货币种类',
  '应结订单金额',
  '代金券金额',
];
const refundHead = ['微信退款单号', '商户退款单号', '退款金额', '充值券退款金额', '退款类型', '退款状态'];
const goodsHead = ['商品名称', '商户数据包', '手续费', '费率', '订单金额'];
const heads: Record<BillType, readonly string[]> = {
  ALL: [...commonHead, ...refundHead, ...goodsHead, '申请退款金额', '费率备注'],
  SUCCESS: [...commonHead, ...goodsHead, '费率备注'],
  REFUND: [...commonHead, '退款申请时间', '退款成功时间', ...refundHead, ...goodsHead, '申请退款金额', '费率备注'],
};

function tradeCells(world: World, row: TradeRow, type: BillType): string[] {
  const { order, refund } = row;
  const common = [
    clockOf(row.at),
    order.appid,
    order.mchid,
    '0',
    '',
    order.transactionId ?? '',
    order.outTradeNo,
    order.openid,
    'JSAPI',
    refund ? 'REFUND' : 'SUCCESS',
    'OTHERS',
    order.currency,
    yuan(row.totalFen),
    '0.00',
  ];
  const back = refund
    ? [refund.refundId, refund.outRefundNo, yuan(refund.fen), '0.00', 'ORIGINAL', refund.status]
    : ['0', '0', '0.00', '0.00', '', ''];
  const rate = `${(paySettings(world).feeBasisPoints / 100).toFixed(2)}%`;
  const goods = [order.description, order.attach ?? '', (row.feeFen / 100).toFixed(5), rate, yuan(row.totalFen)];
  const asked = [yuan(refund?.fen ?? 0), ''];
  if (type === 'SUCCESS') return [...common, ...goods, ''];
  if (type === 'ALL') return [...common, ...back, ...goods, ...asked];
  const settled = refund?.settledAt;
  return [...common, clockOf(row.at), refund?.status === 'SUCCESS' && settled ? clockOf(settled) : '', ...back, ...goods, ...asked];
}

/** The trade bill (交易账单) of these rows: BOM, head, rows with backticks, and two lines of sums. */
export function writeTradeBill(world: World, all: readonly TradeRow[], type: BillType): string {
  const rows = all.filter((row) => type === 'ALL' || (row.refund === null) === (type === 'SUCCESS'));
  const sum = (of: (row: TradeRow) => number) => yuan(rows.reduce((total, row) => total + of(row), 0));
  const back = sum((row) => row.refund?.fen ?? 0);
  const total = sum((row) => row.totalFen);
  const sums = [`${rows.length}.0`, total, back, '0.0', sum((row) => row.feeFen), total, back];
  return table(
    heads[type],
    rows.map((row) => tradeCells(world, row, type)),
    ['总交易单数', '应结订单总金额', '退款总金额', '充值券退款总金额', '手续费总金额', '订单总金额', '申请退款总金额'],
    sums,
  );
}

/** The fund flow bill (资金账单) of these rows. */
export function writeFundBill(rows: readonly FundRow[]): string {
  const cells = rows.map((row) => [
    clockOf(row.at),
    row.number,
    row.flowId,
    row.name,
    row.kind,
    row.fen > 0 ? '收入' : '支出',
    yuan(Math.abs(row.fen)),
    yuan(row.balanceFen),
    row.applicant,
    row.remark,
    row.voucher,
  ]);
  const [into, out] = [rows.filter((row) => row.fen > 0), rows.filter((row) => row.fen < 0)];
  const sum = (list: readonly FundRow[]) => yuan(Math.abs(list.reduce((total, row) => total + row.fen, 0)));
  return table(
    [
      '记账时间',
      '微信支付业务单号',
      '资金流水单号',
      '业务名称',
      '业务类型',
      '收支类型',
      '收支金额(元)',
      '账户结余(元)',
      '资金变更提交申请人',
      '备注',
      '业务凭证号',
    ],
    cells,
    ['资金流水总笔数', '收入笔数', '收入金额', '支出笔数', '支出金额'],
    [`${rows.length}.0`, `${into.length}.0`, sum(into), `${out.length}.0`, sum(out)],
  );
}
