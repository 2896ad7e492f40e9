import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { done, type WechatResult } from '../result.js';
import type { PayApi } from './pay-api.js';

/** A payment or a refund of the day, as WeChat books it. Amounts in fen. */
export interface TradeRow {
  kind: 'payment' | 'refund';
  /** One merchant number may serve several apps. */
  appid: string;
  /** China's time as WeChat writes it: `2026-11-21 10:00:00`. */
  at: string;
  transactionId: string;
  outTradeNo: string;
  openid: string;
  /** Of the order. */
  totalFen: number;
  refundId: string;
  outRefundNo: string;
  refundFen: number;
  /** `SUCCESS`, `PROCESSING` …; empty for a payment. */
  refundStatus: string;
  /** What WeChat takes; negative when it gives some back with a refund. In fen, to a hundredth as the bill has it. */
  feeFen: number;
  /** As the bill writes it, `0.60%`. */
  feeRate: string;
  description: string;
  mchid: string;
  /** JSAPI, NATIVE … */
  tradeType: string;
  bankType: string;
  /** What is settled of a payment (应结订单金额), and what coupons paid of it (代金券金额). */
  settledFen: number;
  couponFen: number;
  /** Of a refund: what was asked for (申请退款金额), and what went back into coupons (充值券退款金额). */
  askedFen: number;
  couponRefundFen: number;
  /** ORIGINAL … */
  refundType: string;
  /** As the order had it. */
  attach: string;
}
export interface TradeBill {
  rows: TradeRow[];
  /** As the last line says: payments and refunds together. */
  count: number;
  /** What WeChat settles of the payments, and what it gave back, fen. */
  settledFen: number;
  refundedFen: number;
  feeFen: number;
}
/** A movement of the merchant's account. */
export interface FundRow {
  at: string;
  /** WeChat's number of the movement's cause, ours where it has one. */
  transactionId: string;
  outTradeNo: string;
  /** 交易, 退款, 扣除交易手续费, 提现 … */
  business: string;
  direction: 'in' | 'out';
  amountFen: number;
  balanceFen: number;
}

const none = new Set(['NO_STATEMENT_EXIST', 'NO_BILL_EXIST']);

/**
 * Bills (账单): of yesterday from 10:00 in China on, for three months. The link works for five minutes; the SHA-1 is over what
 * is packed. Errors: STATEMENT_CREATING (ask again after ten minutes), INVALID_REQUEST and PARAM_ERROR (the day), NO_AUTH,
 * FREQUENCY_LIMITED; BAD_HASH (ours: ask again); `UNFIT` what is no day. NO_STATEMENT_EXIST (400, or 404) is a day without trade.
 */
export class Bills {
  constructor(private readonly api: PayApi) {}

  /**
   * All payments and refunds of a day in China (`2026-11-21`); empty when there were none.
   * Source: 申请交易账单, GET /v3/bill/tradebill.
   */
  async trade(day: string): Promise<WechatResult<TradeBill>> {
    const text = await this.fetch(`/v3/bill/tradebill?bill_date=${day}&bill_type=ALL&tar_type=GZIP`, [
      ['订单金额'],
      ['退款金额'],
      ['手续费'],
    ]);
    return text.ok ? done(readTradeBill(text.value)) : text;
  }

  /**
   * The movements of an account on a day in China: BASIC 基本账户, OPERATION 运营账户, FEES 手续费账户. At most three calls a second.
   * Source: 申请资金账单, GET /v3/bill/fundflowbill.
   */
  async fundFlow(day: string, account: 'BASIC' | 'OPERATION' | 'FEES' = 'BASIC'): Promise<WechatResult<FundRow[]>> {
    const text = await this.fetch(`/v3/bill/fundflowbill?bill_date=${day}&account_type=${account}&tar_type=GZIP`, [moved, left]);
    return text.ok ? done(readFundBill(text.value)) : text;
  }

  /**
   * Asks for the link, fetches the file, unpacks it, and checks the SHA-1 over what is inside.
   * @param money the columns, each by its spellings, that must hold an amount in every row: a shifted or new form is no bill of noughts
   */
  private async fetch(target: string, money: readonly (readonly string[])[]): Promise<WechatResult<string>> {
    const name = `GET ${target.split('?')[0]}`;
    const broken = this.api.unfit(name, { 'the day is as 2026-11-21': /\?bill_date=\d{4}-\d{2}-\d{2}&/.test(target) });
    if (broken) return broken;
    const link = await this.api.call('GET', target, name);
    if (!link.ok) return none.has(link.error.code) ? done('') : link;
    const { download_url: url, hash_type: kind, hash_value: hash } = link.value;
    if (typeof url !== 'string' || typeof hash !== 'string' || kind !== 'SHA1' || !URL.canParse(url))
      return this.api.unreadable(name, 'There is no link to the bill, or no SHA-1 of it');
    const { pathname, search } = new URL(url);
    const file = await this.api.download(pathname + search, 'GET /v3/billdownload/file');
    if (!file.ok) return file;
    const bytes = unpacked(file.value);
    if (!bytes || createHash('sha1').update(bytes).digest('hex') !== hash.toLowerCase())
      return this.api.damaged(name, 'BAD_HASH', 'The bill is not the one that was promised');
    const content = bytes.toString('utf8');
    return holdsMoney(content, money)
      ? done(content)
      : this.api.damaged(name, 'UNREADABLE', 'A row of the bill holds no amount where one belongs');
  }
}

