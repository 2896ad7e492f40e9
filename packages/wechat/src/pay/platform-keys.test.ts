import { privateDecrypt } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { startHost } from '../../test/fake-host.js';
import { platform, seal, startMerchant } from '../../test/merchant.js';
import { sealFor } from './crypto.js';

let started: Awaited<ReturnType<typeof startMerchant>>;
afterEach(() => started?.host.close());
const prepaid = JSON.stringify({ prepay_id: 'wx20' });
const order = {
  outTradeNo: 'P0000001',
  description: '茶',
  amountFen: 1,
  openid: 'o1',
  notifyUrl: 'https://x.cn/n',
  expiresAt: new Date('2026-11-21T03:00:00Z'),
};
const certificates = JSON.stringify({
  data: [null, { serial_no: platform.certificate.id, encrypt_certificate: seal(platform.certificate.pem, 'certificate') }],
});
const prepay = async () => {
  const answer = await started.pay.prepay(order);
  return answer.ok ? 'ok' : answer.error.code;
};

describe('platform certificates', () => {
  it('are learned from the first answer that one of them signed, and asked for from then on', async () => {
    started = await startMerchant(
      ({ url }) => ({ body: url.pathname === '/v3/certificates' ? certificates : prepaid, by: 'certificate' }),
      { platformKeys: [] },
    );
    expect(await prepay()).toBe('ok');
    expect(await prepay()).toBe('ok');
    expect(started.asked('/v3/certificates')).toHaveLength(1);
    expect(started.asked('/v3/pay/transactions/jsapi').map((one) => one.headers['wechatpay-serial'])).toEqual([
      undefined,
      platform.certificate.id,
    ]);
  });
  it('are asked for once in five minutes, however often somebody signs with a serial of their own', async () => {
    started = await startMerchant(
      ({ url }) => (url.pathname === '/v3/certificates' ? { body: certificates } : { body: prepaid, by: 'certificate', serial: 'FFFF' }),
      { platformKeys: [] },
    );
    for (let n = 0; n < 5; n += 1) expect(await prepay()).toBe('UNKNOWN_SERIAL');
    expect(started.asked('/v3/certificates')).toHaveLength(1);
    started.clock.now = new Date(started.clock.now.getTime() + 299_000);
    expect(await prepay()).toBe('UNKNOWN_SERIAL');
    expect(started.asked('/v3/certificates')).toHaveLength(1);
    started.clock.now = new Date(started.clock.now.getTime() + 2000);
    expect(await Promise.all([prepay(), prepay(), prepay()])).toEqual(['UNKNOWN_SERIAL', 'UNKNOWN_SERIAL', 'UNKNOWN_SERIAL']);
    expect(started.asked('/v3/certificates')).toHaveLength(2);
  });
  it('are no longer believed once they ended', async () => {
    const platformKeys = [{ id: platform.certificate.id, publicKey: platform.certificate.pem }];
    started = await startMerchant(
      ({ url }) => (url.pathname === '/v3/certificates' ? { status: 500, by: 'nobody' } : { body: prepaid, by: 'certificate' }),
      { platformKeys },
    );
    expect(await prepay()).toBe('ok');
    started.clock.now = new Date('2032-01-01T00:00:00Z');
    expect(await prepay()).toBe('UNKNOWN_SERIAL');
  });
  it('and the public key are both believed while the merchant moves; the public key is asked for', async () => {
    let by: 'publicKey' | 'certificate' = 'certificate';
    const platformKeys = [
      { id: platform.certificate.id, publicKey: platform.certificate.pem },
      { id: platform.publicKey.id, publicKey: platform.publicKey.pem },
    ];
    started = await startMerchant(() => ({ body: prepaid, by }), { platformKeys });
    expect(await prepay()).toBe('ok');
    by = 'publicKey';
    expect(await prepay()).toBe('ok');
    expect(started.host.heard.map((one) => one.headers['wechatpay-serial'])).toEqual(['PUB_KEY_ID_1', 'PUB_KEY_ID_1']);
  });
});

describe('a probe', () => {
  it('is not believed: the same is asked once more, and the true answer taken; twice is enough', async () => {
    const told: string[] = [];
    let probes = 1;
    started = await startMerchant(
      () => {
        probes -= 1;
        return { body: prepaid, ...(probes >= 0 ? { signature: (true_: string) => `WECHATPAY/SIGNTEST/${true_}` } : {}) };
      },
      { onError: ({ code }) => told.push(code) },
    );
    expect(await prepay()).toBe('ok');
    expect(started.host.heard.map((one) => one.body)).toEqual([started.host.heard[0]!.body, started.host.heard[0]!.body]);
    expect(told).toEqual([]);
    probes = 2;
    expect(await started.pay.prepay(order)).toMatchObject({ ok: false, error: { kind: 'invalid', code: 'PROBE', retryable: true } });
    expect(started.host.heard).toHaveLength(4);
    expect(told).toEqual(['PROBE']);
  });
});

describe('sensitive fields', () => {
  it('open under the private key alone, and differ each time', () => {
    const [first, second] = [sealFor('欧阳修', platform.certificate.pem), sealFor('欧阳修', platform.certificate.pem)];
    expect(first).not.toBe(second);
    expect(privateDecrypt({ key: platform.certificate.privateKey, oaepHash: 'sha1' }, Buffer.from(first, 'base64')).toString()).toBe(
      '欧阳修',
    );
  });
});

describe('the other host', () => {
  it('hears what the first could not, and nothing that the first may have heard', async () => {
    const gone = await startHost(() => 'silence');
    started = await startMerchant(() => ({ body: prepaid }), { baseUrl: gone.url });
    const backup = await startMerchant(() => ({ body: prepaid }), { baseUrl: gone.url, backupUrl: started.host.url, timeoutMs: 100 });
    expect(await backup.pay.prepay(order)).toMatchObject({ ok: false, error: { kind: 'network', code: 'TIMEOUT' } });
    expect(started.host.heard).toHaveLength(0);
    await gone.close();
    expect(await backup.pay.prepay(order)).toEqual({ ok: true, value: { prepayId: 'wx20' } });
    expect(started.host.heard).toHaveLength(1);
    await backup.host.close();
  });
});
