import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/database.js';
import type { FundRow as WechatFundRow, TradeBill } from '../../platform/wechat/wechat.js';
import { instantOf } from './china-day.js';
import type { FundRow, TradeRow } from './difference.js';
import { fundKind } from './fund-match.js';

/** The two bills of a day, as they are kept: numbers and money, and nothing of who paid. */
export interface Bills {
  trades: TradeRow[];
  funds: FundRow[];
  summary: { count: number; refundsFen: number; feeFen: number } | null;
}

/** Whole fen: bills write fees with parts of a fen. Half a fen goes away from nought, as WeChat rounds money. */
const whole = (fen: number): number => (fen < 0 ? 0 - Math.round(-fen) : Math.round(fen));

/** Reads WeChat's bills in the words of this house. */
export function billsOf(trade: TradeBill, funds: readonly WechatFundRow[]): Bills {
  return {
    trades: trade.rows.map((row) => ({
      kind: row.kind,
      appid: row.appid,
      at: instantOf(row.at),
      outTradeNo: row.outTradeNo,
      number: row.kind === 'payment' ? row.outTradeNo : row.outRefundNo,
      wechatNumber: row.kind === 'payment' ? row.transactionId : row.refundId,
      amountFen: whole(row.kind === 'payment' ? row.totalFen : row.refundFen),
      feeFen: whole(row.feeFen),
      feeRate: row.feeRate,
      state: row.kind === 'payment' ? 'SUCCESS' : row.refundStatus,
    })),
    funds: funds.map((row) => ({
      kind: fundKind(row.business),
      at: instantOf(row.at),
      number: row.outTradeNo,
      wechatNumber: row.transactionId,
      business: row.business,
      amountFen: row.direction === 'in' ? whole(row.amountFen) : 0 - whole(row.amountFen),
      balanceFen: whole(row.balanceFen),
    })),
    summary:
      trade.rows.length > 0 || trade.count > 0 ? { count: trade.count, refundsFen: whole(trade.refundedFen), feeFen: trade.feeFen } : null,
  };
}

/** Puts these rows in the place of what was kept of the day. */
export async function keepRows(tx: Tx, day: string, { trades, funds }: Bills): Promise<void> {
  const kept = [
    ...trades.map((row) => ({ ...row, id: newId(), bill: 'trade' })),
    ...funds.map((row) => ({ ...row, id: newId(), bill: 'fund' })),
  ];
  await tx.query('delete from reconciliation_rows where day = $1', [day]);
  await tx.query(
    `insert into reconciliation_rows (id, day, bill, kind, appid, at, number, out_trade_no, wechat_number, amount_fen, fee_fen, fee_rate, state, business, balance_fen)
     select id, $1, bill, kind, appid, at, number, "outTradeNo", "wechatNumber", "amountFen", "feeFen", "feeRate", state, business, "balanceFen"
       from jsonb_to_recordset($2::jsonb) as r (id uuid, bill text, kind text, appid text, at timestamptz, number text, "outTradeNo" text,
            "wechatNumber" text, "amountFen" bigint, "feeFen" bigint, "feeRate" text, state text, business text, "balanceFen" bigint)`,
    [day, JSON.stringify(kept)],
  );
}

/** What was kept of a day, in the order of the files. */
export async function keptRows(tx: Tx, day: string): Promise<{ trades: TradeRow[]; funds: FundRow[] }> {
  const rows: (TradeRow & FundRow & { bill: 'trade' | 'fund' })[] = await tx.query(
    `select bill, kind, appid, at, number, out_trade_no as "outTradeNo", wechat_number as "wechatNumber", amount_fen::float8 as "amountFen",
            fee_fen::float8 as "feeFen", fee_rate as "feeRate", state, business, balance_fen::float8 as "balanceFen"
       from reconciliation_rows where day = $1 order by id`,
    [day],
  );
  return { trades: rows.filter((row) => row.bill === 'trade'), funds: rows.filter((row) => row.bill === 'fund') };
}
