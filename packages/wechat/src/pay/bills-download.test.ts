import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { startMerchant } from '../../test/merchant.js';
import { verdictOf } from '../index.js';

let started: Awaited<ReturnType<typeof startMerchant>>;
afterEach(() => started?.host.close());
const bill = `\uFEFF记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号\r\n\`2026-11-20 10:00:00,\`42,\`f1,\`交易,\`交易,\`收入,\`18.00,\`118.00,\`system,\`,\`n1\r\n\`2026-11-20 11:00:00,\`50,\`f2,\`退款,\`退款,\`支出,\`1.10,\`116.90,\`system,\`,\`r1\r\n资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\r\n\`2.0,\`1.0,\`18.00,\`1.0,\`1.10\r\n`;
const sha1 = (text: string | Buffer) => createHash('sha1').update(text).digest('hex');
const link = (hash: string) =>
  JSON.stringify({ hash_type: 'SHA1', hash_value: hash, download_url: 'https://api.mch.weixin.qq.com/v3/billdownload/file?token=abc%2Bd' });

it('asks for the link, fetches the file with a signature, unpacks it and checks what is inside', async () => {
  started = await startMerchant(({ url }) =>
    url.pathname === '/v3/billdownload/file' ? { body: gzipSync(bill), by: 'nobody' } : { body: link(sha1(bill).toUpperCase()) },
  );
  expect(await started.pay.bills.fundFlow('2026-11-20', 'OPERATION')).toEqual({
    ok: true,
    value: [
      {
        at: '2026-11-20 10:00:00',
        transactionId: '42',
        outTradeNo: 'n1',
        business: '交易',
        direction: 'in',
        amountFen: 1800,
        balanceFen: 11_800,
      },
      {
        at: '2026-11-20 11:00:00',
        transactionId: '50',
        outTradeNo: 'r1',
        business: '退款',
        direction: 'out',
        amountFen: 110,
        balanceFen: 11_690,
      },
    ],
  });
  const [asked] = started.asked('/v3/bill/fundflowbill');
  expect(Object.fromEntries(asked!.url.searchParams)).toEqual({ bill_date: '2026-11-20', account_type: 'OPERATION', tar_type: 'GZIP' });
  const [file] = started.asked('/v3/billdownload/file');
  expect(file!.url.search).toBe('?token=abc%2Bd');
  expect(file!.headers.authorization).toContain('WECHATPAY2-SHA256-RSA2048');
});
it('takes a file that is not packed, too', async () => {
  started = await startMerchant(({ url }) =>
    url.pathname === '/v3/billdownload/file' ? { body: bill, by: 'nobody' } : { body: link(sha1(bill)) },
  );
  expect(await started.pay.bills.fundFlow('2026-11-20')).toMatchObject({ ok: true, value: [{ outTradeNo: 'n1' }, { outTradeNo: 'r1' }] });
});
it('refuses a file that holds words or nothing where an amount belongs', async () => {
  for (const odd of [bill.replace('`18.00', '`十八'), bill.replace('`118.00', '`'), bill.replace('收支金额', '金额')]) {
    started = await startMerchant(({ url }) =>
      url.pathname === '/v3/billdownload/file' ? { body: gzipSync(odd), by: 'nobody' } : { body: link(sha1(odd)) },
    );
    expect(await started.pay.bills.fundFlow('2026-11-20')).toMatchObject({ ok: false, error: { code: 'UNREADABLE', retryable: true } });
    started.host.close();
  }
});
it.each([
  ['another file', gzipSync(`${bill} `), sha1(bill)],
  ['the hash of the packed file', gzipSync(bill), sha1(gzipSync(bill))],
  ['half a file', gzipSync(bill).subarray(0, 60), sha1(bill)],
])('refuses %s', async (_, body, hash) => {
  started = await startMerchant(({ url }) => (url.pathname === '/v3/billdownload/file' ? { body, by: 'nobody' } : { body: link(hash) }));
  expect(await started.pay.bills.fundFlow('2026-11-20')).toMatchObject({
    ok: false,
    error: { kind: 'invalid', code: 'BAD_HASH', retryable: true },
  });
});
it.each([400, 404])('is empty on a day without trade, as HTTP %s says', async (status) => {
  started = await startMerchant(() => ({ status, body: JSON.stringify({ code: 'NO_STATEMENT_EXIST', message: '账单文件不存在' }) }));
  expect(await started.pay.bills.trade('2026-11-20')).toMatchObject({ ok: true, value: { rows: [], count: 0 } });
});
it('is asked for again later while it is being made', async () => {
  started = await startMerchant(() => ({ status: 400, body: JSON.stringify({ code: 'STATEMENT_CREATING', message: '账单生成中' }) }));
  const answer = await started.pay.bills.trade('2026-11-20');
  expect(answer).toMatchObject({ ok: false, error: { code: 'STATEMENT_CREATING', retryable: true } });
  if (!answer.ok) expect(verdictOf(answer.error).waits[0]).toBe(600);
});
