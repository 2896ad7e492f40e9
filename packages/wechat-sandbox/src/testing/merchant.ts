import { createSign, randomUUID } from 'node:crypto';
import type { RunningSandbox } from '../index.js';

/** An answer of WeChat Pay. */
export interface PayAnswer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** What a test changes about a signed request. */
export interface Tampering {
  timestamp?: number;
  nonce?: string;
  /** The bytes that are sent instead of those that were signed. */
  sent?: string;
  serial?: string;
  privateKey?: string;
  headers?: Record<string, string>;
}

/** Signs by hand and sends, so that a test can also do it wrong. */
export async function call(
  sandbox: RunningSandbox,
  method: 'GET' | 'POST',
  target: string,
  body?: object,
  tampering: Tampering = {},
): Promise<PayAnswer> {
  const { mchid, serial, merchantKey } = sandbox.credentials;
  const text = body ? JSON.stringify(body) : '';
  const timestamp = tampering.timestamp ?? Math.floor(Date.now() / 1000);
  const nonce = tampering.nonce ?? randomUUID().replaceAll('-', '');
  const signature = createSign('RSA-SHA256')
    .update(`${method}\n${target}\n${timestamp}\n${nonce}\n${text}\n`)
    .sign(tampering.privateKey ?? merchantKey, 'base64');
  const authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${tampering.serial ?? serial}"`;
  const answer = await fetch(sandbox.url + target, {
    method,
    headers: {
      Authorization: authorization,
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'User-Agent': 'test',
      ...tampering.headers,
    },
    ...(method === 'POST' && { body: tampering.sent ?? text }),
  });
  const read = await answer.text();
  return { status: answer.status, headers: answer.headers, body: read ? (JSON.parse(read) as Record<string, unknown>) : {} };
}

/** The body of a JSAPI order. */
export function orderBody(sandbox: RunningSandbox, outTradeNo: string, openid: string, notifyUrl: string, total = 1800) {
  const { appid, mchid } = sandbox.credentials;
  return {
    appid,
    mchid,
    description: '桂花乌龙',
    out_trade_no: outTradeNo,
    notify_url: notifyUrl,
    amount: { total, currency: 'CNY' },
    payer: { openid },
  };
}

/** The five parameters of `wx.requestPayment`, signed by the merchant. */
export function paymentParams(sandbox: RunningSandbox, prepayId: string) {
  const timeStamp = String(Math.floor(Date.now() / 1000));
  const nonceStr = randomUUID().replaceAll('-', '');
  const packageText = `prepay_id=${prepayId}`;
  const message = `${sandbox.credentials.appid}\n${timeStamp}\n${nonceStr}\n${packageText}\n`;
  const paySign = createSign('RSA-SHA256').update(message).sign(sandbox.credentials.merchantKey, 'base64');
  return { timeStamp, nonceStr, package: packageText, signType: 'RSA', paySign };
}
