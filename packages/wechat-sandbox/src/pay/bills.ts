import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { chinaDay, chinaTime } from '../clock.js';
import { randomText } from '../crypto.js';
import { queryOf } from '../http.js';
import type { World } from '../world.js';
import { type BillType, type FundRow, fundRows, type TradeRow, tradeRows, writeFundBill, writeTradeBill } from './bill-rows.js';
import { PayError, invalidRequest, paramError } from './errors.js';
import { paySettings } from './settings.js';
import type { BillAlteration } from './state.js';

/** Under this path a bill is downloaded; its answer is not signed. */
export const billDownloadPath = '/v3/billdownload/file';

const dayMs = 86_400_000;

/** Whether this is a day of the calendar, `2026-11-21`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The first day of which there still is a bill: three months back. */
function oldestDay(today: string): string {
  const day = new Date(today);
  day.setUTCMonth(day.getUTCMonth() - 3);
  return day.toISOString().slice(0, 10);
}

function readDate(world: World, request: FastifyRequest): string {
  const date = queryOf(request, 'bill_date');
  if (!date) throw paramError('bill_date', '必填项缺失', undefined, 'query');
  if (!isDay(date)) throw paramError('bill_date', '格式应为 yyyy-MM-DD', date, 'query');
  const now = world.clock.now();
  if (date >= chinaDay(now)) throw paramError('bill_date', '账单日期应早于今天', date, 'query');
  if (date < oldestDay(chinaDay(now))) throw invalidRequest('账单日期超出了三个月的范围');
  const hour = Number(chinaTime(now).slice(11, 13));
  if (date === chinaDay(now - dayMs) && hour < paySettings(world).billReadyHour)
    throw new PayError(400, 'STATEMENT_CREATING', '账单生成中，请稍后再试');
  return date;
}

function readChoice<T extends string>(request: FastifyRequest, name: string, choices: readonly T[], usual: T): T {
  const given = queryOf(request, name);
  const found = given === '' ? usual : choices.find((choice) => choice === given);
  if (found === undefined) throw paramError(name, `应为 ${choices.filter((choice) => choice !== '').join('、')}`, given, 'query');
  return found;
}

/** Does to the rows what was wished for this bill. `holds` says whether a row has the number. */
function altered<T>(
  rows: T[],
  wishes: BillAlteration[],
  holds: (row: T, number: string) => boolean,
  change: (row: T, fen: number) => T,
  add: (fen: number) => T,
): T[] {
  return wishes.reduce((before, { action, number = '', amountFen = 0 }) => {
    if (action === 'add') return [...before, add(amountFen)];
    return before.flatMap((row) => {
      if (!holds(row, number)) return [row];
      if (action === 'drop') return [];
      return action === 'repeat' ? [row, row] : [change(row, amountFen)];
    });
  }, rows);
}

const wishesOf = (world: World, bill: BillAlteration['bill'], date: string): BillAlteration[] =>
  world.state.billAlterations.filter((item) => item.bill === bill && item.date === date);