/** Brackets are of either width. */
const moved = ['收支金额(元)', '收支金额（元）'];
const left = ['账户结余(元)', '账户结余（元）'];
const isAmount = (cell: string | undefined): boolean => /^[-+]?\d+(?:\.\d+)?$/.test(cell ?? '');
const holdsMoney = (text: string, columns: readonly (readonly string[])[]): boolean =>
  table(text).rows.every((row) => columns.every((spellings) => spellings.some((name) => isAmount(row[name]))));

function unpacked(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: 512 * 1024 * 1024 });
  } catch {
    return null;
  }
}

/** Rows and summary of a bill: cells begin with a backtick and are not quoted, so a comma within a name stays one. */
function table(text: string): { rows: Record<string, string>[]; summary: Record<string, string> } {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const cells = (line: string) =>
    line
      .slice(1)
      .split(',`')
      .map((cell) => cell.trim());
  const named = (header: string, line: string) =>
    Object.fromEntries(header.split(',').map((name, index) => [name.trim(), cells(line)[index] ?? '']));
  const headers = lines.flatMap((line, index) => (line.startsWith('`') ? [] : [index]));
  const [first, second] = headers;
  if (first === undefined) return { rows: [], summary: {} };
  const rows = lines.slice(first + 1, second ?? lines.length).map((line) => named(lines[first]!, line));
  return { rows, summary: second === undefined || !lines[second + 1] ? {} : named(lines[second]!, lines[second + 1]!) };
}

/** Yuan with decimals as fen: the digits are moved, so that nothing is rounded on the way (fees have hundredths of a fen). */
export function fenOf(yuan: string | undefined): number {
  const [, sign = '', whole = '0', part = ''] = /^([-+]?)(\d*)(?:\.(\d+))?$/.exec(yuan?.trim() ?? '') ?? [];
  const digits = part.padEnd(2, '0');
  const fen = Number(`${whole || '0'}${digits.slice(0, 2)}.${digits.slice(2) || '0'}`);
  return sign === '-' && fen !== 0 ? -fen : fen;
}

/** Source: 交易账单, columns of 全部 (ALL). */
export function readTradeBill(text: string): TradeBill {
  const { rows, summary } = table(text);
  return {
    rows: rows.map((row) => ({
      kind: row['交易状态'] === 'REFUND' || row['交易状态'] === 'REVOKED' ? 'refund' : 'payment',
      appid: row['公众账号ID'] ?? '',
      at: row['交易时间'] ?? '',
      transactionId: row['微信订单号'] ?? '',
      outTradeNo: row['商户订单号'] ?? '',
      openid: row['用户标识'] ?? '',
      totalFen: fenOf(row['订单金额']),
      refundId: row['微信退款单号'] === '0' ? '' : (row['微信退款单号'] ?? ''),
      outRefundNo: row['商户退款单号'] === '0' ? '' : (row['商户退款单号'] ?? ''),
      refundFen: fenOf(row['退款金额']),
      refundStatus: row['退款状态'] ?? '',
      feeFen: fenOf(row['手续费']),
      feeRate: row['费率'] ?? '',
      description: row['商品名称'] ?? '',
      mchid: row['商户号'] ?? '',
      tradeType: row['交易类型'] ?? '',
      bankType: row['付款银行'] ?? '',
      settledFen: fenOf(row['应结订单金额']),
      couponFen: fenOf(row['代金券金额']),
      askedFen: fenOf(row['申请退款金额']),
      couponRefundFen: fenOf(row['充值券退款金额']),
      refundType: row['退款类型'] ?? '',
      attach: row['商户数据包'] ?? '',
    })),
    count: Math.round(Number(summary['总交易单数'] ?? 0)),
    settledFen: fenOf(summary['应结订单总金额']),
    refundedFen: fenOf(summary['退款总金额']),
    feeFen: fenOf(summary['手续费总金额']),
  };
}

/** Source: 资金账单. */
export function readFundBill(text: string): FundRow[] {
  return table(text).rows.map((row) => ({
    at: row['记账时间'] ?? '',
    transactionId: row['微信支付业务单号'] ?? '',
    outTradeNo: row['业务凭证号'] ?? '',
    business: row['业务名称'] ?? '',
    direction: row['收支类型'] === '收入' ? 'in' : 'out',
    amountFen: fenOf(row[moved[0]!] ?? row[moved[1]!]),
    balanceFen: fenOf(row[left[0]!] ?? row[left[1]!]),
  }));
}
