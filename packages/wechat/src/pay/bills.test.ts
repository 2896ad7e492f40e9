import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fenOf, readFundBill, readTradeBill } from '../index.js';
import { readCertificates } from './certificates.js';

describe('a bill', () => {
  const header =
    '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
  const published =
    '`2019-02-19 01:52:32,`wxab8acd895ab1638a,`1921000401,`0,`,`4200000263201902167700134902,`autotest_20190219015232_89201,`wxab8acb865bb1637e,`NATIVE,`SUCCESS,`OTHERS,`CNY,`0.03,`0.00,`0,`0,`0.00,`0.00,`,`,`autotest,`,`0.01000,`39.00%,`0.03,`0.00,`';
  const refund =
    '`2019-02-19 02:00:00,`wxab8acd895ab1638a,`1921000401,`0,`,`42,`n1,`o1,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`50,`r1,`1.00,`0.00,`ORIGINAL,`SUCCESS,`奶茶,大杯,少冰,`,`-0.00600,`0.60%,`0.00,`1.00,`';
  const summary =
    '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n`45.0,`0.47,`0.14,`0.0,`0.08,`0.47,`0.14';
  it('is read as it is published, with a name that holds commas', () => {
    const bill = readTradeBill(`\uFEFF${[header, published, refund, summary].join('\r\n')}\r\n`);
    expect(bill.rows).toMatchObject([
      {
        kind: 'payment',
        outTradeNo: 'autotest_20190219015232_89201',
        totalFen: 3,
        feeFen: 1,
        refundId: '',
        outRefundNo: '',
        description: 'autotest',
      },
      {
        kind: 'refund',
        outTradeNo: 'n1',
        outRefundNo: 'r1',
        refundFen: 100,
        refundStatus: 'SUCCESS',
        feeFen: -0.6,
        description: '奶茶,大杯,少冰',
      },
    ]);
    expect(bill).toMatchObject({ count: 45, settledFen: 47, refundedFen: 14, feeFen: 8 });
  });
  it('of a day without trade is empty', () => {
    expect(readTradeBill('')).toEqual({ rows: [], count: 0, settledFen: 0, refundedFen: 0, feeFen: 0 });
    expect(readFundBill('')).toEqual([]);
  });
  it('loses no fen on the way from yuan', () => {
    expect(['0.29', '1.005', '8.2', '1234567.89', '-0.01', '', '7', 'x', '0.30'].map(fenOf)).toEqual([
      29, 100.5, 820, 123_456_789, -1, 0, 700, 0, 30,
    ]);
    for (let fen = 0; fen < 100_000; fen += 7) expect(fenOf((fen / 100).toFixed(2))).toBe(fen);
  });
});

describe('platform certificates', () => {
  it('are left when they do not open, are no certificates, or are sealed under another key', () => {
    const seal = (text: string, key: string) => {
      const cipher = createCipheriv('aes-256-gcm', key, 'n'.repeat(12)).setAAD(Buffer.from('certificate'));
      return {
        algorithm: 'AEAD_AES_256_GCM',
        nonce: 'n'.repeat(12),
        associated_data: 'certificate',
        ciphertext: Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64'),
      };
    };
    const key = 'k'.repeat(32);
    const data = [
      { serial_no: 'A1', encrypt_certificate: seal('no certificate', key) },
      { serial_no: 'A2', encrypt_certificate: seal('x', 'z'.repeat(32)) },
      { serial_no: 'A3' },
    ];
    expect(readCertificates({ data }, key, new Date())).toEqual([]);
    expect(readCertificates({ data: 'none' }, key, new Date())).toEqual([]);
  });
});