/** Noon of a day in China: when a payment that nobody made happened. */
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00+08:00`);

/** A day's payments and refunds as the bill tells them: with the wished differences. */
function toldTrades(world: World, date: string): TradeRow[] {
  const { appid, mchid } = world.credentials;
  return altered<TradeRow>(
    tradeRows(world, date),
    wishesOf(world, 'trade', date),
    // An order's number means its payment: a refund is found by its own.
    ({ order, refund }, number) =>
      (refund ? [refund.outRefundNo, refund.refundId] : [order.outTradeNo, order.transactionId]).includes(number),
    (row, fen) => (row.refund ? { ...row, refund: { ...row.refund, fen } } : { ...row, totalFen: fen }),
    (fen) => {
      const order = {
        appid,
        mchid,
        transactionId: `42000${randomText(23, '0123456789')}`,
        outTradeNo: `UNKNOWN${randomText(12, '0123456789')}`,
        openid: `o${randomText(27)}`,
        description: '未知商品',
        attach: null,
        currency: 'CNY',
      };
      return { at: noonOf(date), order, totalFen: fen, feeFen: 0, refund: null };
    },
  );
}

function toldFunds(world: World, date: string): FundRow[] {
  return altered<FundRow>(
    fundRows(world, date),
    wishesOf(world, 'fundflow', date),
    (row, number) => row.number === number || row.voucher === number,
    (row, fen) => ({ ...row, fen: row.fen < 0 ? -fen : fen }),
    (fen) => {
      const number = `42000${randomText(23, '0123456789')}`;
      return {
        at: noonOf(date),
        number,
        flowId: number,
        name: '交易',
        kind: '交易',
        fen,
        balanceFen: fen,
        applicant: 'system',
        remark: '',
        voucher: `UNKNOWN${randomText(12, '0123456789')}`,
      };
    },
  );
}

/** The trade bill of a day in China as CSV; null when nothing happened. */
export function tradeBill(world: World, date: string, type: BillType): string | null {
  const rows = toldTrades(world, date).filter((row) => type === 'ALL' || (row.refund === null) === (type === 'SUCCESS'));
  return rows.length > 0 ? writeTradeBill(world, rows, type) : null;
}

/** The fund flow bill of a day in China as CSV; null when nothing moved. Only the basic account moves here. */
export function fundFlowBill(world: World, date: string, account = 'BASIC'): string | null {
  const rows = account === 'BASIC' ? toldFunds(world, date) : [];
  return rows.length > 0 ? writeFundBill(rows) : null;
}

/** Keeps a bill as it is now and gives the link to it. */
function answerBill(world: World, request: FastifyRequest, content: string | null): Record<string, string> {
  const { billLinkMs, noStatementStatus } = paySettings(world);
  const gzip = readChoice(request, 'tar_type', ['', 'GZIP'], '') === 'GZIP';
  if (content === null) throw new PayError(noStatementStatus, 'NO_STATEMENT_EXIST', '账单文件不存在');
  const now = world.clock.now();
  const token = randomText(64);
  const alive = world.state.billFiles.filter((file) => file.expiresAt > now);
  world.state.billFiles.splice(0, Infinity, ...alive, { token, content, gzip, expiresAt: now + billLinkMs });
  // Whoever asked here also reaches the link here, whatever this computer is called.
  const host = request.headers.host ?? new URL(world.url).host;
  return {
    hash_type: 'SHA1',
    hash_value: createHash('sha1').update(content).digest('hex'),
    download_url: `http://${host}${billDownloadPath}?token=${token}`,
  };
}

/** 申请交易账单, 申请资金账单 and 下载账单. */
export function billRoutes(app: FastifyInstance, world: World): void {
  app.get('/bill/tradebill', (request) => {
    const date = readDate(world, request);
    return answerBill(world, request, tradeBill(world, date, readChoice(request, 'bill_type', ['ALL', 'SUCCESS', 'REFUND'], 'ALL')));
  });
  app.get('/bill/fundflowbill', (request) => {
    const date = readDate(world, request);
    return answerBill(
      world,
      request,
      fundFlowBill(world, date, readChoice(request, 'account_type', ['BASIC', 'OPERATION', 'FEES'], 'BASIC')),
    );
  });
  app.get('/billdownload/file', (request, reply) => {
    const token = queryOf(request, 'token');
    if (!token) throw paramError('token', '必填项缺失', undefined, 'query');
    const file = world.state.billFiles.find((item) => item.token === token);
    if (!file || file.expiresAt <= world.clock.now()) throw invalidRequest('下载链接无效或已过期');
    const content = Buffer.from(file.content, 'utf8');
    return reply.type(file.gzip ? 'application/gzip' : 'text/plain; charset=utf-8').send(file.gzip ? gzipSync(content) : content);
  });
}
