import { createVerify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import { type RunningSandbox, startSandbox } from '../index.js';
import { call, orderBody, type PayAnswer } from '../testing/merchant.js';
import { type Heard, openShop, type Shop } from '../testing/shop.js';

let sandbox: RunningSandbox;
let shop: Shop;
beforeEach(async () => {
  shop = await openShop(204);
  sandbox = await startSandbox({ paymentDelayMs: 0, signWith: 'certificate' });
});
afterEach(async () => {
  await sandbox.stop();
  shop.close();
});

interface Listed {
  serial_no: string;
  encrypt_certificate: { nonce: string; associated_data: string; ciphertext: string };
}

/** All listed certificates by serial, opened with the cryptography of others. */
async function fetched(query = ''): Promise<Record<string, string>> {
  const { body } = await call(sandbox, 'GET', `/v3/certificates${query}`);
  return Object.fromEntries(
    (body.data as Listed[]).map(({ serial_no: serial, encrypt_certificate: sealed }) => [
      serial,
      Aes.AesGcm.decrypt(sealed.ciphertext, sandbox.credentials.apiV3Key, sealed.nonce, sealed.associated_data),
    ]),
  );
}

function client(certs: Record<string, string>) {
  const { mchid, serial, merchantKey } = sandbox.credentials;
  return new Wechatpay({ mchid, serial, privateKey: merchantKey, certs, baseURL: sandbox.url });
}

async function paid(number: string): Promise<Heard> {
  const { id, openid } = await sandbox.control.createCustomer();
  const { body } = await call(sandbox, 'POST', '/v3/pay/transactions/jsapi', orderBody(sandbox, number, openid, shop.url));
  const before = shop.heard.length;
  await sandbox.control.pay(id, String(body.prepay_id));
  await shop.until(before + 1);
  return shop.heard[before] as Heard;
}

function genuine({ headers, body }: Heard, key: string): boolean {
  const message = Formatter.response(String(headers['wechatpay-timestamp']), String(headers['wechatpay-nonce']), body);
  return Rsa.verify(message, String(headers['wechatpay-signature']), key);
}

const serialOf = (answer: PayAnswer) => answer.headers.get('wechatpay-serial');

describe('platform certificates', () => {
  it('change in the middle of traffic: the new one signs, the old one is still listed and still signs when asked', async () => {
    const [[first = '', firstPem = ''] = []] = Object.entries(await fetched());
    const query = () => call(sandbox, 'GET', '/v3/certificates');
    expect(serialOf(await query())).toBe(first);
    const second = await sandbox.control.rotateCertificate();
    const both = await fetched();
    expect(Object.keys(both)).toEqual([first, second]);
    expect(new X509Certificate(both[second] ?? '').serialNumber).toBe(second);
    // A client that only knows the old one refuses the new answers; one that fetched both takes them.
    await expect(
      client({ [first]: firstPem })
        .chain('v3/certificates')
        .get(),
    ).rejects.toThrow();
    expect((await client(both).chain('v3/certificates').get()).headers['wechatpay-serial']).toBe(second);
    const asked = await client({ [first]: firstPem })
      .chain('v3/certificates')
      .get({ headers: { 'Wechatpay-Serial': first } });
    expect(asked.headers['wechatpay-serial']).toBe(first);
    const told = await paid('CERT0001');
    expect(told.headers['wechatpay-serial']).toBe(second);
    expect([genuine(told, both[second] ?? ''), genuine(told, firstPem)]).toEqual([true, false]);
    await sandbox.control.retireCertificate(first);
    expect(Object.keys(await fetched())).toEqual([second]);
    expect((await call(sandbox, 'GET', '/v3/certificates', undefined, { headers: { 'Wechatpay-Serial': first } })).body).toMatchObject({
      code: 'PARAM_ERROR',
    });
    await expect(sandbox.control.retireCertificate(second)).rejects.toThrow('last');
  });

  it('give way to the public key and come back', async () => {
    const { platformPublicKeyId, platformPublicKey } = sandbox.credentials;
    const [certificate = ''] = Object.keys(await fetched());
    await sandbox.control.signWith('public-key');
    expect(
      (
        await client({ [platformPublicKeyId]: platformPublicKey })
          .chain('v3/certificates')
          .get()
      ).headers['wechatpay-serial'],
    ).toBe(platformPublicKeyId);
    expect((await paid('KEY00001')).headers['wechatpay-serial']).toBe(platformPublicKeyId);
    await sandbox.control.signWith('certificate');
    expect((await paid('KEY00002')).headers['wechatpay-serial']).toBe(certificate);
  });

  it('and the public key share the notifications while a merchant switches', async () => {
    await sandbox.control.changePaySettings({ publicKeyPercent: 50 });
    const names = new Set<unknown>();
    for (let number = 1; number <= 12; number += 1)
      names.add((await paid(`SHARE0${String(number).padStart(2, '0')}`)).headers['wechatpay-serial']);
    expect(names).toEqual(new Set([sandbox.credentials.platformPublicKeyId, Object.keys(await fetched())[0]]));
    expect(serialOf(await call(sandbox, 'GET', '/v3/certificates'))).not.toBe(sandbox.credentials.platformPublicKeyId);
  });

  it('are none for a merchant of the public key alone, and of SM2', async () => {
    expect(await fetched('?algorithm_type=SM2')).toEqual({});
    expect(Object.keys(await fetched('?algorithm_type=ALL'))).toHaveLength(1);
    await sandbox.control.changePaySettings({ hasCertificates: false });
    expect(await fetched()).toEqual({});
    expect(serialOf(await call(sandbox, 'GET', '/v3/certificates'))).toBe(sandbox.credentials.platformPublicKeyId);
  });
});

it('goes on after a restart: the new certificate signs, and a transfer that was under way ends', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  try {
    await sandbox.stop();
    sandbox = await startSandbox({ dataDir, signWith: 'certificate', pay: { openingBalanceFen: 1000, transferDelayMs: 60_000 } });
    const serial = await sandbox.control.rotateCertificate();
    const { id, openid } = await sandbox.control.createCustomer();
    const body = {
      appid: sandbox.credentials.appid,
      out_bill_no: 'T1',
      transfer_scene_id: '1000',
      openid,
      transfer_amount: 300,
      transfer_remark: '奖励',
      transfer_scene_report_infos: [{ info_type: '活动名称', info_content: '有礼' }],
    };
    expect((await call(sandbox, 'POST', '/v3/fund-app/mch-transfer/transfer-bills', body)).status).toBe(200);
    expect(await sandbox.control.confirmTransfer(id, 'T1')).toMatchObject({ result: 'ok' });
    await sandbox.stop();
    sandbox = await startSandbox({ dataDir, signWith: 'certificate', pay: { openingBalanceFen: 1000, transferDelayMs: 60_000 } });
    expect(serialOf(await call(sandbox, 'GET', '/v3/certificates'))).toBe(serial);
    expect(
      (
        await client(await fetched())
          .chain('v3/certificates')
          .get()
      ).status,
    ).toBe(200);
    expect(await sandbox.control.transfers()).toMatchObject([{ state: 'TRANSFERING' }]);
    await sandbox.control.advance(60_000);
    await expect.poll(async () => (await sandbox.control.transfers())[0]?.state).toBe('SUCCESS');
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

it('probes an answer with a wrong signature when a rule says so', async () => {
  await sandbox.control.faults({ on: 'answer', path: '/v3/certificates', action: 'probe' });
  const [probed, after] = [await call(sandbox, 'GET', '/v3/certificates'), await call(sandbox, 'GET', '/v3/certificates')];
  const valid = ({ headers }: PayAnswer, text: string) => {
    const message = `${headers.get('wechatpay-timestamp')}\n${headers.get('wechatpay-nonce')}\n${text}\n`;
    return createVerify('RSA-SHA256')
      .update(message)
      .verify(sandbox.credentials.platformPublicKey, headers.get('wechatpay-signature') ?? '', 'base64');
  };
  expect(probed.headers.get('wechatpay-signature')).toMatch(/^WECHATPAY\/SIGNTEST\//);
  expect([valid(probed, JSON.stringify(probed.body)), valid(after, JSON.stringify(after.body))]).toEqual([false, true]);
  expect(await sandbox.control.injectedFaults()).toEqual({ 'answer probe /v3/certificates': 1 });
});
